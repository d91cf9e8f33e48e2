import { accountOf, expect, expectAccessible, signIn, test } from "../support/journey.ts";
import { newLearner } from "../support/newLearner.ts";
import { siteRows } from "../support/siteRows.ts";

for (const width of [360, 1280]) {
	test.describe(`an agency's admin at ${width} px`, () => {
		test.use({ viewport: { width, height: 800 } });

		test("adds a person, finds them, looks at the NIP on record, and ends the contract", async ({
			page,
			browser,
		}) => {
			const context = await browser.newContext({ baseURL: process.env.SITE_URL });
			const learner = await context.newPage();
			const { name, number } = await newLearner(browser, learner);
			await signIn(page, accountOf("agency-admin"));
			await page.getByRole("link", { name: "Pegawai" }).click();
			await expectAccessible(page);
			await page.getByLabel("Nama, NIP, atau e-mail").fill(name);
			await page.getByRole("button", { name: "Cari" }).click();
			await page.getByRole("link", { name }).click();
			await expectAccessible(page);
			await expect(page.locator("main")).not.toContainText("19700101");
			await page.getByRole("button", { name: "Tampilkan nomor dan alamat" }).click();
			await expect(page.locator("main")).toContainText(
				number.replace(/^(.{8})(.{6})(.)(.*)$/, "$1 $2 $3 $4"),
			);
			const personId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
			const acts = siteRows<{ action: string; detail: string }>(
				"select action, detail from audit_log where subject_id = ? order by at",
				personId,
			);
			expect(acts.map(({ action }) => action)).toEqual([
				"person.create",
				"invitation.make",
				"account.open",
				"person.look",
				"nip.reveal",
			]);
			expect(JSON.stringify(acts)).not.toContain(number);

			await page.getByRole("link", { name: "Akun dan undangan" }).click();
			await page.getByRole("button", { name: "Buat kode lisan" }).click();
			await expect(page.locator("main code")).toHaveText(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/);
			await expectAccessible(page);
			// Until the code is used the password stays, and so does who is signed in.
			await learner.goto("/beranda");
			await expect(learner).toHaveURL(/\/beranda/);
			await context.close();

			await page.goto(`/orang/${personId}/ubah`);
			await expectAccessible(page);
			await page.getByRole("link", { name: "Berhenti atau kontrak berakhir" }).click();
			await page.getByLabel("Alasan atau dasar").fill("pendek");
			await page.getByRole("button", { name: "Lihat akibatnya" }).click();
			await expect(page.getByRole("alert")).toContainText("10 sampai 500 huruf");
			await page.getByLabel("Alasan atau dasar").fill("Kontrak berakhir, SK uji nomor 1");
			await page.getByRole("button", { name: "Lihat akibatnya" }).click();
			await expect(page.locator("main")).toContainText("tidak lagi dihitung");
			await expectAccessible(page);
			await page.getByRole("button", { name: "Lakukan" }).click();
			await expect(page.getByText("Perubahan berlaku.")).toBeVisible();
			await page.getByLabel("Alasan pembatalan").fill("Ternyata kontraknya diperpanjang");
			await page.getByRole("button", { name: "Batalkan perubahan" }).click();
			await expect(page.getByText("Semuanya kembali seperti sebelumnya.")).toBeVisible();
		});
	});
}

test("a wrong number is explained, and what was typed stays", async ({ page }) => {
	await signIn(page, accountOf("agency-admin"));
	await page.goto("/orang/baru");
	await page.getByLabel("Nama", { exact: true }).fill("Ni Made Ayu ᬅᬬᬸ");
	await page.getByLabel("NIP atau NI PPPK").fill("1,97001E+17");
	await page.getByLabel("Jabatan", { exact: true }).fill("Arsiparis");
	await page.getByLabel("Unit kerja").selectOption({ index: 2 });
	const unit = await page.getByLabel("Unit kerja").inputValue();
	await page.getByRole("button", { name: "Tambahkan", exact: true }).click();
	await expect(page.getByRole("alert")).toContainText("diubah Excel menjadi angka");
	await expect(page.getByLabel("Nama", { exact: true })).toHaveValue("Ni Made Ayu ᬅᬬᬸ");
	await expect(page.getByLabel("NIP atau NI PPPK")).toHaveValue("1,97001E+17");
	await expect(page.getByLabel("Unit kerja")).toHaveValue(unit);
	await expectAccessible(page);
	// A number that somebody has: the admin's own.
	const { identifier } = accountOf("agency-admin");
	await page.getByLabel("NIP atau NI PPPK").fill(identifier);
	const isPppk = Number(identifier.replaceAll(" ", "").slice(12, 14)) > 20;
	await page.getByLabel("Status kepegawaian").selectOption(isPppk ? "PPPK" : "PNS");
	await page.getByRole("button", { name: "Tambahkan", exact: true }).click();
	await expect(page.getByRole("alert")).toContainText("sudah terdaftar untuk orang lain");
});

test("the auditor finds an act, narrows the list, and takes it along as CSV", async ({ page }) => {
	await signIn(page, accountOf("auditor"));
	await expect(page).toHaveURL(/\/audit$/);
	await page.getByLabel("Tindakan").fill("role.");
	await page.getByRole("button", { name: /^(Saring|Terapkan|Tampilkan)/ }).click();
	const rows = page.locator("tbody tr");
	expect(await rows.count()).toBeGreaterThan(3);
	for (const row of await rows.all()) await expect(row).toContainText("role.");
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: /CSV/ }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/\.csv$/);
});
