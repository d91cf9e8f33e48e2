import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, measures, noCounts } from "#app/readiness/delta.ts";
import {
	type Cell,
	cellsOf,
	isShown,
	protectParts,
	totalOf,
	visibleTotalOf,
} from "#app/readiness/suppress.ts";

const small = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 }));
const anyCounts: fc.Arbitrary<Counts> = fc
	.record({ people: small, enrolled: small, finished: small, passed: small, certificates: small })
	.map((counts) => ({ ...counts, jp: counts.certificates * 4 }));
const anyRows = fc.array(anyCounts, { maxLength: 8 }).map(outside);

function outside(rows: Counts[]) {
	return rows.map((counts) => ({ counts, cells: cellsOf(counts, false) }));
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const column = (values: number[]) => outside(values.map((people) => ({ ...noCounts, people })));
const shownPeople = (values: number[]) =>
	protectParts(cellsOf({ ...noCounts, people: sum(values) }, false), column(values)).map(
		(r) => r.cells.people,
	);

describe("a cell", () => {
	it("is shown from ten on, and hours from ten certificates on", () => {
		const counts = { ...noCounts, people: 10, enrolled: 9, passed: 0, certificates: 9, jp: 36 };
		expect(cellsOf(counts, false)).toMatchObject({
			people: 10,
			enrolled: "few",
			passed: "few",
			jp: "closed",
		});
		expect(cellsOf(counts, true)).toEqual(counts);
	});

	it("is the true count or under ten", () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				for (const measure of measures) {
					const cell = cellsOf(counts, false)[measure];
					if (isShown(cell)) expect(cell).toBe(counts[measure]);
					else expect(measure === "jp" ? counts.certificates : counts[measure]).toBeLessThan(10);
					expect(cell === "closed" && measure !== "jp").toBe(false);
				}
			}),
		);
	});
});

describe("the parts of a published whole", () => {
	it("hide one more part when the whole would tell the only small one", () => {
		expect(shownPeople([40, 30, 8])).toEqual([40, "closed", "few"]);
	});

	it("stay as they are when the small ones keep each other's secret", () => {
		expect(shownPeople([40, 30, 5, 4])).toEqual([40, 30, "few", "few"]);
		expect(shownPeople([40, 30])).toEqual([40, 30]);
	});

	it("leave each small count able to be 0 or 9, or everything is hidden", () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const whole = cellsOf(totalCounts(rows.map((row) => row.counts)), true);
				for (const measure of ["people", "enrolled", "finished", "passed", "certificates"] as const) {
					const cells = protectParts(whole, rows).map((row) => row.cells[measure]);
					const told = sum(cells.filter(isShown));
					const secret = Number(whole[measure]) - told;
					if (cells.some(isShown))
						for (const guess of [0, 9]) expect(isPossible(cells, secret, guess)).toBe(true);
				}
			}),
		);
	});

	it("are hidden with a hidden whole", () => {
		const rows = protectParts({ ...noCounts, people: "closed" }, column([40, 3]));
		expect(rows.map((row) => row.cells.people)).toEqual(["closed", "few"]);
	});

	it("hide hours wherever they hide certificates", () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const whole = cellsOf(totalCounts(rows.map((row) => row.counts)), true);
				for (const { cells } of protectParts(whole, rows))
					expect(isShown(cells.jp)).toBe(isShown(cells.certificates));
			}),
		);
	});
});

describe("a total", () => {
	it("is exact when nothing is hidden or what is hidden stays ambiguous", () => {
		expect(totalOf(column([20, 30])).people).toEqual({ value: 50, exact: true, few: 0 });
		expect(totalOf(column([20, 5, 4])).people).toEqual({ value: 29, exact: true, few: 2 });
	});

	it("tells no more than the visible cells when it would give one away", () => {
		expect(totalOf(column([1200, 8])).people).toEqual({ value: 1200, exact: false, few: 1 });
		expect(totalOf(column([20, 0, 0])).people).toEqual({ value: 20, exact: false, few: 2 });
	});

	it("of visible cells does not change with the hidden ones", () => {
		const digit = fc.integer({ min: 0, max: 9 });
		fc.assert(
			fc.property(
				fc.array(fc.tuple(digit, digit)),
				fc.array(fc.integer({ min: 10, max: 99 })),
				(hidden, seen) => {
					const [one, other] = [0, 1].map((side) =>
						column([...seen, ...hidden.map((pair) => pair[side] ?? 0)]),
					);
					expect(visibleTotalOf(one ?? [])).toEqual(visibleTotalOf(other ?? []));
				},
			),
		);
	});
});

function totalCounts(rows: Counts[]): Counts {
	return rows.reduce(
		(all, row) => Object.fromEntries(measures.map((m) => [m, all[m] + row[m]])) as Counts,
		noCounts as Counts,
	);
}

/** Whether one small cell can hold the guess while the hidden cells still add up. */
function isPossible(cells: Cell[], secret: number, guess: number): boolean {
	const few = cells.filter((cell) => cell === "few").length;
	const closed = cells.filter((cell) => cell === "closed").length;
	if (few === 0) return true;
	const rest = secret - guess;
	return rest >= closed * 10 && (closed > 0 || rest <= (few - 1) * 9);
}
