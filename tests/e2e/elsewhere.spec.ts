import { enterAs } from "../support/directSession.ts";
import { examinee } from "../support/examinee.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";

/** An ISO day so many days from today, on the clocks of WIB. */
const inDays = (days: number) =>
	new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

test("learning elsewhere: handed in without a script on a telephone, recognised in part by the admin, and counted", async ({
	browser,
	page,
}) => {
	test.setTimeout(60_000);
	const newcomer = await examinee(page);
	const options = {
		baseURL: process.env.SITE_URL,
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 },
	};
	const context = await browser.newContext(options);
	await enterAs(context, newcomer.number);
	const phone = await context.newPage();
	const title = `Analisis Data ${newcomer.number.slice(-4)}`;
	await phone.goto("/jp");
	await phone.getByRole("link", { name: "Ajukan pembelajaran di tempat lain" }).click();
	await phone.getByLabel("Nama pelatihan").fill(title);
	await phone.getByLabel("Penyelenggara").fill("Balai Diklat Provinsi");
	await phone.getByLabel("Tanggal mulai").fill(inDays(-4));
	await phone.getByLabel("Tanggal selesai").fill(inDays(0));
	await phone.getByLabel("JP", { exact: true }).fill("12");
	const file = (text: string) => ({
		name: "sertifikat.pdf",
		mimeType: "application/pdf",
		buffer: Buffer.from(text),
	});
	await phone.getByLabel("Sertifikat", { exact: true }).setInputFiles(file("<html>bukan pdf"));
	await phone.getByRole("button", { name: "Ajukan", exact: true }).click();
	await expect(phone.getByRole("alert")).toContainText("Pilih berkas PDF");
	await expect(phone.getByLabel("Nama pelatihan")).toHaveValue(title);
	await phone.getByLabel("Sertifikat", { exact: true }).setInputFiles(file(`%PDF-1.7 ${title}`));
	await phone.getByRole("button", { name: "Ajukan", exact: true }).click();
	await expect(phone.locator("main")).toContainText("menunggu");

	const office = await browser.newContext({ baseURL: process.env.SITE_URL });
	await enterAs(office, accountOf("agency-admin").identifier);
	const admin = await office.newPage();
	await admin.goto("/jp/pengakuan");
	await admin.getByRole("link", { name: title }).click();
	await expectAccessible(admin);
	const arriving = admin.waitForEvent("download");
	await admin.getByRole("link", { name: "Unduh berkas" }).click();
	expect((await arriving).suggestedFilename()).toMatch(/^sertifikat-.+\.pdf$/);
	await admin.getByLabel("JP yang diakui").fill("8");
	await admin.getByLabel("Alasan").first().fill("Sertifikat asli diperiksa; empat JP tanpa bukti hadir.");
	await admin.getByRole("button", { name: "Akui" }).click();
	await expect(admin.locator("main")).toContainText("diakui");
	await office.close();

	await phone.goto("/jp");
	await expect(phone.locator("main")).toContainText(`8 JP diperoleh pada tahun ${inDays(0).slice(0, 4)}`);
	await expect(phone.locator("main")).toContainText(title);
	await phone.goto("/jp/ajukan");
	await expect(phone.locator("main")).toContainText("JP diakui: 8");
	await context.close();
	await page.goto("/beranda");
	await expect(page.locator("main")).toContainText(title);
});
