import { touchItem } from "../support/answerKey.ts";
import { enterAs } from "../support/directSession.ts";
import { begin, EXAM, savedIn } from "../support/exam.ts";
import { examinee } from "../support/examinee.ts";
import { expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

test("answers of two tabs are both kept, and the back button after handing in changes nothing", async ({
	page,
	context,
}) => {
	await examinee(page);
	const { attempt, key } = await begin(page);
	const second = await context.newPage();
	await second.goto(EXAM);
	const half = Math.floor(key.length / 2);
	for (const fill of key.slice(0, half)) await fill(page);
	for (const fill of key.slice(half)) await fill(second);
	await second.getByRole("button", { name: "Simpan jawaban" }).click();
	await expect(second.getByText("Jawaban Anda tersimpan.")).toBeVisible();
	await expect.poll(() => savedIn(attempt)).toBe(key.length);
	await page.goto(`${EXAM}/ringkasan`);
	await expectAccessible(page);
	await second.goto(`${EXAM}/ringkasan`);
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.getByText("Lulus", { exact: true })).toBeVisible();
	await expectAccessible(page);
	await second.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(second.getByRole("heading", { name: "Hasil ujian" })).toBeVisible();
	const certificates = "select count(*) as n from certificates where attempt_id = ?";
	expect(siteRows<{ n: number }>(certificates, attempt)[0]?.n).toBe(1);
	await page.goBack();
	await page.goBack();
	const save = page.getByRole("button", { name: "Simpan jawaban" });
	if (await save.isVisible()) {
		await save.click();
		await expect(page.getByText("Ujian ini sudah dikumpulkan. Jawaban tidak berubah.")).toBeVisible();
	} else await expect(page.getByText("Anda sudah lulus ujian ini.")).toBeVisible();
});

test("a second device joins while the first has no connection: what was given last counts, and all is kept", async ({
	page,
	context,
	browser,
	problems,
}) => {
	const { number } = await examinee(page);
	const { attempt, key } = await begin(page);
	await touchItem(page, 1);
	await expect(page.locator("#exam-state")).toContainText("Terkirim pukul");
	await context.setOffline(true);
	await touchItem(page, 2);
	await key[2]?.(page);
	await expect(page.locator("#exam-state")).toContainText("Tersimpan di perangkat");

	const other = await browser.newContext({ baseURL: process.env.SITE_URL, locale: "id-ID" });
	await enterAs(other, number);
	const phone = await other.newPage();
	await phone.goto(EXAM);
	await expect(phone.locator("#exam-elsewhere")).toContainText("Ujian ini juga terbuka di");
	await key[1]?.(phone);
	await expect(phone.locator("#exam-state")).toContainText("Terkirim pukul");
	// The first device hears of it when it speaks next, and is not to speak before the server knows.
	const reloaded = phone.waitForEvent("load");
	await phone.getByRole("button", { name: "Lanjutkan di sini" }).click();
	await reloaded;
	await context.setOffline(false);
	await expect(page.locator("#exam-elsewhere")).toContainText("Ujian dilanjutkan di");
	await expect(page.locator("#q1[disabled]")).toHaveCount(1);
	const devices =
		"select count(distinct device) as n from answer_events where attempt_id = ? and position = ?";
	const devicesOf = (position: number) => siteRows<{ n: number }>(devices, attempt, position)[0]?.n;
	await expect.poll(() => [1, 2, 3].map(devicesOf)).toEqual([1, 2, 1]);

	await phone.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await phone.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(phone.getByRole("heading", { name: "Hasil ujian" })).toBeVisible();
	const points = "select milli_points as n from attempt_items where attempt_id = ? and position in (2, 3)";
	expect(siteRows<{ n: number }>(points, attempt).map(({ n }) => n)).toEqual([1000, 1000]);
	await other.close();
	// Chromium itself reports the requests that could not be sent.
	expect(problems.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
	problems.length = 0;
});
