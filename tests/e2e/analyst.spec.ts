import type { Locator, Page } from "@playwright/test";
import { accountOf, expect, expectAccessible, signIn, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

/** Last month: what other journeys do meanwhile happens in this one. */
const month = monthBefore();
const kinds = ["person", "course.enrolled", "course.finished", "exam.passed", "certificate", "jp"] as const;

for (const [width, javaScriptEnabled] of [
	[1280, true],
	[360, false],
] as const) {
	test.describe(`an analyst at ${width} px, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
		test.use({ viewport: { width, height: 800 }, javaScriptEnabled });

		test("goes from the nation to one unit, and each number is a count of raw rows", async ({ page }) => {
			await signIn(page, accountOf("analyst"));
			await expect(page).toHaveURL(/\/kesiapan$/);
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByLabel("Bulan", { exact: true }).selectOption(month);
			await page.getByRole("button", { name: "Tampilkan" }).click();
			const codes = await compareAgencies(page);
			expect(codes.length).toBeGreaterThan(5);
			await page.getByRole("link", { name: nameOf(codes[0] ?? ""), exact: true }).click();
			await expect(page).toHaveURL(new RegExp(`/kesiapan/${codes[0]}\\?bulan=${month}$`));
			await compareUnits(page, codes[0] ?? "");
			if (javaScriptEnabled) await expectAccessible(page);
		});
	});
}

test("an agency's own admin sees every number of it, and no other agency", async ({ page }) => {
	const account = accountOf("agency-admin");
	await signIn(page, account);
	await expect(page).toHaveURL(/\/kesiapan\/.+/);
	await expect(page.locator("main .totals dd")).toHaveCount(6);
	await expect(page.getByText("< 10", { exact: true })).toHaveCount(0);
	const own = new URL(page.url()).pathname.split("/").at(-1);
	const [other] = siteRows<{ code: string }>("select code from agencies where code <> ? limit 1", own);
	expect((await page.goto(`/kesiapan/${other?.code}`))?.status()).toBe(404);
	expect((await page.goto("/kesiapan"))?.status()).toBe(403);
});

test("the list is searched, filtered, sorted and downloaded, and a wrong month is explained", async ({
	page,
}) => {
	await signIn(page, accountOf("analyst"));
	await page.getByLabel("Jenis instansi").selectOption({ label: "Kementerian" });
	await page.getByRole("button", { name: "Saring" }).click();
	await expect(page.getByText("48 instansi", { exact: true })).toBeVisible();
	await page.getByRole("link", { name: "Instansi", exact: true }).click();
	await expect(page).toHaveURL(/urut=nama/);
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Unduh CSV" }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^kesiapan-\d{4}-\d{2}\.csv$/);
	expect((await page.goto("/kesiapan?bulan=2026-13&cari=kementerian"))?.status()).toBe(400);
	await expect(page.getByRole("alert")).toContainText("Bulan “2026-13” tidak dapat dipakai");
	await expect(page.getByLabel("Cari instansi")).toHaveValue("kementerian");
});

/** Each agency with data on the first page; the default order puts them first. @returns their codes */
async function compareAgencies(page: Page): Promise<string[]> {
	const codes: string[] = [];
	for (const row of await page.locator("section[aria-labelledby=instansi] tbody tr").all()) {
		const href = (await row.locator("a").first().getAttribute("href")) ?? "";
		const code = href.match(/\/kesiapan\/([^?]+)/)?.[1] ?? "";
		const facts = factsOf(code);
		if ((await row.textContent())?.includes("Belum ada data")) expect(facts).toEqual([]);
		else {
			codes.push(code);
			compare(await shownIn(row), facts);
		}
	}
	return codes;
}

async function compareUnits(page: Page, code: string) {
	const facts = factsOf(code);
	const rows = await page.locator("section[aria-labelledby=unit] tbody tr").all();
	expect(rows.length).toBeGreaterThan(1);
	let above = "";
	for (const row of rows) {
		const name = (await row.locator("th").textContent()) ?? "";
		const isFirstLevel = (await row.locator(".unit-level-1").count()) === 1;
		if (isFirstLevel) above = name;
		const isMine = (fact: RawFact) =>
			isFirstLevel ? name === (fact.above ?? fact.unit) : fact.above === above && fact.unit === name;
		compare(await shownIn(row), facts.filter(isMine));
	}
}

/** A cell shows its count, or "< 10" and is under ten, or is closed. */
function compare(shown: string[], facts: RawFact[]) {
	expect(shown).toHaveLength(kinds.length);
	shown.forEach((text, index) => {
		const count = countOf(facts, kinds[index] ?? "jp");
		if (text === "< 10") expect(count).toBeLessThan(10);
		else if (text !== "ditutup") expect(text.replaceAll(".", "")).toBe(String(count));
	});
}

/** What stands in the cells for the eye. */
const shownIn = (row: Locator) =>
	row
		.locator("td")
		.evaluateAll((cells) =>
			cells.map((cell) => (cell.querySelector("[aria-hidden]") ?? cell).textContent?.trim() ?? ""),
		);

type RawFact = { kind: string; jp: number; unit: string | null; above: string | null };

function factsOf(code: string): RawFact[] {
	const [year = 0, number = 0] = month.split("-").map(Number);
	// Months end at midnight of WIB, UTC+7.
	const end = Date.UTC(year, number, 1) - 7 * 3_600_000;
	return siteRows<RawFact>(
		`select a.kind, a.jp, u.name as unit, p.name as above from activity a
		join agencies g on g.id = a.agency_id left join units u on u.id = a.unit_id
		left join units p on p.id = u.parent_id where g.code = ? and a.occurred_at < ?`,
		code,
		end,
	);
}

function countOf(facts: RawFact[], kind: (typeof kinds)[number]): number {
	const count = (name: string) => facts.filter((fact) => fact.kind === name).length;
	if (kind === "person") return count("person.joined") - count("person.left");
	if (kind === "certificate") return count("certificate.issued") - count("certificate.revoked");
	if (kind === "jp") return facts.reduce((sum, fact) => sum + fact.jp, 0);
	return count(kind);
}

const nameOf = (code: string) =>
	siteRows<{ name: string }>("select name from agencies where code = ?", code)[0]?.name ?? "";

function monthBefore(): string {
	const wib = new Date(Date.now() + 7 * 3_600_000);
	return new Date(Date.UTC(wib.getUTCFullYear(), wib.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}
