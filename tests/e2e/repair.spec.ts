import { v7 as uuid } from "uuid";
import { copiedCourse, inSite } from "../support/copiedCourse.ts";
import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { WRONG, wrongKeyBank } from "../support/make/wrongKeyBank.ts";
import { siteRows } from "../support/siteRows.ts";
import { rowsOf } from "../support/sitting/rows.ts";
import { simulateSittings } from "../support/sitting/simulated.ts";

const slug = "kunci-keliru";

/** Sixty simulated people sit the exam of a course with one wrong key; the site's own job closes and scores it. */
async function satCourse(): Promise<void> {
	const blueprint = [{ competence: "D3.1", level: 1, count: 8 }];
	copiedCourse({ slug, title: "Kunci Keliru", items: wrongKeyBank(), exam: { blueprint, passMark: 60 } });
	const rows = await rowsOf(process.env.SITE_DATA_DIR ?? "", "");
	const wrongKey = { code: WRONG, truth: "a" };
	await simulateSittings(rows, {
		slug,
		agency: "3204",
		people: 60,
		wrongKey,
		endedAt: Date.now() - 600_000,
		seed: 4,
	});
	await rows.close();
	inSite((client) =>
		client.prepare("update schedules set next_at = 0 where name = 'exam.close-expired'").run(),
	);
}

/** Somebody whom the repair lets pass, with a number to be known by. */
function helped(): string {
	const value = "199501012019031777";
	inSite((client) =>
		client
			.prepare(
				`insert into identifiers (id, person_id, kind, value, valid_from)
				select ?, t.person_id, 'NIP', ?, 0 from item_repair_effects e join attempts t on t.id = e.attempt_id
				where e.passed_before = 0 and e.passed_after = 1 limit 1`,
			)
			.run(uuid(), value),
	);
	return value;
}

test("a wrong key is found, its repair counted, applied, told to those affected, and undone", async ({
	page,
	browser,
}) => {
	await satCourse();
	const closed = "select count(*) as n from attempts where version_id = ? and state = 'submitted'";
	await expect.poll(() => siteRows<{ n: number }>(closed, `v-${slug}`)[0]?.n, { timeout: 60_000 }).toBe(60);
	await enterAs(page.context(), accountOf("reviewer").identifier);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/statistik-soal/${slug}`);
	await page.getByRole("button", { name: "Hitung ulang sekarang" }).click();
	await expect(async () => {
		await page.goto(`/statistik-soal/${slug}`);
		await expect(page.getByRole("row").filter({ hasText: "kunci mungkin salah" })).toHaveCount(1, {
			timeout: 500,
		});
	}).toPass();
	await expectAccessible(page);
	await page.getByRole("row").filter({ hasText: "kunci mungkin salah" }).getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(WRONG);
	await expectAccessible(page);
	await page.getByRole("link", { name: "Perbaiki soal ini" }).click();

	// What is missing is said, and what was chosen stays.
	await page.getByRole("radio", { name: /Ganti kunci/ }).check();
	await page.getByRole("radio", { name: "Pilihan b soal 3" }).check();
	await page.getByRole("button", { name: "Hitung dampaknya" }).click();
	await expect(page.getByRole("alert")).toContainText("Tulis alasannya");
	await expect(page.getByRole("radio", { name: "Pilihan b soal 3" })).toBeChecked();
	await page.getByLabel("Alasan").fill("Menurut peraturan, pilihan a yang benar.");
	await page.getByRole("button", { name: "Hitung dampaknya" }).click();
	await expect(page.getByRole("alert")).toContainText("sudah benar menurut kunci sekarang");
	await expectAccessible(page);
	await page.getByRole("radio", { name: "Pilihan a soal 3" }).check();
	await page.getByRole("button", { name: "Hitung dampaknya" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(`Soal ${WRONG}: Ganti kunci`);
	const reloadUntil = (state: string) =>
		expect(async () => {
			await page.goto(page.url());
			await expect(page.locator(".facts .badge")).toHaveText(state, { timeout: 500 });
		}).toPass();
	await reloadUntil("menunggu diterapkan");
	await expect(page.getByText("Menjadi lulus")).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 1280, height: 800 });
	await expectAccessible(page);

	const number = helped();
	const context = await browser.newContext({ baseURL: process.env.SITE_URL });
	await enterAs(context, number);
	const person = await context.newPage();
	await person.goto("/beranda");
	await expect(person.locator("main")).not.toContainText("ternyata keliru");
	await page.getByRole("button", { name: "Terapkan" }).click();
	await reloadUntil("diterapkan");
	await person.goto("/beranda");
	await expect(person.locator("main")).toContainText("Satu soal dalam ujian “Kunci Keliru” ternyata keliru");
	await expect(person.locator("main")).toContainText("Dengan itu Anda lulus");
	await person.goto(`/pelatihan/${slug}/ujian/hasil`);
	await expect(person.getByRole("link", { name: "Buka sertifikat" })).toBeVisible();
	await expectAccessible(person);

	await page.getByRole("button", { name: "Batalkan perbaikan ini" }).click();
	await expect(page.getByRole("alert")).toContainText("Tulis alasannya");
	await page.getByLabel("Alasan").fill("Kunci lama ternyata benar.");
	await page.getByRole("button", { name: "Batalkan perbaikan ini" }).click();
	await reloadUntil("dibatalkan");
	await person.goto("/beranda");
	await expect(person.locator("main")).toContainText(
		"Perbaikan satu soal dalam ujian “Kunci Keliru” dibatalkan",
	);
	await person.goto(`/pelatihan/${slug}/ujian/hasil`);
	await expect(person.locator("main")).toContainText("Belum lulus");

	// Another way: it counts for nobody.
	await page.goto(`/statistik-soal/${slug}/${WRONG}`);
	await page.getByRole("link", { name: "Perbaiki soal ini" }).click();
	await page.getByRole("radio", { name: /Netralkan/ }).check();
	await page.getByLabel("Alasan").fill("Dua pilihan dapat dibenarkan.");
	await page.getByRole("button", { name: "Hitung dampaknya" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(`Soal ${WRONG}: Netralkan`);
	await reloadUntil("menunggu diterapkan");
	await page.getByRole("button", { name: "Terapkan" }).click();
	await reloadUntil("diterapkan");
	await person.goto("/beranda");
	await expect(person.locator("main")).toContainText("ternyata keliru. Nilai Anda dihitung ulang: 50 → 57.");
	await person.goto(`/pelatihan/${slug}/ujian/hasil`);
	await expect(person.locator("main")).toContainText("Tidak dihitung bagi siapa pun karena ternyata keliru");
	await expectAccessible(person);
	await page.getByLabel("Alasan").fill("Pilihan itu tidak dapat dibenarkan.");
	await page.getByRole("button", { name: "Batalkan perbaikan ini" }).click();
	await reloadUntil("dibatalkan");
	await person.reload();
	await expect(person.locator("main")).not.toContainText("Tidak dihitung bagi siapa pun");
	await context.close();
});
