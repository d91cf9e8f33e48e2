import type { Browser, Page } from "@playwright/test";
import { enterAs } from "./directSession.ts";
import { accountOf, expect } from "./journey.ts";

export type Newcomer = { name: string; number: string; password: string };

/** Distinct in one run: each of Playwright's workers, also one that replaces another, has a year of its own. */
const year = 1995 + Number(process.env.TEST_WORKER_INDEX ?? 0);
let made = 0;

/** A person whom an agency's admin adds through the site, with the password that they chose by the code they were given. */
export async function newLearner(browser: Browser, page: Page): Promise<Newcomer> {
	const serial = String(++made).padStart(3, "0");
	const number = `19700101${year}012${serial}`;
	const name = `Peserta ${year} ${serial}`;
	const context = await browser.newContext({ baseURL: process.env.SITE_URL });
	const admin = await context.newPage();
	await enterAs(context, accountOf("agency-admin").identifier);
	await admin.goto("/orang/baru");
	await admin.getByLabel("Nama", { exact: true }).fill(name);
	await admin.getByLabel("NIP atau NI PPPK").fill(number);
	await admin.getByLabel("Jabatan", { exact: true }).fill("Arsiparis");
	await admin.getByRole("button", { name: "Tambahkan", exact: true }).click();
	await admin.getByRole("button", { name: "Buat kode lisan" }).click();
	const code = (await admin.locator("main code").textContent()) ?? "";
	await context.close();
	const password = "payung biru meja kayu";
	await page.goto("/aktivasi");
	await page.locator('input[name="identifier"]').fill(number);
	await page.locator('input[name="code"]').fill(code);
	await page.locator('input[name="fresh"]').fill(password);
	await page.getByRole("button", { name: "Simpan dan masuk" }).click();
	await expect(page.locator(".site-header").getByText(name)).toBeVisible();
	return { name, number, password };
}

/** Fills the sign-in form that is on the screen and sends it. */
export async function fillSignIn(page: Page, number: string, password: string): Promise<void> {
	await page.locator('input[name="identifier"]').fill(number);
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "Masuk", exact: true }).click();
}
