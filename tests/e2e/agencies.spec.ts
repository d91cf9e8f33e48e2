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

test("another agency is not there for an agency's admin, and every agency for the system's", async ({
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
	await context.close();
});
