import type { Browser, Page } from "@playwright/test";
import { openAs } from "../support/directSession.ts";
import { examinee } from "../support/examinee.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

/** On the clocks of WIB, as the browser's own field takes it. */
const wib = (minutes: number) =>
	new Date(Date.now() + (7 * 60 + minutes) * 60_000).toISOString().slice(0, 16);

async function someLearner(browser: Browser) {
	const context = await browser.newContext({
		baseURL: process.env.SITE_URL,
		viewport: { width: 360, height: 800 },
	});
	const page = await context.newPage();
	return { page, context, ...(await examinee(page)) };
}

async function handIn(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page).toHaveURL(/hasil/);
}

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("a session for two: created, begun, watched as they answer and hand in, ten minutes more for a room", async ({
	page,
	browser,
}) => {
	test.setTimeout(150_000);
	const one = await someLearner(browser);
	const two = await someLearner(browser);
	await openAs(page, accountOf("agency-admin"), "/sesi-ujian/baru");
	await page.getByLabel("Pelatihan", { exact: true }).selectOption({ label: "Keamanan Siber untuk ASN" });
	await page.getByLabel("Nama sesi").fill("Gelombang uji");
	await page.getByLabel("Dibuka").fill(wib(-1));
	await page.getByLabel("Ditutup").fill(wib(-5));
	await page.getByLabel("Zona waktu").selectOption("Asia/Jakarta");
	await page.getByLabel("Ruang", { exact: true }).fill("Aula");
	await page.getByLabel("NIP peserta").fill(`${one.number}\n123\n${two.number}`);
	await page.getByRole("button", { name: "Simpan sesi" }).click();
	await expect(page.getByRole("alert")).toContainText("Waktu tutup harus setelah waktu buka");
	await expect(page.getByLabel("NIP peserta")).toHaveValue(`${one.number}\n123\n${two.number}`);
	await page.getByLabel("Ditutup").fill(wib(90));
	await page.getByRole("button", { name: "Simpan sesi" }).click();
	await expect(page.getByRole("alert")).toContainText("Baris 2: bukan 18 angka");
	await page.getByLabel("NIP peserta").fill(`${one.number}\n${two.number}`);
	await page.getByRole("button", { name: "Simpan sesi" }).click();
	await expect(page.getByText("Sesi ujian disimpan dengan 2 peserta.")).toBeVisible();
	await expect(rowOf(page, one.name)).toContainText("belum mulai");
	await expectAccessible(page);

	await one.page.goto("/beranda");
	await expect(one.page.getByText("Gelombang uji: ruang Aula")).toBeVisible();
	await one.page.getByRole("link", { name: "Buka halaman ujian" }).click();
	await expectAccessible(one.page);
	await one.page.getByRole("button", { name: "Mulai ujian" }).click();
	await expect(one.page.locator("#exam-left")).toBeVisible();
	await page.getByRole("link", { name: "Muat ulang" }).click();
	await expect(rowOf(page, one.name)).toContainText("mulai; 0 soal dijawab");
	const field = one.page.locator("#q1").locator("input:not([type=hidden]), select").first();
	const kind = await field.evaluate((it) => (it instanceof HTMLInputElement ? it.type : "list"));
	if (kind === "list") await field.selectOption({ index: 1 });
	else if (kind === "text") await field.fill("7");
	else await field.check();
	await expect(one.page.locator("#exam-state")).toContainText("Terkirim");
	// The list comes anew by itself.
	await expect(rowOf(page, one.name)).toContainText("terkirim; 1 soal dijawab", { timeout: 15_000 });

	const deadline = () =>
		siteRows<{ at: number }>(
			"select deadline_at as at from attempts t join people p on p.id = t.person_id where p.name = ?",
			one.name,
		)[0]?.at ?? 0;
	const before = deadline();
	await page.getByLabel("Berlaku untuk").selectOption({ label: "semua peserta Aula" });
	await page.getByLabel("Tambahan waktu (menit)").fill("10");
	await page.getByRole("button", { name: "Tambah waktu" }).click();
	await expect(page.getByRole("alert")).toContainText("Tulis alasannya");
	await page.getByLabel("Alasan").fill("Listrik padam sepuluh menit.");
	await page.getByRole("button", { name: "Tambah waktu" }).click();
	await expect(page.getByText("2 peserta terkena, 0 peserta tetap")).toBeVisible();
	await expectAccessible(page);
	expect(deadline()).toBe(before);
	await page.getByRole("button", { name: "Jalankan" }).click();
	await expect(rowOf(page, "sudah dijalankan")).toContainText("2");
	expect(deadline()).toBe(before + 600_000);
	await expect(rowOf(page, two.name)).toContainText("tambahan 10 menit");

	await handIn(one.page);
	await page.goto("/sesi-ujian");
	await page.getByRole("link", { name: "Gelombang uji" }).click();
	await expect(rowOf(page, one.name)).toContainText("dikumpulkan");
	await page.setViewportSize({ width: 360, height: 800 });
	await page.getByRole("link", { name: "Ubah sesi" }).click();
	await expectAccessible(page);
	await page.getByRole("link", { name: "Kembali ke sesi" }).click();
	await expectAccessible(page);
	await one.context.close();
	await two.context.close();
});

