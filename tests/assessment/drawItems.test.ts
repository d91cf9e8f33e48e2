import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawable, drawItems } from "#app/assessment/drawItems.ts";
import { cellCounts, cellName, coverageOf, fillCells } from "#app/catalog/blueprint.ts";

const competence = fc.constantFrom("D1.1", "D3.1");
const cell = fc.record({
	competence,
	level: fc.constantFrom(1, 2),
	from: fc.constantFrom("national" as const, undefined),
});
const blueprint = fc.array(fc.record({ cell, count: fc.integer({ min: 1, max: 3 }) }), {
	minLength: 1,
	maxLength: 5,
});
const bank = fc
	.array(
		fc.record({
			cell,
			family: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
			leakRisk: fc.constantFrom("low" as const, "high" as const, undefined),
		}),
		{ maxLength: 24 },
	)
	.map((rows) =>
		rows.map(({ cell: { from, ...place }, family, leakRisk }, n) => {
			const item = { ...place, ...(from ? { from } : {}), family: `${from} ${family}`, leakRisk };
			return { ...item, n, askedHash: `hash-${n}` };
		}),
	);
const cells = blueprint.map((rows) =>
	rows.map(({ cell: { from, ...place }, count }) => ({ ...place, from, count })),
);
const seen = fc.dictionary(
	fc.constantFrom("undefined a", "undefined b", "national a", "hash-1", "hash-2"),
	fc.integer({ min: 1, max: 9 }),
);
const seed = fc.integer();

/** A linear congruential generator: the same seed, the same numbers. */
function numbers(start: number): () => number {
	let at = start >>> 0;
	return () => {
		at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
		return at / 2 ** 32;
	};
}

/** The most that any choice can fill, by trying all. */
function mostByTrying(items: readonly Drawable[], counts: Map<string, number>): number {
	const [first, ...rest] = [...new Set(items.map(({ family }) => family))];
	if (first === undefined) return 0;
	const others = items.filter(({ family }) => rest.includes(family));
	const without = mostByTrying(others, counts);
	const own = new Set(items.filter(({ family }) => family === first).map(cellName));
	const taken = [...own].map((name) => {
		const left = counts.get(name) ?? 0;
		return left === 0 ? 0 : 1 + mostByTrying(others, new Map(counts).set(name, left - 1));
	});
	return Math.max(without, ...taken);
}

describe("filling a blueprint", () => {
	it("fills as much as any choice could", () => {
		fc.assert(
			fc.property(bank, cells, (items, wanted) => {
				const counts = cellCounts(wanted);
				expect(fillCells(items, counts)).toHaveLength(mostByTrying(items, counts));
			}),
		);
	});

	it("says for each cell what it has and what can be drawn together with the others", () => {
		const variants = [1, 2].map((level) => ({ competence: "D3.1", level, family: "x" }));
		const wanted = [1, 2].map((level) => ({ competence: "D3.1", level, count: 1 }));
		expect(
			coverageOf(wanted, variants).map(({ items, families, fillable }) => [items, families, fillable]),
		).toEqual([
			[1, 1, 1],
			[1, 1, 0],
		]);
	});
});

describe("drawing", () => {
	it("takes what the blueprint says from each cell, one of a prototype, the same for the same seed", () => {
		fc.assert(
			fc.property(bank, cells, seen, seed, (items, wanted, met, start) => {
				const counts = cellCounts(wanted);
				const drawn = drawItems(items, wanted, new Map(Object.entries(met)), numbers(start));
				const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
				expect(drawn === null).toBe(mostByTrying(items, counts) < all);
				if (!drawn) return;
				const tally = new Map<string, number>();
				for (const item of drawn) tally.set(cellName(item), (tally.get(cellName(item)) ?? 0) + 1);
				expect(tally).toEqual(counts);
				expect(new Set(drawn.map(({ family }) => family)).size).toBe(drawn.length);
				expect(drawItems(items, wanted, new Map(Object.entries(met)), numbers(start))).toEqual(drawn);
			}),
		);
	});

	it("draws nothing that was met where something unmet could stand in its place", () => {
		fc.assert(
			fc.property(bank, cells, seen, seed, (items, wanted, met, start) => {
				const memory = new Map(Object.entries(met));
				const drawn = drawItems(items, wanted, memory, numbers(start));
				if (!drawn) return;
				const known = new Set(
					items.filter((one) => memory.has(one.family) || memory.has(one.askedHash)).map((one) => one.family),
				);
				const fresh = items.filter(({ family }) => !known.has(family));
				const unmet = drawn.filter(({ family }) => !known.has(family)).length;
				expect(unmet).toBe(mostByTrying(fresh, cellCounts(wanted)));
			}),
		);
	});

	const item = (code: string, rest: Partial<Drawable> = {}) => {
		const made: Drawable = { competence: "D3.1", level: 1, family: code, askedHash: `hash ${code}`, ...rest };
		return made;
	};
	const two = [{ competence: "D3.1", level: 1, count: 2 }];
	const families = (drawn: Drawable[] | null) => drawn?.map(({ family }) => family).sort();

	it("takes what was met longest ago first when everything was met, also under another code", () => {
		const items = [item("a"), item("b"), item("c"), item("d")];
		const met = new Map([
			["a", 5],
			["b", 2],
			["hash c", 3],
			["d", 4],
		]);
		for (let start = 0; start < 20; start++)
			expect(families(drawItems(items, two, met, numbers(start)))).toEqual(["b", "c"]);
	});

	it("takes an item of high leak risk only when no other unmet one is left", () => {
		const items = [item("a", { leakRisk: "high" }), item("b", { leakRisk: "medium" }), item("c"), item("d")];
		for (let start = 0; start < 20; start++) {
			expect(families(drawItems(items, two, new Map(), numbers(start)))).not.toContain("a");
			const met = new Map([
				["b", 1],
				["c", 1],
			]);
			expect(families(drawItems(items, two, met, numbers(start)))).toEqual(["a", "d"]);
		}
	});
});
