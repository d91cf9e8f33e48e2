import path from "node:path";
import Database from "better-sqlite3";
import { openAs } from "../support/directSession.ts";
import { examinee } from "../support/examinee.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

test("a newcomer is placed without JavaScript, item by item, through a break, a double click and the back button", async ({
	page,
}) => {
	test.setTimeout(90_000);
	await examinee(page);
	await page.goto("/beranda");
	await page.getByRole("link", { name: "Ketahui jenjang Anda" }).click();
	await page.getByRole("button", { name: "Mulai asesmen" }).click();
	await expect(page.locator("legend")).toContainText("Soal 1 dari 30");
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	await page.getByRole("button", { name: "Jawab dan lanjutkan" }).click();
	await expect(page.getByRole("alert")).toContainText("Belum ada jawaban yang dipilih");
	await page.getByRole("button", { name: "Saya tidak tahu" }).click();
	await expect(page.locator("legend")).toContainText("Soal 2 ");

	// The page of the first item again, as the back button shows it: its first answer holds.
	await page.goBack();
	await page.getByRole("button", { name: "Saya tidak tahu" }).click();
	await expect(page.locator("main")).toContainText("jawaban pertama yang dihitung");
	await expect(page.locator("legend")).toContainText("Soal 2 ");

	// Left and found again where it was.
	await page.goto("/beranda");
	await page.getByRole("link", { name: "Lanjutkan asesmen" }).click();
	await expect(page.locator("legend")).toContainText("Soal 2 ");

	while (!page.url().endsWith("/asesmen/hasil"))
		await page.getByRole("button", { name: "Saya tidak tahu" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hasil asesmen awal");
	await expect(page.locator("main")).toContainText("belum mencapai Dasar");
	await expect(page.getByRole("heading", { name: "Langkah berikutnya" })).toBeVisible();
	await page.goto("/asesmen");
	await expect(page.locator("main")).toContainText("Asesmen berikutnya dapat dimulai");
});

test("an author simulates a bank without JavaScript: too small first, then with its marks", async ({
	page,
}) => {
	test.setTimeout(90_000);
	await openAs(page, accountOf("training-admin"), "/studio");
	await page.locator('[name="title"]').fill("Bank untuk Simulasi");
	await page.getByRole("button", { name: "Buat pelatihan" }).click();
	const draft = page.url();
	await page.getByRole("link", { name: "Lihat bank soal" }).click();
	await page.getByRole("link", { name: "Simulasikan bank ini" }).click();
	await expect(page.locator("main")).toContainText("Belum dapat disimulasikan");
	await expect(page.getByRole("button", { name: "Jalankan simulasi" })).toHaveCount(0);

	const questions = Array.from(
		{ length: 16 },
		(_, n) => `::Soal ${n}::Benarkah nomor ${n}?{${n % 2 ? "T" : "F"}}`,
	);
	const buffer = Buffer.from(questions.join("\n\n"));
	await page.goto(`${draft}/impor`);
	await page.locator('[name="file"]').setInputFiles({ name: "bank.gift", mimeType: "text/plain", buffer });
	await page.getByRole("button", { name: "Baca berkas" }).click();
	await page.getByRole("button", { name: "Masukkan 16 soal" }).click();
	await page.goto(`${draft}/simulasi`);
	await page.getByLabel("Orang rekaan").selectOption("500");
	await page.getByRole("button", { name: "Jalankan simulasi" }).click();
	await expect(page.getByRole("heading", { name: "Hasil simulasi" })).toBeVisible({ timeout: 45_000 });
	await expect(page.locator("main")).toContainText("500 orang rekaan menjawab dari 16 soal.");
	// Everybody meets nearly every item of so small a bank.
	await expect(page.getByRole("row", { name: /Paparan terbesar/ })).toContainText("belum tercapai");
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.describe("with a script", () => {
	test.use({ javaScriptEnabled: true });

	test("an item and the result have no finding of axe", async ({ page }) => {
		test.setTimeout(90_000);
		await examinee(page);
		await page.goto("/asesmen");
		await page.getByRole("button", { name: "Mulai asesmen" }).click();
		await expectAccessible(page);
		while (!page.url().endsWith("/asesmen/hasil"))
			await page.getByRole("button", { name: "Saya tidak tahu" }).click();
		await expectAccessible(page);
	});

	test("a system-admin simulates the national bank, and confirms what recalibration proposes", async ({
		page,
	}) => {
		test.setTimeout(90_000);
		await openAs(page, accountOf("system-admin"), "/sistem");
		await page.getByRole("link", { name: "Kesukaran soal asesmen" }).click();
		await page.getByLabel("Orang rekaan").selectOption("500");
		await page.getByRole("button", { name: "Jalankan simulasi" }).click();
		await expect(page.getByText(/^500 orang rekaan menjawab dari \d+ soal\.$/)).toBeVisible({
			timeout: 45_000,
		});
		await page.getByRole("button", { name: "Hitung usulan sekarang" }).click();
		await expect(page.getByText("Usulan sedang dihitung.")).toBeVisible();
		const code = await proposeOneChange();
		await page.goto("/sistem/asesmen");
		await expect(page.getByRole("row", { name: code })).toContainText("lebih sukar 0,5");
		await expectAccessible(page);

		await page.getByLabel("Alasan pengesahan").fill("Cukup.");
		await page.getByRole("button", { name: "Sahkan usulan ini" }).click();
		await expect(page.getByRole("alert")).toContainText("Belum ada yang diubah");
		await expect(page.getByLabel("Alasan pengesahan")).toHaveValue("Cukup.");
		await page.getByLabel("Alasan pengesahan").fill("Jawaban bulan ini sudah cukup.");
		await page.getByRole("button", { name: "Sahkan usulan ini" }).click();
		await expect(page.getByText("Versi 1 berlaku untuk asesmen")).toBeVisible();
		await expect(page.getByRole("row", { name: /Jawaban bulan ini sudah cukup/ })).toBeVisible();
	});
});

/** Waits for the job's proposal, which has too few answers to go by, and writes one change into it. @returns its item */
async function proposeOneChange(): Promise<string> {
	const busy =
		"SELECT 1 FROM jobs WHERE name = 'placement.recalibration' AND state IN ('waiting', 'running')";
	await expect.poll(() => siteRows(busy), { timeout: 30_000 }).toEqual([]);
	const national =
		"SELECT code, competence, asked_hash FROM items WHERE version_id IS NULL AND retired_at IS NULL";
	const [item] = siteRows<{ code: string; competence: string; asked_hash: string }>(national);
	const { code = "", competence, asked_hash: askedHash } = item ?? {};
	const change = { code, competence, askedHash, discrimination: 1, answers: 40, before: 0, after: 0.5 };
	const client = new Database(path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite"), {
		timeout: 10_000,
	});
	const changes = JSON.stringify([{ ...change, standardError: 0.2 }]);
	client.prepare("UPDATE placement_proposals SET changes = ? WHERE applied_as IS NULL").run(changes);
	client.close();
	return code;
}
