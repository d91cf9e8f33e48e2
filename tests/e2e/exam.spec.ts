import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { touchItem } from "../support/answerKey.ts";
import { begin, EXAM, savedIn } from "../support/exam.ts";
import { examinee } from "../support/examinee.ts";
import { expect, expectAccessible, holdScripts, test } from "../support/journey.ts";
import { fillSignIn } from "../support/newLearner.ts";
import { runProgram } from "../support/program.ts";
import { siteRows } from "../support/siteRows.ts";

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

	test("a session that ended in the middle of an exam loses nothing: sign in and go on", async ({
		page,
		context,
	}) => {
		const { number, password } = await examinee(page);
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

test("an answer given before the script has come is sent as soon as it is there", async ({ page }) => {
	const arrive = await holdScripts(page);
	await examinee(page);
	const { attempt, key } = await begin(page);
	for (const fill of key) await fill(page);
	arrive();
	await expect(page.locator("#exam-state")).toContainText("Terkirim pukul");
	expect(savedIn(attempt)).toBe(key.length);
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.getByText("Lulus", { exact: true })).toBeVisible();
	await receiptIsGenuine(page, key.length);
});

test("an answer given while the journal is being read is kept too", async ({ page }) => {
	// What was asked of the device's journal is answered only when the test says so.
	await page.addInitScript(() => {
		const native = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
		const isReleased = new Promise((release) => window.addEventListener("release", release));
		Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
			set(this: IDBTransaction, done: (event: Event) => void) {
				document.documentElement.dataset.isReading = "yes";
				native?.set?.call(this, (event: Event) => void isReleased.then(() => done(event)));
			},
		});
	});
	await examinee(page);
	const { attempt, key } = await begin(page);
	await expect(page.locator("html[data-is-reading]")).toHaveCount(1);
	for (const fill of key) await fill(page);
	await page.evaluate(() => window.dispatchEvent(new Event("release")));
	await expect(page.locator("#exam-state")).toContainText("Terkirim pukul");
	expect(savedIn(attempt)).toBe(key.length);
});

/** Downloads the receipt as a person does, and checks it as an operator does: whole, and with one character changed. */
async function receiptIsGenuine(page: Page, items: number) {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Unduh tanda terima" }).click(),
	]);
	const file = await download.path();
	const env = { DATA_DIR: process.env.SITE_DATA_DIR ?? "" };
	const check = (name: string) => runProgram("bin/cakap", ["verify-receipt", name, "--json"], { env });
	const good = await check(file);
	expect(JSON.parse(good.stdout)).toMatchObject({ genuine: true, missing: [], submissionMissing: false });
	expect(JSON.parse(good.stdout).answers).toBeGreaterThanOrEqual(items);
	expect(good.code).toBe(0);
	const changed = `${file}.x`;
	writeFileSync(changed, readFileSync(file, "utf8").replace('"position":2', '"position":3'));
	const bad = await check(changed);
	expect([bad.code, JSON.parse(bad.stdout).reason]).toEqual([1, "changed"]);
	const preview = await runProgram("bin/cakap", ["restore-receipt", file], { env });
	expect([preview.code, preview.stdout]).toEqual([0, expect.stringContaining("Belum ada yang diubah")]);
	expect((await runProgram("bin/cakap", ["verify-receipt"], { env })).code).toBe(2);
}

test("a lost connection keeps each answer on the device, says so, and sends it when it is back", async ({
	page,
	context,
	problems,
}) => {
	await examinee(page);
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

test("a session that ends while answering is told, and what was answered meanwhile arrives after signing in", async ({
	page,
	context,
}) => {
	const { number, password } = await examinee(page);
	const { attempt, key } = await begin(page);
	await key[0]?.(page);
	const state = page.locator("#exam-state");
	await expect(state).toContainText("Terkirim pukul");
	await context.clearCookies();
	await key[1]?.(page);
	await expect(state).toContainText("Sesi Anda berakhir");
	expect(savedIn(attempt)).toBe(1);
	await state.getByRole("link", { name: "Lanjutkan" }).click();
	await fillSignIn(page, number, password);
	await expect(page.locator("#exam-state")).toContainText("Terkirim pukul");
	expect(savedIn(attempt)).toBe(2);
});

test("a browser that is closed without a connection sends what it kept when it is opened again", async ({
	page,
	playwright,
}, testInfo) => {
	const { number, password } = await examinee(page);
	const { attempt, key } = await begin(page);
	// A browser with a profile of its own on disk, so that it can be killed and opened again.
	const { launchOptions, locale, timezoneId } = testInfo.project.use;
	const profile = testInfo.outputPath("profile");
	const open = () =>
		playwright.chromium.launchPersistentContext(profile, {
			...launchOptions,
			...{ locale, timezoneId },
			baseURL: process.env.SITE_URL,
		});
	const first = await open();
	const there = await first.newPage();
	await there.goto("/masuk");
	await fillSignIn(there, number, password);
	await expect(there.locator(".site-header")).toContainText("Peserta");
	await there.goto(EXAM);
	await expect(there.locator("#exam-elsewhere")).toContainText("juga terbuka di Chrome");
	await first.setOffline(true);
	await key[0]?.(there);
	await key[1]?.(there);
	await there.locator("h1").click();
	await expect(there.locator("#exam-state")).toContainText("Tersimpan di perangkat");
	expect(savedIn(attempt)).toBe(0);
	await first.close();
	const second = await open();
	const again = await second.newPage();
	await again.goto(EXAM);
	await expect(again.locator("#exam-state")).toContainText("Terkirim pukul");
	expect(savedIn(attempt)).toBe(2);
	await expectAccessible(again);
	// Going on here stops the first browser, which is told so.
	await again.getByRole("button", { name: "Lanjutkan di sini" }).click();
	await expect(again.locator("#exam-elsewhere button")).toBeVisible();
	// One touch: an item of several fields would be closed between two of them.
	await touchItem(page, 3);
	await expect(page.locator("#exam-elsewhere")).toContainText("Ujian dilanjutkan di");
	expect(savedIn(attempt)).toBe(3);
	const field = page.locator("#q1").locator("input:not([type=hidden]), select").first();
	await expect(field).toBeDisabled();
	await page.getByRole("button", { name: "Lanjutkan di sini" }).click();
	await expect(field).toBeEnabled();
	await second.close();
});

test("the exam goes by the server's clock when the computer's is years off", async ({ page }) => {
	await page.clock.install({ time: new Date("2031-05-01T00:00:00Z") });
	await examinee(page);
	const { attempt, key } = await begin(page);
	await expect(page.locator("#exam-left")).toHaveText(/^(2\d|3\d|4\d|5\d|60)\.\d\d$/);
	await key[0]?.(page);
	await page.clock.runFor(2000);
	await expect(page.locator("#exam-state")).toContainText("Terkirim pukul");
	const [row] = siteRows<{ given: number; received: number }>(
		"select given_at as given, received_at as received from answer_events where attempt_id = ?",
		attempt,
	);
	expect(Math.abs((row?.given ?? 0) - Date.now())).toBeLessThan(60_000);
	expect(row?.given).toBeLessThanOrEqual(row?.received ?? 0);
});
