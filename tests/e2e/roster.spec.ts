import { readFileSync } from "node:fs";
import { request } from "node:http";
import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

// An agency that no other journey looks at.
const AGENCY = "5371";
const here = `/instansi/${AGENCY}/impor`;

const people = () =>
	siteRows<{ name: string }>(
		`select p.name from memberships m join people p on p.id = m.person_id join agencies a on a.id = m.agency_id
		where a.code = ? and m.valid_to is null order by p.name`,
		AGENCY,
	).map(({ name }) => name);

/** Two of them under numbers that nobody knows yet: born on the same day, so each may be the same person. */
const namesakes = () =>
	siteRows<{ name: string; nip: string }>(
		`select p.name, i.value as nip from memberships m join people p on p.id = m.person_id
		join agencies a on a.id = m.agency_id join identifiers i on i.person_id = p.id and i.kind = 'NIP'
		where a.code = ? and m.valid_to is null order by p.name limit 2`,
		AGENCY,
	).map(({ name, nip }, n) => ({ name, nip: `${nip.slice(0, 8)}201001${nip[14]}99${n + 1}` }));

/** As an agency sends it: a title, a column of its own, digits lost, an apostrophe, a formula, one number twice, a sum. */
const damaged = [
	"DAFTAR PEGAWAI;;;",
	"NIP BARU;NAMA;JABATAN NAMA;Hobi",
	"'197701012005011007;Yohana Tes Roster;Analis Data;Catur",
	"197801012005012008;\u00a0Markus Tes Roster;Guru;",
	"1.98609E+17;Nomor Rusak;Guru;",
	"197901012005011009;=HYPERLINK(1);Guru;",
	"197601012005011006;Satu Nomor;Guru;",
	"197601012005011006;Satu Nomor Lagi;Guru;",
	"JUMLAH;6;;",
].join("\r\n");

test("a damaged roster goes from upload to applied to undone", async ({ page }) => {
	await enterAs(page.context(), accountOf("system-admin").identifier);
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto(`/instansi/${AGENCY}`);
	const before = people();
	await page.getByRole("link", { name: "Impor daftar pegawai" }).click();
	const upload = async (name: string, text: string) => {
		await page
			.getByLabel("Berkas daftar pegawai")
			.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
		await page.getByRole("button", { name: "Periksa berkas" }).click();
	};
	await page.getByRole("button", { name: "Periksa berkas" }).click();
	await expect(page.getByText("Pilih berkas XLSX atau CSV lebih dahulu.").first()).toBeVisible();

	const doubtful = namesakes();
	const rows = doubtful.map(({ nip, name }) => `${nip};${name};Guru;`);
	await upload("pegawai-rusak.csv", damaged.replace("JUMLAH;6", `${rows.join("\r\n")}\r\nJUMLAH;8`));
	await expect(page.getByRole("heading", { name: "Kolom yang belum dikenal" })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Lanjutkan pemeriksaan" }).click();
	await expect(page.getByRole("heading", { name: "Hasil pemeriksaan" })).toBeVisible();
	await expect(page.getByText("siap diterapkan", { exact: true })).toBeVisible();
	await expect(page.getByText(/NIP BARU: 1 sel dipulihkan/)).toBeVisible();
	// Doubtful rows are shown first.
	await page.getByRole("link", { name: /^Ditolak \(/ }).click();
	await expect(page.getByText(/disingkat menjadi bentuk ilmiah/)).toBeVisible();
	await expect(page.getByText(/Nomor ini ada di beberapa baris: 7, 8/).first()).toBeVisible();
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "sebagai CSV" }).click(),
	]);
	const refused = readFileSync(await file.path(), "utf8");
	expect(refused).toContain("'=HYPERLINK(1)");
	expect(refused).toContain("1.98609E+17,Nomor Rusak");
	await page.getByRole("link", { name: /^Baru \(2\)/ }).click();
	await expect(page.getByRole("row", { name: /Yohana Tes Roster/ })).toBeVisible();
	await page.getByRole("link", { name: /^Meragukan \(2\)/ }).click();
	await expect(page.getByText("Untuk semua 2 baris di halaman ini sekaligus:")).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Orang lain", exact: true }).click();
	await expect(page.getByText("Keputusan untuk 2 baris disimpan.")).toBeVisible();
	await expect(page.getByRole("link", { name: /^Baru \(4\)/ })).toBeVisible();
	expect(people()).toEqual(before);

	// Everybody of the demo's agency is missing from it: that is asked about once more.
	await page.getByRole("button", { name: "Terapkan" }).click();
	await expect(page.getByText("Centang bila berkas ini memang lengkap.").first()).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel(/pegawai tidak ada di berkas ini/).check();
	await page.getByRole("button", { name: "Terapkan" }).click();
	await expect(page.getByText("diterapkan", { exact: true })).toBeVisible();
	const added = ["Markus Tes Roster", "Yohana Tes Roster", ...doubtful.map(({ name }) => name)];
	expect(people().sort()).toEqual([...before, ...added].sort());

	await page.getByRole("button", { name: "Batalkan seluruhnya" }).click();
	await expect(page.getByText("Tulis alasannya").first()).toBeVisible();
	await page.getByLabel("Alasan").fill("Berkas yang salah, akan diganti.");
	await page.getByRole("button", { name: "Batalkan seluruhnya" }).click();
	// Should it not come to that, the failure says where it stopped and what had touched its rows.
	await expect.poll(lastRun, { timeout: 20_000 }).toEqual({ state: "undone", touched: null, waiting: null });
	await expect(page.getByText("dibatalkan seluruhnya", { exact: true })).toBeVisible();
	expect(people()).toEqual(before);

	await page.goto(here);
	await expect(page.getByRole("row", { name: /pegawai-rusak\.csv.*dibatalkan seluruhnya/ })).toBeVisible();
	await expect(page.getByRole("row", { name: /Hobi.*tidak dibaca/ })).toBeVisible();
	await expectAccessible(page);
	await upload("daftar.xlsx", "%PDF-1.7");
	await expect(page.getByRole("heading", { name: "Berkas ini tidak dapat dibaca" })).toBeVisible();
	await expectAccessible(page);
});

