import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterLines, pageOf, sortLines } from "#app/readiness/agencyList.ts";
import { measures } from "#app/readiness/delta.ts";
import { kindNames, listAddress, readListState } from "#app/readiness/listState.ts";
import { addMonths, isMonth, monthOf, monthsUpTo } from "#app/readiness/month.ts";
import type { AgencyLine } from "#app/readiness/nation.server.ts";
import type { Cells } from "#app/readiness/suppress.ts";
import type { AgencyKind } from "#db/schema/index.ts";

const NOW = "2026-11";
const read = (query: string) => readListState(new URLSearchParams(query), NOW);

describe("the state in the address", () => {
	it("is the current month, the largest first, when nothing is said", () => {
		expect(read("jenis=&cari=+&provinsi=")).toEqual({
			state: {
				month: NOW,
				search: "",
				kind: null,
				province: null,
				sort: { by: "people", descending: true },
				page: 1,
				measure: "people",
			},
			invalid: [],
		});
	});

	it("comes back from the address that it makes", () => {
		const state = fc.record({
			month: fc.constantFrom("2026-01", "2026-11", "2020-12"),
			search: fc.string({ maxLength: 100 }).filter((text) => text === "" || text.trim() !== ""),
			kind: fc.constantFrom(...(Object.keys(kindNames) as AgencyKind[]), null),
			province: fc.constantFrom("32", "11", null),
			sort: fc.record({ by: fc.constantFrom("name" as const, ...measures), descending: fc.boolean() }),
			page: fc.integer({ min: 1, max: 30 }),
			measure: fc.constantFrom(...measures),
		});
		fc.assert(
			fc.property(state, (one) => {
				const { search } = new URL(listAddress(one), "http://here.invalid");
				expect(read(search)).toEqual({ state: one, invalid: [] });
			}),
		);
	});

	it("names what it cannot read and goes on without it", () => {
		const { state, invalid } = read("bulan=2026-13&jenis=desa&urut=x&halaman=-1&provinsi=jabar&cari=bandung");
		expect(invalid.sort()).toEqual(["bulan", "halaman", "jenis", "provinsi", "urut"]);
		expect(state).toMatchObject({ month: NOW, kind: null, search: "bandung", page: 1 });
		expect(read("bulan=2026-12").invalid).toEqual(["bulan"]);
	});
});

const line = (name: string, people: Cells["people"] | null, more: Partial<AgencyLine> = {}): AgencyLine => ({
	id: name,
	code: name,
	name,
	shortName: "",
	kind: "regency",
	provinceCode: "32",
	sortKey: name.toLowerCase(),
	cells: people === null ? null : ({ people } as Cells),
	...more,
});
const names = (lines: AgencyLine[]) => lines.map((one) => one.name).join(" ");

describe("the list", () => {
	const lines = [line("D", "few"), line("A", 30), line("C", null), line("B", "few"), line("E", 12)];

	it("sorts hidden counts as equal, so that their order tells nothing", () => {
		expect(names(sortLines(lines, { by: "people", descending: true }))).toBe("A E B D C");
		expect(names(sortLines(lines, { by: "people", descending: false }))).toBe("C B D E A");
		expect(names(sortLines(lines, { by: "name", descending: true }))).toBe("E D C B A");
	});

	it("finds every word, whatever its case and accents", () => {
		const bandung = line("Pemerintah Kabupaten Bandung", 10, { shortName: "Kab. Bandung" });
		const all = [
			bandung,
			line("Pemerintah Kota Bandung", 10, { kind: "city" }),
			line("Aceh", 10, { provinceCode: "11" }),
		];
		const found = (search: string, kind: AgencyKind | null = null, province: string | null = null) =>
			filterLines(all, { search, kind, province }).length;
		expect([found("BANDUNG kab"), found("bándung"), found("%"), found("zz")]).toEqual([1, 2, 3, 0]);
		expect([found("", "city"), found("", null, "11")]).toEqual([1, 1]);
	});

	it("pages to the end and no further", () => {
		expect(pageOf([1, 2, 3], 9, 2)).toEqual({ lines: [3], page: 2, pages: 2 });
		expect(pageOf([], 1, 25)).toEqual({ lines: [], page: 1, pages: 1 });
	});
});

describe("a month", () => {
	it("changes at midnight of WIB", () => {
		expect(monthOf(Date.parse("2026-12-31T16:59:59.999Z"))).toBe("2026-12");
		expect(monthOf(Date.parse("2026-12-31T17:00:00Z"))).toBe("2027-01");
	});

	it("counts over the years", () => {
		expect(addMonths("2026-01", -1)).toBe("2025-12");
		expect(monthsUpTo("2026-02", 3)).toEqual(["2025-12", "2026-01", "2026-02"]);
		expect(["2026-1", "2026-00", "1999-01", "x"].some(isMonth)).toBe(false);
	});
});
