import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJpPolicy } from "#app/learning/jpPolicy.ts";
import { type Entry, itemsOf } from "#app/learning/ledger/items.ts";
import { jpYear, periodAt } from "#app/learning/ledger/jpYear.ts";
import { type Post, serviceOf } from "#app/learning/ledger/service.ts";
import { runs } from "#tests/support/runs.ts";

const name = "jp-2020-01-01.yaml";
const folder = path.resolve(import.meta.dirname, "../../content/framework/policy");
const policies = [parseJpPolicy(readFileSync(path.join(folder, name), "utf8"), name)];

let serial = 0;
const entry = (day: string, jp: number, rest: Partial<Entry> = {}): Entry => {
	const id = `e${String(++serial).padStart(4, "0")}`;
	const year = Number(day.slice(0, 4));
	const source = { sourceKind: "certificate", sourceId: `c-${id}` };
	return { id, year, jp, countedOn: day, creditedAt: Date.parse(`${day}T03:00:00Z`), ...source, ...rest };
};
const taken = (of: Entry, day: string, mark = "x"): Entry =>
	entry(of.countedOn ?? "", -of.jp, {
		sourceKind: "revocation",
		sourceId: `${of.sourceId}:${mark}`,
		creditedAt: Date.parse(`${day}T03:00:00Z`),
	});
const post = (
	from: string,
	to: string | null,
	employment: Post["employment"],
	rest: Partial<Post> = {},
): Post => ({
	...{ from, to, employment, legalStatus: "Aktif", appointedOn: null },
	...rest,
});
const yearOf = (year: number, posts: Post[], entries: Entry[]) =>
	jpYear({ year, policies, items: itemsOf(entries, "Asia/Jakarta"), service: serviceOf(posts) });

describe("a year, added up by hand", () => {
	it("of a PNS: 4 + 8 + 6, of which 8 were revoked, are 10 of 20", () => {
		const revoked = entry("2026-05-02", 8);
		const entries = [entry("2026-01-15", 4), revoked, entry("2026-11-30", 6), taken(revoked, "2027-02-01")];
		const found = yearOf(2026, [post("2024-03-01", null, "PNS", { appointedOn: "2015-01-01" })], entries);
		expect(found.earned).toBe(10);
		expect(found.periods).toMatchObject([
			{ direction: "floor", target: 20, months: 12, earned: 10, counted: 10, excess: 0, remaining: 10 },
		]);
		expect(found.items.map(({ jp, counted, why }) => [jp, counted, why])).toEqual([
			[4, 4, null],
			[0, 0, "taken-back"],
			[6, 6, null],
		]);
		// What was taken back in 2027 goes back to the year that it was counted for.
		expect(yearOf(2027, [post("2024-03-01", null, "PNS")], entries).earned).toBe(0);
	});

	it("of a PPPK whose contract began on 1 March: 16 + 10 in its first year are 24 and 2 more, 20 in the second are 20", () => {
		const posts = [post("2025-04-02", null, "PPPK", { appointedOn: "2025-03-01" })];
		const entries = [entry("2025-06-01", 16), entry("2026-01-10", 10), entry("2026-04-01", 20)];
		const found = yearOf(2026, posts, entries);
		expect(found.earned).toBe(30);
		expect(found.periods).toMatchObject([
			{ from: "2025-03-01", to: "2026-02-28", target: 24, earned: 26, counted: 24, excess: 2 },
			{ from: "2026-03-01", to: "2027-02-28", target: 24, earned: 20, counted: 20, excess: 0, remaining: 4 },
		]);
		expect(found.items.map(({ counted, why }) => [counted, why])).toEqual([
			[8, "excess"],
			[20, null],
		]);
		expect(periodAt(found, "2026-11-25")?.from).toBe("2026-03-01");
	});

	it("of a PPPK who became CPNS on 1 June: 30 are 24 and 6 more; then 7 of the 12 owed for 7 months", () => {
		const posts = [
			post("2025-01-01", "2026-06-01", "PPPK", { appointedOn: "2025-01-01" }),
			post("2026-06-01", "2026-10-01", "CPNS", { appointedOn: "2026-06-01" }),
			post("2026-10-01", null, "PNS", { appointedOn: "2026-06-01" }),
		];
		const entries = [entry("2026-02-01", 30), entry("2026-07-15", 3), entry("2026-12-01", 4)];
		const found = yearOf(2026, posts, entries);
		expect(found.earned).toBe(37);
		expect(found.periods).toMatchObject([
			{ direction: "cap", from: "2026-01-01", to: "2026-05-31", earned: 30, counted: 24, excess: 6 },
			// 20 × 7 / 12 = 11.67
			{
				...{ direction: "floor", from: "2026-06-01", to: "2026-12-31", employments: ["CPNS", "PNS"] },
				...{ months: 7, target: 12, counted: 7, remaining: 5 },
			},
		]);
	});

	it("of a PNS on leave from April to September: half of 20; what was learned meanwhile counts", () => {
		const posts = [
			post("2020-01-01", "2026-04-01", "PNS"),
			post("2026-04-01", "2026-10-01", "PNS", { legalStatus: "CLTN" }),
			post("2026-10-01", null, "PNS"),
		];
		const found = yearOf(2026, posts, [entry("2026-05-05", 3), entry("2026-10-05", 2)]);
		expect(found.periods).toMatchObject([{ months: 6, target: 10, counted: 5, remaining: 5 }]);
	});

	it("of a part-time PPPK without a known contract: by the calendar year, and it says so", () => {
		const posts = [post("2026-02-01", null, "PPPK_PARUH_WAKTU")];
		const found = yearOf(2026, posts, [entry("2026-01-05", 20), entry("2026-12-31", 9)]);
		expect(found.periods).toMatchObject([
			{ from: "2026-01-01", to: "2026-12-31", counted: 24, excess: 5, isApproximate: true },
		]);
	});

	it("of somebody who is no civil servant: on record, under no rule", () => {
		const found = yearOf(2026, [post("2020-01-01", null, "NON_ASN")], [entry("2026-03-03", 5)]);
		expect(found).toMatchObject({ earned: 5, periods: [], items: [{ counted: 0, why: "no-rule" }] });
	});
});

