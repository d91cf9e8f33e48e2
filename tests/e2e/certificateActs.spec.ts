import type { Page } from "@playwright/test";
import { examinee, grantTo, renameOnRecord } from "../support/examinee.ts";
import { expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";
import { outsideVerifiers } from "../support/verifiers.ts";

type Row = { id: string; number: string; code: string; issuer: string; person: string };

/** Three certificates of the demo, of people whom no other journey meets. */
const someCertificates = (): Row[] =>
	siteRows<Row>(
		`select c.id, c.number, c.code, i.code as issuer, c.person_id as person from certificates c
		join agencies i on i.id = c.issuer_id join agencies a on a.id = c.agency_id
		where a.code not in ('3204', '9202') and c.revoked_at is null and c.issuer_id = (
			select issuer_id from certificates group by issuer_id order by count(*) desc limit 1)
		group by c.person_id order by c.id desc limit 3`,
	);

/** What two outside verifiers say against a certificate's badge; all that they need they fetch from the site. */
async function badgeWords(code: string): Promise<string[]> {
	const served = async (address: string) => (await fetch(address)).json();
	const credential = await served(`${process.env.SITE_URL}/sertifikat/${code}/badge.json`);
	const { bazaar, consortium } = await outsideVerifiers(credential, served);
	return [bazaar, consortium].map(({ verified, why }) => (verified ? "" : why));
}

/** Runs the act that is looked at, and waits until the worker has done it. */
async function run(page: Page, password: string): Promise<void> {
	await page.getByLabel("Kata sandi Anda").fill(password);
	await page.getByRole("button", { name: "Jalankan" }).click();
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole("heading", { level: 1 })).toContainText("selesai", { timeout: 500 });
	}).toPass({ timeout: 30_000 });
}

test("certificates revoked together, one reinstated, one reissued with its name corrected, and what strangers are told", async ({
	page,
	browser,
}) => {
	test.setTimeout(120_000);
	const [one, two, three] = someCertificates();
	if (!one || !two || !three) throw new Error("the demo has too few certificates");
	const admin = await examinee(page);
	grantTo(admin, "agency-admin", one.issuer);
	await page.goto(`/instansi/${one.issuer}`);
	await page.getByRole("link", { name: "Sertifikat terbitan" }).click();
	await expectAccessible(page);
	await page.getByLabel("Nomor, kode, atau NIP").fill(one.number);
	await page.getByRole("button", { name: "Saring" }).click();
	await expect(page.locator("tbody tr")).toHaveCount(1);
	await page.getByLabel("Yang nomor atau kodenya saya tempel").check();
	await page
		.getByLabel("Nomor atau kode, satu setiap baris")
		.fill(`${one.number}\n${two.code}\n000/TIDAK/ADA`);
	await page.getByLabel("Alasan", { exact: true }).fill("Soal ujian bocor di satu ruang.");
	await page.getByRole("button", { name: "Lihat akibatnya" }).click();
	await expect(page.getByRole("alert")).toContainText("000/TIDAK/ADA");
	await expect(page.getByLabel("Alasan", { exact: true })).toHaveValue("Soal ujian bocor di satu ruang.");
	await page.getByLabel("Nomor atau kode, satu setiap baris").fill(`${one.number}\n${two.code}`);
	await page.getByRole("button", { name: "Lihat akibatnya" }).click();
	await expect(page.locator("main")).toContainText("2 sertifikat milik 2 orang akan dicabut");
	await expectAccessible(page);
	await page.getByLabel("Kata sandi Anda").fill("bukan kata sandinya");
	await page.getByRole("button", { name: "Jalankan" }).click();
	await expect(page.getByRole("alert")).toContainText("Belum ada yang berubah");
	await run(page, admin.password);
	await expect(page.locator("main")).toContainText("2 sertifikat milik 2 orang dicabut");

	const visit = await browser.newContext({ baseURL: process.env.SITE_URL });
	const stranger = await visit.newPage();
	const checked = async (code: string) => {
		await stranger.goto(`/periksa?code=${code}`);
		return stranger.locator("section.outcome");
	};
	await expect(await checked(two.code)).toContainText("Soal ujian bocor");

	await page.goto(`/sertifikat/${one.id}`);
	await page.getByText("Pulihkan sertifikat").first().click();
	await page.getByLabel("Alasan", { exact: true }).fill("Ternyata tidak duduk di ruang itu.");
	await page.getByLabel("Kata sandi Anda").fill(admin.password);
	await page.getByRole("button", { name: "Pulihkan sertifikat" }).click();
	await expect(page.getByText("Sertifikat berlaku kembali.")).toBeVisible();
	await expect(await checked(one.code)).toContainText("Sertifikat ini sah");
	await expectAccessible(page);
	// The list is signed anew each half minute only: the revoked one is asked about first.
	expect(await badgeWords(two.code)).toEqual(["revoked", "revoked"]);
	expect(await badgeWords(one.code)).toEqual(["", ""]);
	const picture = await stranger.goto(`/sertifikat/${one.code}/badge.svg`);
	expect(await picture?.text()).toContain("Keamanan Siber");
	const drawn = await stranger.goto(`/sertifikat/${one.code}/badge.png`);
	expect(drawn?.headers()["content-type"]).toBe("image/png");
	expect(await stranger.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(512);

	renameOnRecord(three.person, "Nama Sudah Diperbaiki");
	await page.goto(`/instansi/${one.issuer}/terbitan?cari=${encodeURIComponent(three.number)}`);
	await page.getByLabel(`Tandai ${three.number}`).check();
	await page
		.getByLabel("Tindakan", { exact: true })
		.selectOption({ label: "Terbitkan ulang dengan nama dan NIP yang sekarang" });
	await page.getByLabel("Alasan", { exact: true }).fill("Nama keliru tercetak.");
	await page.getByRole("button", { name: "Lihat akibatnya" }).click();
	await expect(page.locator("main")).toContainText("nama menjadi Nama Sudah Diperbaiki");
	await run(page, admin.password);
	await expectAccessible(page);
	await page.getByRole("link", { name: /^terbit dengan nomor/ }).click();
	await expect(page.locator(".leaf-name")).toContainText("Nama Sudah Diperbaiki");
	await expect(page.locator("main")).toContainText(`Menggantikan sertifikat nomor ${three.number}`);
	const old = await checked(three.code);
	await expect(old).toContainText("Sertifikat ini telah diganti");
	await expectAccessible(stranger);
	await visit.close();
});
