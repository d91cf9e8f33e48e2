import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

/** People who work in the unit of that name; other agencies of the demo have units of the same names. */
const countedIn = (agency: string, name: string) =>
	siteRows<{ n: number }>(
		`select count(*) as n from memberships m join units u on u.id = m.unit_id join agencies a on a.id = u.agency_id
		where a.code = ? and u.name = ? and m.valid_to is null`,
		agency,
		name,
	)[0]?.n ?? 0;

test("two units become one: previewed, applied with their people, seen as of a day, and undone", async ({
	page,
}) => {
	await enterAs(page.context(), accountOf("system-admin").identifier);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto("/beranda");
	await page.getByRole("link", { name: "Instansi", exact: true }).click();
	// An agency whose units no other journey looks at.
	await page.getByLabel("Nama, singkatan, atau kode").fill("7371");
	await page.getByRole("button", { name: "Cari" }).click();
	await page.locator("tbody a").first().click();
	await expectAccessible(page);
	const home = new URL(page.url()).pathname;
	const counted = (name: string) => countedIn(home.split("/").at(-1) ?? "", name);
	const tree = page.locator("section[aria-labelledby=unit]");
	const [first, second] = await tree.locator("ul ul").first().locator("a").allTextContents();
	if (!first || !second) throw new Error("the demo has no two units");
	await tree.getByRole("link", { name: first, exact: true }).click();
	await expectAccessible(page);
	await page.getByRole("link", { name: "Gabungkan unit" }).click();
	await expectAccessible(page);

	// What is missing is said, and what was chosen stays.
	await page.getByRole("checkbox", { name: second, exact: true }).check();
	await page.getByLabel("Nama", { exact: true }).fill("Dinas Gabungan Uji");
	await page.getByLabel("Kode unit").fill("GAB-UJI");
	await page.getByRole("button", { name: "Lihat dampaknya" }).click();
	await expect(page.getByRole("alert")).toContainText("Tulis dasar hukumnya");
	await expect(page.getByRole("checkbox", { name: second, exact: true })).toBeChecked();
	await expectAccessible(page);
	await page.getByLabel("Dasar hukum").fill("Perda 1 Tahun 2026");
	await page.getByLabel("Alasan").fill("Penataan organisasi perangkat daerah");
	await page.getByRole("button", { name: "Lihat dampaknya" }).click();
	await expect(page.locator(".facts .badge")).toHaveText("direncanakan");
	await expect(page.locator("tbody")).toContainText("ditutup; pegawai ke Dinas Gabungan Uji");
	await expectAccessible(page);
	const before = [counted(first), counted(second)];
	expect(Math.min(...before)).toBeGreaterThan(0);

	const act = page.url();
	const reloadUntil = (state: string) =>
		expect(async () => {
			await page.goto(act);
			await expect(page.locator(".facts .badge")).toHaveText(state, { timeout: 500 });
		}).toPass();
	await page.getByRole("button", { name: "Terapkan" }).click();
	await reloadUntil("diterapkan");
	expect(counted("Dinas Gabungan Uji")).toBe((before[0] ?? 0) + (before[1] ?? 0));
	expect(counted(first)).toBe(0);
	await expectAccessible(page);
	await page.goto(home);
	const inTree = (name: string) => tree.getByRole("link", { name, exact: true });
	await expect(inTree("Dinas Gabungan Uji")).toBeVisible();
	await expect(inTree(first)).toHaveCount(0);

	await page.goto(act);
	await page.getByLabel("Alasan").fill("Perda dicabut kembali");
	await page.getByRole("button", { name: "Urungkan perubahan ini" }).click();
	await reloadUntil("diurungkan");
	expect([counted(first), counted(second)]).toEqual(before);
	await page.goto(home);
	await expect(inTree(first)).toBeVisible();
	await expect(inTree("Dinas Gabungan Uji")).toHaveCount(0);
});

