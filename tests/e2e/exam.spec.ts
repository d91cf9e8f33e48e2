import type { Page } from "@playwright/test";
import { answersFor } from "../support/answerKey.ts";
import { expect, expectAccessible, holdScripts, test } from "../support/journey.ts";
import { fillSignIn, newLearner } from "../support/newLearner.ts";
import { siteRows } from "../support/siteRows.ts";

const EXAM = "/pelatihan/keamanan-siber/ujian";

async function begin(page: Page) {
	await page.goto("/pelatihan/keamanan-siber");
	await page.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await page.goto(EXAM);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	const attempt = (await page.locator("input[name=attempt]").getAttribute("value")) ?? "";
	return { attempt, key: answersFor(attempt) };
}

const savedIn = (attempt: string) =>
	siteRows<{ n: number }>(
		"select count(*) as n from attempt_items where attempt_id = ? and answer is not null",
		attempt,
	)[0]?.n;

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

	test("a session that ended in the middle of an exam loses nothing: sign in and go on", async ({
		page,
		browser,
		context,
	}) => {
		const { number, password } = await newLearner(browser, page);
		const { attempt, key } = await begin(page);
		for (const fill of key) await fill(page);
		await context.clearCookies();
		await page.getByRole("button", { name: "Simpan jawaban" }).click();
		await expect(page.getByText("isian Anda masih ada")).toBeVisible();
		expect(savedIn(attempt)).toBe(0);
		await fillSignIn(page, number, "salah sama sekali");
		await expect(page.getByRole("alert")).toContainText("tidak cocok");
		await fillSignIn(page, number, password);
		await expect(page.getByText("Jawaban Anda tersimpan.")).toBeVisible();
		expect(savedIn(attempt)).toBe(key.length);
		// What was kept for another person's attempt changes nothing of it.
		await context.clearCookies();
		await page.getByRole("button", { name: "Simpan jawaban" }).click();
		await page.getByRole("button", { name: /^Auditor/ }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(/tidak ditemukan/i);
	});
});

test("an answer given before the script has come is sent as soon as it is there", async ({
	page,
	browser,
}) => {
	const arrive = await holdScripts(page);
	await newLearner(browser, page);
	const { attempt, key } = await begin(page);
	for (const fill of key) await fill(page);
	arrive();
	await expect(page.locator("#exam-state")).toContainText("Terkirim pukul");
	expect(savedIn(attempt)).toBe(key.length);
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.getByText("Lulus", { exact: true })).toBeVisible();
});

test("answers of two tabs are both kept, and the back button after handing in changes nothing", async ({
	page,
	browser,
	context,
}) => {
	await newLearner(browser, page);
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

test("a lost connection keeps each answer on the device, says so, and sends it when it is back", async ({
	page,
	browser,
	context,
	problems,
}) => {
	await newLearner(browser, page);
	const { attempt, key } = await begin(page);
	await key[0]?.(page);
	const state = page.locator("#exam-state");
	await state.scrollIntoViewIfNeeded();
	await context.setOffline(true);
	await key[1]?.(page);
	await page.locator("body").click({ position: { x: 2, y: 2 } });
	await expect(state).toContainText("Tersimpan di perangkat");
	expect(savedIn(attempt) ?? 0).toBeLessThan(2);
	await context.setOffline(false);
	await expect(state).toContainText("Terkirim pukul");
	await expect.poll(() => savedIn(attempt)).toBe(2);
	// Chromium itself reports the request that could not be sent.
	expect(problems.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
	problems.length = 0;
});