test("a session for a unit: moved to another time and given a room, then called off, each with its reason", async ({
	page,
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await openAs(page, accountOf("agency-admin"), "/sesi-ujian/baru");
	await page.getByLabel("Pelatihan", { exact: true }).selectOption({ label: "Keamanan Siber untuk ASN" });
	await page.getByLabel("Nama sesi").fill("Gelombang unit");
	await page.getByLabel("Dibuka").fill(wib(60 * 24 * 30));
	await page.getByLabel("Ditutup").fill(wib(60 * 24 * 30 + 90));
	await page.getByLabel("Ruang", { exact: true }).fill("Ruang Satu");
	await page.getByRole("button", { name: "Simpan sesi" }).click();
	await expect(page.getByRole("alert")).toContainText("Tulis NIP peserta atau pilih unit kerja.");
	await page.getByRole("group", { name: "Unit kerja" }).getByRole("checkbox").last().check();
	await page.getByRole("radio", { name: "Satu unit tetap bersama" }).check();
	await page.getByRole("button", { name: "Simpan sesi" }).click();
	await expect(page.getByText(/Sesi ujian disimpan dengan [1-9]\d* peserta/)).toBeVisible();

	await page.getByRole("link", { name: "Ubah sesi" }).click();
	await page.getByLabel("Ditutup").fill(wib(60 * 24 * 30 + 120));
	await page.getByLabel("Nama ruang 1").fill("Aula Barat");
	await page.getByLabel("NIP pengawas baru (Ruang Satu)").fill("199001012015011999");
	await page.getByLabel("Ruang tambahan").fill("Aula Timur");
	await page.locator("#f-reason").fill("Ruang dipakai rapat pimpinan.");
	const save = page.getByRole("button", { name: "Simpan sesi" });
	await save.click();
	await expect(page.getByRole("alert")).toContainText(
		"Aula Barat: pengawas tidak ditemukan di instansi ini.",
	);
	await expect(page.getByLabel("Nama ruang 1")).toHaveValue("Aula Barat");
	await expectAccessible(page);
	await page.getByLabel("NIP pengawas baru (Ruang Satu)").fill("");
	await save.click();
	await expect(page.getByText("Perubahan sesi disimpan dan tercatat.")).toBeVisible();
	await expect(page.locator("main")).toContainText("Aula Timur");

	await page.getByRole("link", { name: "Ubah sesi" }).click();
	await page.getByRole("button", { name: "Batalkan sesi ini" }).click();
	await expect(page.getByRole("alert")).toContainText("Tulis alasannya");
	await page.locator("#f-cancel-reason").fill("Ujian digabung dengan gelombang lain.");
	await page.getByRole("button", { name: "Batalkan sesi ini" }).click();
	await expect(page.getByText("Sesi dibatalkan.")).toBeVisible();
	await page.goto("/sesi-ujian");
	await expect(rowOf(page, "Gelombang unit")).toContainText("dibatalkan");
	await expectAccessible(page);
});

test("an examiner gives more time and decides on a late answer, on a telephone", async ({
	page,
	browser,
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	const learner = await someLearner(browser);
	await learner.page.goto("/pelatihan/keamanan-siber");
	await learner.page.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await learner.page.goto("/pelatihan/keamanan-siber/ujian");
	await learner.page.getByRole("button", { name: "Mulai ujian" }).click();
	const attempt = (await learner.page.locator("input[name=attempt]").getAttribute("value")) ?? "";
	const row = () =>
		siteRows<{ deadline_at: number; state: string; late_at: number | null }>(
			"select deadline_at, state, late_at from attempts where id = ?",
			attempt,
		)[0];
	const before = row()?.deadline_at ?? 0;
	await openAs(page, accountOf("agency-admin"), "/ujian?keadaan=berjalan");
	await page.getByRole("link", { name: learner.name }).click();
	await expectAccessible(page);
	await page.getByLabel("Tambahan waktu (menit)").fill("20");
	await page.getByLabel("Alasan").fill("Membaca dengan pembaca layar.");
	await page.getByRole("button", { name: "Tambah waktu" }).click();
	await expect(page.getByText("Tindakan sudah dijalankan")).toBeVisible();
	expect(row()?.deadline_at).toBe(before + 20 * 60_000);
	// Handed in elsewhere, an answer that comes afterwards waits for the examiner.
	const form = { attempt, page: "layar-lain", "q1.was": "lain", intent: "save" };
	const given = await learner.page.locator("#exam").evaluate((it) => {
		const fields = it.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
			"#q1 input:not([type=hidden]), #q1 select",
		);
		const field = fields[0];
		if (!field) return {};
		const value =
			field instanceof HTMLSelectElement
				? (field.options[1]?.value ?? "")
				: field.type === "text"
					? "7"
					: field.value;
		return { [field.name]: value };
	});
	await handIn(learner.page);
	const answer = await learner.page.request.post("/pelatihan/keamanan-siber/ujian?index", {
		form: { ...form, ...given },
		headers: { Origin: process.env.SITE_URL ?? "" },
		maxRedirects: 0,
	});
	expect(answer.status()).toBe(303);
	expect(row()?.late_at).not.toBeNull();
	await page.goto("/ujian");
	await page.getByRole("link", { name: learner.name }).click();
	await expect(page.getByRole("heading", { name: "Jawaban yang terlambat" })).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel("Alasan").fill("Jawaban tertahan karena satelit putus.");
	await page.getByRole("button", { name: "Hitung jawaban terlambat" }).click();
	await expect(page.getByRole("cell", { name: "dihitung", exact: true }).first()).toBeVisible();
	expect(row()).toMatchObject({ state: "submitted", late_at: null });
	await learner.context.close();
});