test("a ministry is split: its people are in the new one, last month's report is as it was, and an undo puts them back", async ({
	page,
	browser,
}) => {
	// An agency that no other journey looks at.
	const code = "L-BKN";
	const working = (agency: string) =>
		siteRows<{ n: number }>(
			`select count(*) as n from memberships m join agencies a on a.id = m.agency_id
			where a.code = ? and m.valid_to is null`,
			agency,
		)[0]?.n ?? 0;
	const analyst = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: false });
	await enterAs(analyst, accountOf("analyst").identifier);
	const report = await analyst.newPage();
	const now = new Date(Date.now() + 7 * 3_600_000);
	const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
	const lastMonth = async () => {
		await report.goto(`/kesiapan/${code}?bulan=${month}`);
		return report.locator("main").innerText();
	};
	const [before, all] = [await lastMonth(), working(code)];

	await enterAs(page.context(), accountOf("system-admin").identifier);
	await page.goto(`/instansi/${code}`);
	await page.getByRole("link", { name: "Pecah instansi" }).click();
	await expectAccessible(page);
	const part = page.locator("fieldset", { hasText: "Instansi baru 1" }).first();
	await part.getByLabel("Nama", { exact: true }).fill("Badan Uji Pecahan");
	await part.getByLabel("Nama singkat").fill("BUP");
	await part.getByLabel("Kode instansi").fill("L-BUP");
	await part.getByRole("checkbox").first().check();
	await page.getByLabel("Dasar hukum").fill("Perpres 139 Tahun 2024");
	await page.getByLabel("Alasan").fill("Penataan kementerian dan lembaga");
	await page.getByRole("button", { name: "Lihat dampaknya" }).click();
	await expect(page.locator("tbody")).toContainText("ke Badan Uji Pecahan");
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectAccessible(page, "contrast");
	const act = page.url();
	const reloadUntil = (state: string) =>
		expect(async () => {
			await page.goto(act);
			await expect(page.locator(".facts .badge")).toHaveText(state, { timeout: 500 });
		}).toPass();
	await page.getByRole("button", { name: "Terapkan" }).click();
	await reloadUntil("diterapkan");
	expect(working("L-BUP")).toBeGreaterThan(0);
	expect(working(code) + working("L-BUP")).toBe(all);
	// The roll-ups follow within seconds.
	await expect(async () => {
		expect((await report.goto("/kesiapan/L-BUP"))?.status()).toBe(200);
		await expect(report.locator("main .totals dd").first()).toHaveText(String(working("L-BUP")), {
			timeout: 500,
		});
	}).toPass();
	expect(await lastMonth()).toBe(before);

	await page.getByLabel("Alasan").fill("Perpres dicabut kembali");
	await page.getByRole("button", { name: "Urungkan perubahan ini" }).click();
	await reloadUntil("diurungkan");
	expect([working(code), working("L-BUP")]).toEqual([all, 0]);
	expect(await lastMonth()).toBe(before);
	await analyst.close();
});

test("another agency is not there for an agency's admin, and every agency for the system's, who takes in a tree of units", async ({
	page,
	browser,
}) => {
	await enterAs(page.context(), accountOf("agency-admin").identifier);
	await page.goto("/beranda");
	await page.getByRole("link", { name: "Instansi", exact: true }).click();
	await expect(page.locator("tbody a")).toHaveCount(1);
	expect((await page.goto("/instansi/K-PANRB"))?.status()).toBe(404);
	const context = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: false });
	await enterAs(context, accountOf("system-admin").identifier);
	const system = await context.newPage();
	await system.goto("/instansi?cari=pendayagunaan");
	await system.locator("tbody a").first().click();
	await expect(system.locator("main")).toContainText("Riwayat nama");
	await system.goto("/instansi/K-PANRB?tanggal=1990-01-01");
	await expect(system.locator("main")).toContainText("tidak ada");

	// A tree of units comes in whole or not at all.
	await system.setViewportSize({ width: 360, height: 740 });
	await system.goto("/instansi/9202");
	await system.getByRole("link", { name: "Impor susunan unit" }).click();
	const give = async (...rows: string[]) => {
		const buffer = Buffer.from(["ID;NAMA_UNOR;ID_ATASAN", ...rows].join("\r\n"));
		await system
			.locator("input[type=file]")
			.setInputFiles({ name: "unor.csv", mimeType: "text/csv", buffer });
		await system.getByRole("button", { name: "Periksa berkas" }).click();
	};
	await give("X-1;Dinas Uji Impor;", "X-2;Bidang Uji Impor;X-3", "X-3;Seksi Uji Impor;X-2");
	await expect(system.locator("tbody tr")).toHaveCount(2);
	await expect(system.locator("tbody")).toContainText("berada di bawah dirinya sendiri");
	await expect(system.getByRole("button", { name: "Terapkan" })).toHaveCount(0);
	await give("X-1;Dinas Uji Impor;", "X-2;Bidang Uji Impor;X-1");
	await system.getByRole("button", { name: "Terapkan" }).click();
	await expect(system.getByText("Susunan unit diterapkan: 2 unit baru, 0 berubah.")).toBeVisible();
	await expect(system.locator("main li li", { hasText: "Bidang Uji Impor" })).toBeVisible();
	await context.close();
});
