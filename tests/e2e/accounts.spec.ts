import type { Page } from "@playwright/test";
import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { mailsTo } from "../support/mailbox.ts";
import { fillSignIn } from "../support/newLearner.ts";
import { pdfText } from "../support/pdfText.ts";

const year = 1940 + Number(process.env.TEST_WORKER_INDEX ?? 0);

/** Adds a person as their agency's admin; the page is left on their account. */
async function add(admin: Page, name: string, number: string, email = ""): Promise<void> {
	await enterAs(admin.context(), accountOf("agency-admin").identifier);
	await admin.goto("/orang/baru");
	await admin.getByLabel("Nama", { exact: true }).fill(name);
	await admin.getByLabel("NIP atau NI PPPK").fill(number);
	if (email) await admin.locator('input[name="email"]').fill(email);
	await admin.getByLabel("Jabatan", { exact: true }).fill("Arsiparis");
	await admin.getByRole("button", { name: "Tambahkan", exact: true }).click();
	await expect(admin.getByText("Belum memiliki akun.")).toBeVisible();
}

/** The path of the link in the n-th mail to the address, from 1 on. */
async function linkOf(address: string, n: number): Promise<string> {
	await expect.poll(() => mailsTo(address).length).toBeGreaterThanOrEqual(n);
	return /\/sandi\/\S+/.exec(mailsTo(address)[n - 1] ?? "")?.[0] ?? "";
}

test.describe("at 360 px", () => {
	test.use({ viewport: { width: 360, height: 800 } });

	test("a newcomer opens the account by the link of a mail, and gets a new password by another", async ({
		page,
		browser,
	}) => {
		const [name, number, email] = ["Ayu Undangan", `${year}01011990012001`, `ayu${year}@contoh.go.id`];
		const context = await browser.newContext({ baseURL: process.env.SITE_URL });
		const admin = await context.newPage();
		await add(admin, name, number, email);
		await admin.getByRole("button", { name: "Kirim tautan lewat e-mail" }).click();
		await expect(admin.getByText("Undangan dikirim.")).toBeVisible();
		await context.close();

		const invitation = await linkOf(email, 1);
		await page.goto(invitation);
		await expect(page.getByText(`Akun ini atas nama ${name}`)).toBeVisible();
		await expectAccessible(page);
		await page.locator('input[name="fresh"]').fill("pendek");
		await page.getByRole("button", { name: "Simpan dan masuk" }).click();
		await expect(page.getByRole("alert")).toContainText("terlalu pendek");
		await page.locator('input[name="fresh"]').fill("payung biru meja kayu");
		await page.getByRole("button", { name: "Simpan dan masuk" }).click();
		await expect(page.locator(".site-header").getByText(name)).toBeVisible();
		expect((await page.goto(invitation))?.status()).toBe(410);

		const visit = await browser.newContext({ baseURL: process.env.SITE_URL });
		const elsewhere = await visit.newPage();
		await elsewhere.goto("/masuk");
		await elsewhere.getByRole("link", { name: "Lupa kata sandi" }).click();
		await elsewhere.locator('input[name="identifier"]').fill(email);
		await elsewhere.getByRole("button", { name: "Kirim tautan" }).click();
		await expect(elsewhere.getByRole("heading", { name: "Permintaan diterima" })).toBeVisible();
		await elsewhere.goto(await linkOf(email, 2));
		await elsewhere.locator('input[name="fresh"]').fill("kucing hujan sepeda");
		await elsewhere.getByRole("button", { name: "Simpan dan masuk" }).click();
		await expect(elsewhere.locator(".site-header").getByText(name)).toBeVisible();
		await visit.close();
		await page.goto("/beranda");
		await expect(page).toHaveURL(/\/masuk/);
		await fillSignIn(page, email, "kucing hujan sepeda");
		await expect(page.locator(".site-header").getByText(name)).toBeVisible();
		await expect.poll(() => mailsTo(email).at(-1)).toContain("baru saja diganti");
	});
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("a newcomer without e-mail opens the account by the code of the printed letter", async ({
		page,
		browser,
	}) => {
		const [name, number] = ["Budi Surat", `${year}01011990012002`];
		const context = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: false });
		const admin = await context.newPage();
		await add(admin, name, number);
		const personId = new URL(admin.url()).pathname.split("/")[2] ?? "";
		// The browser would only save the file; the form is the page's own.
		const headers = { Origin: process.env.SITE_URL ?? "" };
		const answer = await context.request.post("/orang/undangan/surat", {
			form: { person: personId },
			headers,
		});
		expect(answer.headers()["content-type"]).toBe("application/pdf");
		const pieces = pdfText(await answer.body());
		await context.close();
		const code = pieces.find((piece) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/.test(piece)) ?? "";
		await page.goto("/masuk");
		await page.getByRole("link", { name: "Saya punya kode undangan" }).click();
		await page.locator('input[name="identifier"]').fill(number);
		await page.locator('input[name="code"]').fill("AAAA-AAAA-AAAA-AAAA");
		await page.locator('input[name="fresh"]').fill("payung biru meja kayu");
		await page.getByRole("button", { name: "Simpan dan masuk" }).click();
		await expect(page.getByRole("alert")).toContainText("kode tidak cocok");
		await page.locator('input[name="code"]').fill(code.toLowerCase());
		await page.locator('input[name="fresh"]').fill("payung biru meja kayu");
		await page.getByRole("button", { name: "Simpan dan masuk" }).click();
		await expect(page.locator(".site-header").getByText(name)).toBeVisible();
	});
});