test("without scripts an import is followed by reloading, and a file of 500 MB is refused before it is read", async ({
	browser,
}) => {
	const context = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: false });
	await enterAs(context, accountOf("system-admin").identifier);
	const page = await context.newPage();
	await page.goto(here);
	const buffer = Buffer.from("NIP BARU;NAMA\n197501012005011005;Tanpa Skrip\n");
	await page
		.getByLabel("Berkas daftar pegawai")
		.setInputFiles({ name: "satu.csv", mimeType: "text/csv", buffer });
	await page.getByRole("button", { name: "Periksa berkas" }).click();
	await expect(async () => {
		await page.reload();
		await expect(page.getByText("siap diterapkan", { exact: true })).toBeVisible({ timeout: 100 });
	}).toPass();
	await page.getByRole("button", { name: "Batalkan impor ini" }).click();
	await expect(page.getByText("Impor ini tidak diterapkan.").first()).toBeVisible();
	const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
	const refused = await announced(500 * 1024 * 1024, cookies);
	expect(refused.status).toBe(413);
	expect(refused.text).toContain("Kurangi ukuran berkas");
	await context.close();
});

/** What the server says to a file of so many bytes when it has seen the first few. */
function announced(bytes: number, cookie: string): Promise<{ status: number; text: string }> {
	const site = process.env.SITE_URL ?? "";
	const kind = "multipart/form-data; boundary=x";
	const headers = { Cookie: cookie, Origin: site, "Content-Type": kind, "Content-Length": bytes };
	return new Promise((resolve, reject) => {
		const asked = request(`${site}${here}`, { method: "POST", headers }, async (answer) => {
			let text = "";
			for await (const part of answer) text += part;
			resolve({ status: answer.statusCode ?? 0, text });
			asked.destroy();
		});
		asked.on("error", reject);
		asked.write("--x\r\n");
	});
}

/** The last import of the site: its state, what touched its rows since, and what its job says. */
const lastRun = () =>
	siteRows(
		`select state, (select group_concat(distinct touched) from roster_rows where run_id = i.id) as touched,
			(select group_concat(state || coalesce(last_error, '')) from jobs where name like '%roster%'
				and state <> 'done') as waiting
		from roster_imports i order by created_at desc limit 1`,
	)[0];
