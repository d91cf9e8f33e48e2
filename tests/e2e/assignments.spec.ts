import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { mailsTo } from "../support/mailbox.ts";
import { runProgram } from "../support/program.ts";
import { siteRows } from "../support/siteRows.ts";

/** An ISO day so many days from today, on the clocks of WIB. */
const inDays = (days: number) =>
	new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const NUMBER = "197103031996031777";
const ADDRESS = "newton@contoh.go.id";

/** 09.00 WIB of the next day, from today on, that is neither weekend nor in the calendar. */
function workingMorning(): string {
	const quiet = siteRows<{ day: string }>("select day from calendar_days").map(({ day }) => day);
	for (let days = 0; ; days++) {
		const day = inDays(days);
		const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
		if (weekday > 0 && weekday < 6 && !quiet.includes(day)) return `${day}T09:00+07:00`;
	}
}

test("a path is assigned to a unit after a preview, reaches a newcomer, reminds them by mail, and is due first on their page", async ({
	page,
	context,
	browser,
}) => {
	// None of those whom other journeys look at works there: whoever is assigned a course is enrolled in it.
	const [unit] = siteRows<{ name: string; id: string }>(
		`select u.name, u.id from units u join agencies a on a.id = u.agency_id
		join memberships m on m.unit_id = u.id and m.valid_to is null
		where a.code = '3204' and u.valid_to is null and not exists (
			select 1 from memberships h join role_grants g on g.person_id = h.person_id where h.unit_id = u.id)
		group by u.id order by count(*) desc, u.id limit 1`,
	);
	await enterAs(context, accountOf("agency-admin").identifier);
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto("/jalur");
	await page.getByRole("link", { name: "Tugaskan jalur ini" }).first().click();
	await page.getByLabel("Alasan").fill("Wajib bagi seluruh unit tahun ini.");
	await page.getByLabel("Tanggal tenggat").fill(inDays(8));
	await page.getByRole("button", { name: "Lihat siapa yang terkena" }).click();
	await expect(page.getByRole("alert")).toContainText("Pilih untuk siapa penugasan ini");
	await page.getByLabel("Unit kerja").selectOption(unit?.id ?? "");
	await page.getByRole("checkbox", { name: "Pimpinan tinggi" }).check();
	await page.getByRole("checkbox", { name: "CPNS" }).check();
	await page.getByRole("button", { name: "Lihat siapa yang terkena" }).click();
	await expect(page.getByRole("alert")).toContainText("Tidak ada pegawai yang terkena");
	await expectAccessible(page);
	await page.getByRole("checkbox", { name: "Pimpinan tinggi" }).uncheck();
	await page.getByRole("checkbox", { name: "CPNS" }).uncheck();
	await page.getByRole("button", { name: "Lihat siapa yang terkena" }).click();
	await expect(page.getByText(/\d+ pegawai terkena; \d+ di antaranya sudah lulus semuanya/)).toBeVisible();
	await expectAccessible(page);
	expect(siteRows("select id from assignments")).toHaveLength(0);
	await page.getByRole("button", { name: "Tugaskan" }).click();
	await expect(page.getByText("Penugasan dibuat.")).toBeVisible();

	await page.goto("/orang/baru");
	await page.getByLabel("Nama", { exact: true }).fill("Newton Pendatang");
	await page.getByLabel("NIP atau NI PPPK").fill(NUMBER);
	await page.getByLabel("E-mail").fill(ADDRESS);
	await page.getByLabel("Unit kerja").selectOption(unit?.id ?? "");
	await page.getByLabel("Jabatan", { exact: true }).fill("Arsiparis");
	await page.getByRole("button", { name: "Tambahkan", exact: true }).click();
	await expect(page).toHaveURL(/orang\/[0-9a-f-]{36}/);
	await expect
		.poll(
			() =>
				siteRows(
					"select 1 from assignment_members m join people p on p.id = m.person_id where p.name = ?",
					"Newton Pendatang",
				).length,
		)
		.toBe(1);

	const learner = await browser.newContext({
		baseURL: process.env.SITE_URL,
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 },
	});
	await enterAs(learner, NUMBER);
	const home = await learner.newPage();
	await home.goto("/beranda");
	const due = home.getByRole("region", { name: "Yang harus Anda selesaikan" });
	await expect(due.getByRole("listitem").first()).toContainText("8 hari lagi");
	await due
		.getByRole("link", { name: /^Kerjakan:/ })
		.first()
		.click();
	await expect(home.getByRole("button", { name: "Ikuti pelatihan" })).toBeVisible();

	const env = { DATA_DIR: process.env.SITE_DATA_DIR ?? "" };
	const reminded = await runProgram("bin/cakap", ["remind", "--at", workingMorning(), "--json"], { env });
	expect(JSON.parse(reminded.stdout).sent).toBeGreaterThan(0);
	await expect
		.poll(
			() => mailsTo(ADDRESS).filter((text) => text.includes("Bekal awal keamanan digital, sampai")).length,
		)
		.toBe(1);
	await home.goto("/beranda");
	await expect(home.getByText(/1 tugas belajar menunggu Anda/)).toBeVisible();
	await home.getByRole("link", { name: "Tenggat di kalender Anda" }).click();
	await home.getByRole("button", { name: "Buat alamat kalender" }).click();
	const address = new URL((await home.locator("main code").textContent()) ?? "");
	const calendar = await home.request.get(address.pathname + address.search);
	expect(await calendar.text()).toContain("SUMMARY:Tenggat: Bekal awal keamanan digital");
	await learner.close();

	await page.goto("/penugasan");
	await page.getByRole("table").getByRole("link").first().click();
	await page.getByRole("combobox", { name: "Tampilkan" }).selectOption("belum");
	await page.getByRole("button", { name: "Tampilkan" }).click();
	await expect(page.getByRole("row").filter({ hasText: "Newton Pendatang" })).toContainText(
		"belum pernah membuka",
	);
	await expectAccessible(page);
	await page.setViewportSize({ width: 1280, height: 900 });
	await expectAccessible(page);
	await page.getByLabel("Pilih Newton Pendatang").check();
	await page.locator("#members").getByLabel("Alasan tindakan").fill("Sedang tugas belajar penuh.");
	await page.getByRole("button", { name: "Kecualikan yang dipilih" }).click();
	await expect(page.getByText("1 pegawai dikecualikan.")).toBeVisible();
});
