import { openAs } from "../support/directSession.ts";
import { essayCourse } from "../support/essayCourse.ts";
import { examinee } from "../support/examinee.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";

test("a free text: written, waiting, marked blind without a script, certified", async ({ browser, page }) => {
	test.setTimeout(90_000);
	const course = `/pelatihan/${essayCourse()}`;
	const { name } = await examinee(page);
	await page.goto(course);
	await page.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await page.goto(`${course}/ujian`);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	await page
		.getByLabel("Jawaban Anda")
		.fill("Saya tidak membuka tautannya.\n\nSaya melapor kepada tim tanggap insiden.");
	// The text is kept and sent while the button is held down: what the page says of it must not move the button away.
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).hover();
	await page.mouse.down();
	await expect(page.locator("#exam-state")).not.toBeEmpty();
	await page.mouse.up();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.locator("main")).toContainText("Menunggu penilaian");
	await expect(page.locator("main")).toContainText("tidak dapat hilang");
	await expectAccessible(page);
	await page.goto("/beranda");
	await expect(page.locator("main")).toContainText("Menunggu penilaian");
	await page.goto(`${course}/ujian`);
	await expect(page.locator("main")).toContainText("menunggu penilaian uraian");

	const context = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: false });
	const reviewer = await context.newPage();
	await openAs(reviewer, accountOf("reviewer"), "/penilaian");
	const row = reviewer.getByRole("row").filter({ hasText: "Uraian Keamanan" });
	await expect(row).toHaveCount(1);
	await expect(reviewer.locator("main")).not.toContainText(name);
	await row.getByRole("link").click();
	await expect(reviewer.locator("main")).toContainText("Saya melapor kepada tim tanggap insiden.");
	await expect(reviewer.locator("main")).not.toContainText(name);
	// What is missing is said, and nothing that was typed is lost.
	await reviewer.getByRole("group", { name: "Langkahnya benar" }).getByText("500 poin").click();
	await reviewer.getByLabel("Komentar untuk peserta").fill("Langkah Anda tepat dan runtut.");
	await reviewer.getByRole("button", { name: "Simpan nilai" }).click();
	await expect(reviewer.getByRole("alert")).toContainText("Pilih satu tingkat");
	await expect(reviewer.getByLabel("Komentar untuk peserta")).toHaveValue("Langkah Anda tepat dan runtut.");
	await expect(
		reviewer.getByRole("group", { name: "Langkahnya benar" }).getByRole("radio").nth(2),
	).toBeChecked();
	await reviewer.getByRole("group", { name: "Alasannya jelas" }).getByText("250 poin").click();
	await reviewer.getByRole("button", { name: "Simpan nilai" }).click();
	await expect(reviewer.locator("main")).toContainText("Nilai Anda tersimpan.");
	await context.close();

	await page.goto(`${course}/ujian/hasil`);
	await expect(page.locator("main")).toContainText("Nilai yang dihitung: 750 dari 1.000 poin.");
	await expect(page.locator("main")).toContainText("Langkah Anda tepat dan runtut.");
	await expect(page.getByRole("link", { name: "Buka sertifikat" })).toBeVisible();
	await expectAccessible(page);
	await page.goto("/beranda");
	await expect(page.locator("main")).toContainText("sudah dinilai");
});
