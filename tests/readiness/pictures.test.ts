import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "#app/http/csv.ts";
import { barsOf } from "#app/readiness/bars.ts";
import { agencySheet } from "#app/readiness/csv.ts";
import { measures } from "#app/readiness/delta.ts";
import { cellsOf, type Figure, visibleTotalOf } from "#app/readiness/suppress.ts";
import { shadesOf } from "#app/readiness/tiles.ts";
import { cellWords, figureWords } from "#app/readiness/words.ts";

const row = (value: number) => {
	const counts = {
		people: value,
		enrolled: value,
		finished: value,
		passed: value,
		certificates: value,
		jp: 4 * value,
	};
	return { counts, cells: cellsOf(counts, false) };
};
/** Two nations that differ in hidden counts only. */
const twins = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 5 }).chain((hidden) =>
	fc.array(fc.integer({ min: 10, max: 99 }), { maxLength: 5 }).map((seen) => ({
		one: [...seen, ...hidden.map(([a]) => a)].map(row),
		other: [...seen, ...hidden.map(([, b]) => b)].map(row),
	})),
);

describe("what is drawn and written", () => {
	it("is the same whatever the hidden counts are", () => {
		fc.assert(
			fc.property(twins, fc.constantFrom(...measures), ({ one, other }, measure) => {
				const drawn = (rows: typeof one) => ({
					bars: barsOf(rows, ({ cells }) => cells[measure]).map(({ height, exact }) => ({ height, exact })),
					shades: shadesOf([
						...rows.map((only) => visibleTotalOf([only])[measure]),
						visibleTotalOf(rows)[measure],
					]),
					words: rows.map(({ cells }) => cellWords(cells[measure], "id")),
					sum: figureWords(visibleTotalOf(rows)[measure], "id"),
				});
				expect(drawn(one)).toEqual(drawn(other));
			}),
		);
	});

	it("has no bar for a hidden count, and a bar of what is visible for a sum", () => {
		const sum: Figure = { value: 40, exact: false, few: 1 };
		expect(barsOf(["few", null, 20, sum] as const, (shown) => shown)).toMatchObject([
			{ height: null },
			{ height: null },
			{ height: 0.5, exact: true },
			{ height: 1, exact: false },
		]);
	});

	it("says how much is known of a sum", () => {
		const words = (figure: Figure | null) => figureWords(figure, "id");
		expect(words(null)).toBe("–");
		expect(words({ value: 1208, exact: true, few: 0 })).toBe("1.208");
		expect(words({ value: 1200, exact: false, few: 1 })).toBe("≥ 1.200");
		expect(words({ value: 0, exact: false, few: 2 })).toBe("< 20");
		expect(words({ value: 0, exact: false, few: 0 })).toBe("ditutup");
	});

	it("gives a CSV of an agency without data its heading and a line that says so", () => {
		const text = csvText(agencySheet(null, "2026-10", "id"));
		expect(text.split("\r\n")[1]).toContain("2026-10,Seluruh instansi,,Seluruh instansi,Belum ada data");
	});
});
