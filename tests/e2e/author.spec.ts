import type { Browser, Page } from "@playwright/test";
import { accountOf, expect, expectAccessible, holdScripts, signIn, test } from "../support/journey.ts";

async function as(browser: Browser, role: string, js = true): Promise<Page> {
	const context = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: js });
	const page = await context.newPage();
	await signIn(page, accountOf(role));
	return page;
}

async function fillFacts(page: Page): Promise<void> {
	const facts = page.locator('form:has(input[value="facts"])');
	await facts.locator('[name="summary"]').fill("Cara menamai berkas agar mudah ditemukan.");
	await facts.locator('[name="outcomes"]').fill("Menamai berkas dengan pola yang sama.");
	await facts.locator('[name="competences"]').fill("D1.3 | 1");
	await facts.locator('[name="blueprint"]').fill("D1.3 | 1 | 2");
	await facts.locator('[name="signatoryName"]').fill("Penanda Tangan (sintetis)");
	await facts.locator('[name="signatoryPosition"]').fill("Kepala Badan");
	await facts.getByRole("button", { name: "Simpan" }).click();
	await expect(page.getByText("Tersimpan.", { exact: true })).toBeVisible();
}

async function addItem(page: Page, stem: string): Promise<void> {
	await page.getByRole("link", { name: "Tambah soal" }).click();
	await page.locator('[name="competence"]').fill("D1.3");
	await page.locator('[name="stem"]').fill(stem);
	await page
		.locator('[name="options"]')
		.fill("*2026-11-24_notula | Tepat.\nbaru final | Belum jelas.\nsaya | Belum jelas.");
	await page.getByRole("button", { name: "Simpan" }).click();
	await expect(page.getByText(stem)).toBeVisible();
}

test("from an empty page to a lesson that a learner opens: author, reviewer, learner", async ({
	browser,
}) => {
	test.setTimeout(120_000);
	const author = await as(browser, "training-admin");
	await expectAccessible(author);
	await author.locator('[name="title"]').fill("Menamai Berkas Dinas");
	await author.getByRole("button", { name: "Buat pelatihan" }).click();
	const draft = author.url();
	await expectAccessible(author);
	await fillFacts(author);

	await author.getByLabel("Judul materi").fill("Satu pola untuk semua");
	await author.getByRole("button", { name: "Tambah materi" }).click();
	// What is typed is saved by itself, also when the script comes late on a slow line, and what the static-only rule
	// refuses is said with its line.
	const arrive = await holdScripts(author);
	await author.reload({ waitUntil: "commit" });
	await author.locator('[name="source"]').fill("## Pola\n\nTanggal {1 + 1} lalu isi.\n");
	arrive();
	await expect(author.locator("#findings")).toContainText("Baris 3", { timeout: 20_000 });
	await author
		.locator('[name="source"]')
		.fill("## Pola\n\nTanggal lalu isi, misalnya *2026-11-24_notula*.\n");
	await author.locator('[name="objective"]').fill("Menamai berkas dengan pola tanggal dan isi.");
	await expect(author.locator("#preview")).toContainText("2026-11-24_notula", { timeout: 20_000 });
	await expect(author.locator("#editor-state")).toContainText("Tersimpan pukul");
	await expectAccessible(author);

	// The same at the width of a phone: editor, item form and draft.
	await author.setViewportSize({ width: 360, height: 800 });
	await expectAccessible(author);
	await author.goto(`${draft}/soal/baru`);
	await expectAccessible(author);
	await author.goto(draft);
	await expectAccessible(author);
	await author.setViewportSize({ width: 1280, height: 800 });
	await addItem(author, "Mana nama berkas yang baik?");
	await addItem(author, "Mana nama yang mudah diurutkan?");
	await author.getByRole("button", { name: "Ajukan untuk ditelaah" }).click();
	await expect(author.getByText("Menunggu telaah", { exact: true })).toBeVisible();

	// The reviewer works without JavaScript: everything is plain forms.
	const reviewer = await as(browser, "reviewer", false);
	await reviewer.goto("/studio");
	await reviewer.getByRole("link", { name: "Menamai Berkas Dinas" }).click();
	await reviewer.getByRole("button", { name: "Terbitkan" }).click();
	await expect(reviewer.getByText("Terbit. Peserta baru mendapat versi ini.")).toBeVisible();

	const learner = await as(browser, "learner");
	await learner.goto("/pelatihan/menamai-berkas-dinas");
	await learner.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await learner.getByRole("link", { name: "Mulai belajar" }).click();
	await expect(learner.getByRole("heading", { name: "Satu pola untuk semua" })).toBeVisible();
	await expect(learner.getByText("2026-11-24_notula")).toBeVisible();

	// A course of one agency is nothing to a stranger.
	const stranger = await browser.newPage({ baseURL: process.env.SITE_URL });
	expect((await stranger.goto("/pelatihan/menamai-berkas-dinas"))?.status()).toBe(404);

	// Withdrawn while somebody learns: they are told, and may still read; nobody else finds it.
	await reviewer.goto("/studio");
	const row = reviewer.locator("li, tr").filter({ hasText: "Menamai Berkas Dinas" });
	await row.locator("summary").click();
	await row.locator('[name="reason"]').fill("Pola namanya sudah diganti peraturan baru.");
	await row.getByRole("button", { name: "Tarik" }).click();
	await expect(reviewer.getByText("ditarik", { exact: false }).first()).toBeVisible();
	await learner.goto("/beranda");
	await expect(learner.locator(".notices")).toContainText("Pola namanya sudah diganti peraturan baru.");
	await learner.goto("/pelatihan/menamai-berkas-dinas");
	await learner
		.getByRole("link", { name: /Satu pola untuk semua/ })
		.first()
		.click();
	await expect(learner.getByText("2026-11-24_notula")).toBeVisible();
	await learner.goto("/pelatihan?cari=menamai");
	await expect(learner.getByText("Menamai Berkas Dinas")).toHaveCount(0);
});

test("what is written without a connection stays on the device and is saved when it is back", async ({
	browser,
}) => {
	const author = await as(browser, "training-admin");
	await author.locator('[name="title"]').fill("Catatan dari Lapangan");
	await author.getByRole("button", { name: "Buat pelatihan" }).click();
	await author.getByLabel("Judul materi").fill("Satu hari tanpa sinyal");
	await author.getByRole("button", { name: "Tambah materi" }).click();
	const source = author.locator('[name="source"]');
	const state = author.locator("#editor-state");
	await author.waitForLoadState();
	await author.context().setOffline(true);
	await source.fill("## Di lapangan\n\nDitulis tanpa sinyal.\n");
	await expect(state).toContainText("disimpan di perangkat ini");
	// The next visit, with what the device kept, finds the text and saves it. The tab without a line stays as it is: one
	// that closes hears of the line for a moment, and would save the text itself.
	const storageState = await author.context().storageState();
	const later = await (await browser.newContext({ storageState, baseURL: process.env.SITE_URL })).newPage();
	const here = author.url();
	await later.goto(here);
	await expect(later.locator('[name="source"]')).toHaveValue(/Ditulis tanpa sinyal/);
	await expect(later.locator("#editor-state")).toContainText("Tersimpan pukul");
	await later.reload();
	await expect(later.locator("#preview")).toContainText("Ditulis tanpa sinyal");
});
