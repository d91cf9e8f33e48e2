import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { answersFor } from "../support/answerKey.ts";
import { expect, expectAccessible, test } from "../support/journey.ts";
import { newLearner } from "../support/newLearner.ts";

const COURSE = "/pelatihan/keamanan-siber";

/** Each width and each way once: what both decide together, the layout, is looked at in pages.spec. */
const variants = [
	{ width: 360, js: true },
	{ width: 1280, js: false },
].map((one) => ({ ...one, name: `${one.width} px, JavaScript ${one.js ? "on" : "off"}` }));

for (const { name, width, js } of variants) {
	test.describe(`a learner, ${name}`, () => {
		test.use({ viewport: { width, height: 800 }, javaScriptEnabled: js });

		test("goes from sign-in to a certificate that a stranger can verify", async ({ page, browser }) => {
			test.setTimeout(120_000);
			await newLearner(browser, page);
			await enrol(page, js);
			await readLesson(page, js);
			await sitExam(page, js);
			await expect(page.getByText("Lulus", { exact: true })).toBeVisible();
			await check(page, js);
			await page.getByRole("link", { name: "Buka sertifikat" }).click();
			await expect(page.getByRole("heading", { name: "SERTIFIKAT PELATIHAN" })).toBeVisible();
			await check(page, js);
			const code = (await page.locator(".leaf-code strong").textContent()) ?? "";
			const visit = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: true });
			const stranger = await visit.newPage();
			await stranger.goto(`/periksa?code=${encodeURIComponent(code)}`);
			await expect(stranger.getByRole("heading", { name: "Sertifikat ini sah" })).toBeVisible();
			await expectAccessible(stranger);
			await visit.close();
			await checkFile(browser, await downloaded(page), js);
			await page.goto("/beranda");
			await expect(
				page.getByText("4 dari paling sedikit 20 JP").or(page.getByText("4 JP dihitung")),
			).toBeVisible();
			await check(page, js);
		});
	});
}

/** The certificate's PDF, as soon as the worker has made it. */
async function downloaded(page: Page): Promise<Buffer> {
	const link = page.getByRole("link", { name: "Unduh PDF", exact: true });
	await expect(async () => {
		await page.reload();
		await expect(link).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 30_000 });
	const arriving = page.waitForEvent("download");
	await link.click();
	return readFileSync(await (await arriving).path());
}

/** A stranger gives the file: genuine as it is, changed with one letter more; with a script it stays where it is at first. */
async function checkFile(browser: Browser, pdf: Buffer, js: boolean): Promise<void> {
	const visit = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: js });
	const stranger = await visit.newPage();
	const give = async (buffer: Buffer) => {
		const file = { name: "sertifikat.pdf", mimeType: "application/pdf", buffer };
		await stranger.getByLabel("Berkas PDF sertifikat").setInputFiles(file);
		await stranger.getByRole("button", { name: "Periksa berkas" }).click();
	};
	await stranger.goto("/periksa");
	await give(pdf);
	await expect(stranger.getByRole("status")).toContainText("Berkas ini asli dan tidak berubah");
	expect(new URL(stranger.url()).searchParams.has("sidik")).toBe(js);
	const changed = Buffer.concat([pdf, Buffer.from(" ")]);
	await give(changed);
	if (js) {
		await expect(stranger.getByRole("status")).toContainText("Sidik berkas ini tidak dikenal");
		await give(changed);
	}
	await expect(stranger.getByRole("status")).toContainText("Berkas ini berubah setelah ditandatangani");
	await check(stranger, js);
	await visit.close();
}

async function enrol(page: Page, js: boolean): Promise<void> {
	await page.goto("/pelatihan");
	await check(page, js);
	await page.locator(`main a[href="${COURSE}"]`).click();
	await check(page, js);
	await page.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await expect(page.getByText("Anda kini mengikuti pelatihan ini.")).toBeVisible();
	await page.getByRole("link", { name: "Mulai belajar" }).click();
}

async function readLesson(page: Page, js: boolean): Promise<void> {
	await check(page, js);
	const question = page.locator("form:has(input[name=check])").first();
	await question.locator("input[type=radio], input[type=checkbox]").first().check();
	await question.getByRole("button").click();
	await expect(page.locator("[role=status]").first()).toBeVisible();
	await page.getByRole("button", { name: /^Tandai sudah dibaca/ }).click();
	await expect(page.getByText("Materi ini ditandai sudah dibaca.")).toBeVisible();
}

async function sitExam(page: Page, js: boolean): Promise<void> {
	await page.goto(`${COURSE}/ujian`);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	const attempt = (await page.locator("input[name=attempt]").getAttribute("value")) ?? "";
	const key = answersFor(attempt);
	for (const fill of key.slice(0, 3)) await fill(page);
	await page.getByRole("button", { name: "Simpan jawaban" }).click();
	await expect(page.getByText("Jawaban Anda tersimpan.")).toBeVisible();
	await check(page, js);
	// The tab is closed and opened again: what was saved is there, the rest is filled in now.
	await page.goto("about:blank");
	await page.goto(`${COURSE}/ujian`);
	for (const fill of key.slice(3, -1)) await fill(page);
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await expect(page.getByText("1 soal belum dijawab:")).toBeVisible();
	await check(page, js);
	await page.getByRole("link", { name: "Kembali ke soal" }).click();
	for (const fill of key.slice(-1)) await fill(page);
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.getByRole("heading", { name: "Hasil ujian" })).toBeVisible();
}

/** Axe needs scripts to run in the page. */
async function check(page: Page, js: boolean): Promise<void> {
	if (js) await expectAccessible(page);
}