describe("for any ledger", () => {
	const day = fc
		.date({ min: new Date("2024-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const entries = fc
		.array(fc.record({ day, jp: fc.integer({ min: 1, max: 30 }) }), { maxLength: 12 })
		.map((all) => all.map(({ day: on, jp }) => entry(on, jp)));
	const posts = fc.constantFrom<Post[][]>(
		[post("2020-01-01", null, "PNS")],
		[post("2025-02-28", null, "PPPK", { appointedOn: "2024-02-29" })],
		[
			post("2024-01-01", "2026-06-15", "PPPK", { appointedOn: "2023-11-11" }),
			post("2026-06-15", null, "CPNS"),
		],
		[post("2024-01-01", "2026-06-15", "PNS"), post("2026-03-01", null, "PPPK_PARUH_WAKTU")],
	);

	it("what counts and what does not is what was earned, and the items add up to it", () => {
		fc.assert(
			fc.property(posts, entries, (held, given) => {
				for (const period of yearOf(2026, held, given).periods) {
					expect(period.counted + period.excess).toBe(period.earned);
					if (period.direction === "cap") expect(period.counted).toBeLessThanOrEqual(period.target);
				}
				const years = [2023, 2024, 2025, 2026, 2027].map((year) => yearOf(year, held, given));
				const sum = years.reduce((total, { earned }) => total + earned, 0);
				expect(sum).toBe(given.reduce((total, { jp }) => total + jp, 0));
				const itemized = years.flatMap(({ items }) => items).reduce((total, one) => total + one.counted, 0);
				const counted = new Map(years.flatMap(({ periods }) => periods).map((one) => [one.key, one.counted]));
				expect(itemized).toBe([...counted.values()].reduce((total, one) => total + one, 0));
			}),
			{ numRuns: runs(100) },
		);
	});

	it("in whatever order it is read, and taking back what was added brings everything back", () => {
		fc.assert(
			fc.property(posts, entries, day, fc.nat(), (held, given, on, turn) => {
				const figures = (all: Entry[]) => yearOf(2026, held, all).periods;
				const at = given.length === 0 ? 0 : turn % given.length;
				expect(figures([...given.slice(at), ...given.slice(0, at)].reverse())).toEqual(figures(given));
				const more = entry(on, 7);
				expect(figures([taken(more, "2027-06-01"), ...given, more])).toEqual(figures(given));
				const again = { ...more, sourceKind: "reinstatement", sourceId: `${more.sourceId}:y`, id: "again" };
				expect(figures([...given, more, taken(more, "2027-06-01"), again])).toEqual(
					figures([...given, more]),
				);
			}),
			{ numRuns: runs(100) },
		);
	});
});
