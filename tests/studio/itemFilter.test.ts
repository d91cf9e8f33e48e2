import { describe, expect, it } from "vitest";
import { difficultyStep, itemFilterOf, matchesFilter } from "#app/studio/itemFilter.ts";
import { someItems } from "#tests/support/make/course.ts";

const bank = someItems().map((item, n) => ({
	...item,
	level: n < 3 ? 1 : 2,
	...(n === 0 ? { leakRisk: "high" as const, source: "UU 27/2022", prototype: "surel-palsu" } : {}),
}));
const found = (query: string) => {
	const filter = itemFilterOf(new URLSearchParams(query));
	return bank.filter((item) => matchesFilter(item, filter)).map(({ code }) => code);
};

describe("a bank's list", () => {
	it("is narrowed by what the address asks for, and by nothing that is no value", () => {
		expect(found("")).toHaveLength(6);
		expect(found("jenjang=2&kompetensi=D3.1")).toEqual(["uji-4", "uji-5", "uji-6"]);
		expect(found("kompetensi=D1.1")).toEqual([]);
		expect(found("risiko=high")).toEqual(["uji-1"]);
		expect(found("risiko=belum")).toHaveLength(5);
		expect(found("risiko=x&jenjang=9&kompetensi=semua")).toHaveLength(6);
	});

	it("is searched in code, question, source and prototype", () => {
		expect(found("cari=uji-3")).toEqual(["uji-3"]);
		expect(found("cari=soal+5")).toEqual(["uji-5"]);
		expect(found("cari=UU+27")).toEqual(["uji-1"]);
		expect(found("cari=SUREL")).toEqual(["uji-1"]);
	});

	it("says a difficulty in five steps", () => {
		expect([-4, -1.5, -1, -0.4, 0, 0.5, 1.4, 1.5, 4].map(difficultyStep)).toEqual([
			-2, -2, -1, 0, 0, 1, 1, 2, 2,
		]);
	});
});
