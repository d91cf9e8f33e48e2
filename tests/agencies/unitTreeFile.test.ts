import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUnorRows, type UnorRow } from "#app/agencies/unitTreeFile.ts";

const rowsOf = (...rows: [string, string | null, string?][]): UnorRow[] =>
	rows.map(([code, parent, name = `Unit ${code}`], index) => ({ row: index + 2, code, name, parent }));
const reasons = (rows: UnorRow[], known = new Map<string, string | null>()) =>
	checkUnorRows(rows, known).refused.map(({ row, column, reason }) => `${row} ${column} ${reason}`);

const code = fc.constantFrom("a", "b", "c", "d", "e", "f");
const anyRows = fc
	.array(
		fc.tuple(
			fc.oneof(code, fc.constant("")),
			fc.option(fc.oneof(code, fc.constantFrom("x", "y")), { nil: null }),
		),
		{
			maxLength: 10,
		},
	)
	.map((rows) => rowsOf(...rows));
const anyKnown = fc.constantFrom(
	new Map<string, string | null>(),
	new Map<string, string | null>([
		["x", null],
		["a", "x"],
	]),
);

describe("whatever a file says", () => {
	it("each row is taken or refused once, and what is taken is a tree with the units that are there", () => {
		fc.assert(
			fc.property(anyRows, anyKnown, (rows, known) => {
				const { accepted, refused } = checkUnorRows(rows, known);
				const seen = [...accepted, ...refused].map(({ row }) => row);
				expect(seen.sort((a, b) => a - b)).toEqual(rows.map(({ row }) => row));
				const parents = new Map([...known, ...accepted.map((row) => [row.code, row.parent] as const)]);
				const placed = new Set<string>();
				for (const row of accepted) {
					const isThere = row.parent === null || placed.has(row.parent) || known.has(row.parent);
					expect(isThere).toBe(true);
					placed.add(row.code);
				}
				for (const from of parents.keys()) {
					let steps = 0;
					for (let at: string | null = from; at !== null; at = parents.get(at) ?? null)
						expect(steps++).toBeLessThan(parents.size);
				}
			}),
		);
	});

	it("nothing is refused that could be taken: each refusal is true", () => {
		fc.assert(
			fc.property(anyRows, anyKnown, (rows, known) => {
				const { accepted, refused } = checkUnorRows(rows, known);
				const codes = new Set(accepted.map((row) => row.code));
				for (const { row, reason } of refused) {
					const it = rows.find((one) => one.row === row) as UnorRow;
					const isNamed = rows.some((one) => one.code === it.parent);
					if (reason === "no-id") expect(it.code).toBe("");
					if (reason === "duplicate")
						expect(rows.filter((one) => one.code === it.code).length).toBeGreaterThan(1);
					if (reason === "orphan") expect(isNamed || known.has(it.parent ?? "")).toBe(false);
					if (reason === "below-refused") expect(codes.has(it.parent ?? "")).toBe(false);
				}
			}),
		);
	});

	it("the order of the rows does not matter, unless an ID comes twice", () => {
		fc.assert(
			fc.property(anyRows, anyKnown, (rows, known) => {
				const once = rows.filter((row, at) => rows.findIndex((one) => one.code === row.code) === at);
				const taken = (of: UnorRow[]) =>
					checkUnorRows(of, known)
						.accepted.map((row) => row.code)
						.sort();
				expect(taken([...once].reverse())).toEqual(taken(once));
			}),
		);
	});
});

describe("a file is refused row by row", () => {
	it("for loops, and what hangs on them", () => {
		expect(reasons(rowsOf(["a", "b"], ["b", "c"], ["c", "a"], ["d", "a"], ["e", null]))).toEqual([
			"2 ID_ATASAN loop",
			"3 ID_ATASAN loop",
			"4 ID_ATASAN loop",
			"5 ID_ATASAN below-refused",
		]);
		expect(reasons(rowsOf(["a", "a"]))).toEqual(["2 ID_ATASAN loop"]);
	});

	it("for a loop that closes only through a unit that is there", () => {
		const known = new Map([
			["a", null],
			["x", "a"],
		]);
		expect(reasons(rowsOf(["a", "x"]), known)).toEqual(["2 ID_ATASAN loop"]);
	});

	it("for orphans, with all below them", () => {
		expect(reasons(rowsOf(["a", "none"], ["b", "a"], ["c", "b"]))).toEqual([
			"2 ID_ATASAN orphan",
			"3 ID_ATASAN below-refused",
			"4 ID_ATASAN below-refused",
		]);
		expect(reasons(rowsOf(["a", "x"]), new Map([["x", null]]))).toEqual([]);
	});

	it("for an ID twice, no ID and no name", () => {
		const { refused } = checkUnorRows(
			rowsOf(["a", null], ["a", null], ["", null], ["b", null, ""]),
			new Map(),
		);
		expect(refused).toEqual([
			{ row: 3, column: "ID", reason: "duplicate", first: 2 },
			{ row: 4, column: "ID", reason: "no-id" },
			{ row: 5, column: "NAMA_UNOR", reason: "no-name" },
		]);
	});

	it("however deep it is", () => {
		const deep = rowsOf(
			...Array.from({ length: 20_000 }, (_, n): [string, string | null] => [`u${n}`, n ? `u${n - 1}` : null]),
		);
		expect(checkUnorRows(deep.reverse(), new Map()).accepted).toHaveLength(20_000);
	});
});
