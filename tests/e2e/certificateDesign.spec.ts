import { readFileSync } from "node:fs";
import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { somePng } from "../support/make/pictures.ts";
import { pdfTexts } from "../support/pdfText.ts";

test.use({ viewport: { width: 360, height: 800 } });

test("an agency's design on a telephone: a picture that is none, the word about the emblem, and a sample to look at", async ({
	page,
	context,
}) => {
	await enterAs(context, accountOf("agency-admin").identifier);
	await page.goto("/instansi/3204");
	await page.getByRole("link", { name: "Nomor dan rancangan sertifikat" }).click();
	await page.getByLabel("Unit penyelenggara").fill("BKPSDM");
	await page.getByLabel("Nama penanda tangan").fill("Ir. Dewi Anggraini, M.T.");
	const save = page.getByRole("button", { name: "Simpan rancangan" });
	const give = (buffer: Buffer, name = "logo.png") =>
		page.getByLabel("Logo", { exact: false }).first().setInputFiles({ name, mimeType: "image/png", buffer });
	await give(Buffer.from("<svg/>"));
	await save.click();
	await expect(page.getByRole("alert")).toContainText("bukan PNG atau JPEG");
	await expect(page.getByRole("alert")).toContainText("Isi nama dan jabatan");
	await expect(page.getByLabel("Unit penyelenggara")).toHaveValue("BKPSDM");
	await page.getByLabel("Jabatan penanda tangan").fill("Kepala BKPSDM");
	await give(somePng(160, 80));
	await save.click();
	await expect(page.getByRole("alert")).toContainText("bukan lambang negara");
	await page.getByLabel("Logo ini bukan lambang negara").check();
	await give(somePng(160, 80));
	await save.click();
	await expect(page.getByText("Rancangan disimpan.")).toBeVisible();
	await expect(page.getByRole("img", { name: /^Logo / })).toBeVisible();
	await expectAccessible(page);
	const arriving = page.waitForEvent("download");
	await page.getByRole("link", { name: "Lihat contoh PDF" }).click();
	const text = pdfTexts(readFileSync(await (await arriving).path())).join(" ");
	for (const said of ["CONTOH:bukansertifikat", "BKPSDM", "KepalaBKPSDM"]) expect(text).toContain(said);
	await page.getByLabel("Tanpa logo mulai sekarang").check();
	await save.click();
	await expect(page.getByRole("img", { name: /^Logo / })).toHaveCount(0);
});
