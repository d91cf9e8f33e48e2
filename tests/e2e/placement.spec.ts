import { expect, expectAccessible, test } from "../support/journey.ts";
import { newLearner } from "../support/newLearner.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

test("a newcomer is placed without JavaScript, item by item, through a break, a double click and the back button", async ({
	browser,
	page,
}) => {
	test.setTimeout(90_000);
	await newLearner(browser, page);
	await page.goto("/beranda");
	await page.getByRole("link", { name: "Ketahui jenjang Anda" }).click();
	await page.getByRole("button", { name: "Mulai asesmen" }).click();
	await expect(page.locator("legend")).toContainText("Soal 1 ");
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

test.describe("with a script", () => {
	test.use({ javaScriptEnabled: true });

	test("an item and the result have no finding of axe", async ({ browser, page }) => {
		test.setTimeout(90_000);
		await newLearner(browser, page);
		await page.goto("/asesmen");
		await page.getByRole("button", { name: "Mulai asesmen" }).click();
		await expectAccessible(page);
		while (!page.url().endsWith("/asesmen/hasil"))
			await page.getByRole("button", { name: "Saya tidak tahu" }).click();
		await expectAccessible(page);
	});
});
