import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder, isWithin, type TreeUnit } from "#app/agencies/tree.ts";
import { afterUndo, undoHindrances } from "#app/agencies/undoUnits.ts";
import {
	afterChanges,
	decideUnits,
	type UnitChange,
	type UnitFault,
	type UnitPlan,
} from "#app/agencies/unitActs.ts";

const TODAY = "2026-11-25";
const unit = (id: string, parentId: string | null, since = "2026-01-01"): TreeUnit => ({
	id,
	parentId,
	code: id.toUpperCase(),
	name: `Unit ${id}`,
	since,
});
const made = (id: string) => ({ id, code: id.toUpperCase(), name: `Unit ${id}` });
const three = [unit("a", null), unit("b", "a"), unit("c", "b"), unit("d", null)];

/** A tree of up to twelve units: each stands below one of those before it, or below the agency. */
const trees = fc
	.array(fc.record({ above: fc.option(fc.nat(), { nil: null }), month: fc.integer({ min: 1, max: 11 }) }), {
		minLength: 1,
		maxLength: 12,
	})
	.map((rows) =>
		rows.map(({ above, month }, index) =>
			unit(
				`u${index}`,
				above === null || index === 0 ? null : `u${above % index}`,
				`2026-${String(month).padStart(2, "0")}-01`,
			),
		),
	);
const ids = fc.constantFrom(...Array.from({ length: 14 }, (_, n) => `u${n}`));
const place = fc.option(ids, { nil: null });
const plans: fc.Arbitrary<UnitPlan> = fc.oneof(
	fc.record({
		kind: fc.constant("unit.rename" as const),
		unitId: ids,
		code: fc.constantFrom("X", "U1"),
		name: fc.constantFrom("Baru", ""),
	}),
	fc.record({ kind: fc.constant("unit.move" as const), unitId: ids, parentId: place }),
	fc.record({
		kind: fc.constant("unit.merge" as const),
		unitIds: fc.array(ids, { maxLength: 4 }),
		into: place,
		made: fc.option(
			place.map((parentId) => ({ ...made("new"), parentId })),
			{ nil: null },
		),
	}),
	fc.record({
		kind: fc.constant("unit.split" as const),
		unitId: ids,
		parts: fc
			.uniqueArray(fc.constantFrom("p1", "p2"), { maxLength: 2 })
			.map((parts) => parts.map((id) => ({ ...made(id), people: [`person of ${id}`] }))),
	}),
	fc.record({ kind: fc.constant("unit.close" as const), unitId: ids }),
);
const days = fc.constantFrom("2025-12-31", "2026-05-01", "2026-11-25", "2026-11-26");

describe("whatever is decided about any tree", () => {
	it("leaves a tree: no loops, every unit below one that is open, codes of their own", () => {
		fc.assert(
			fc.property(trees, plans, days, (units, plan, day) => {
				const decided = decideUnits(units, plan, day, TODAY);
				fc.pre(!("refused" in decided));
				const after = afterChanges(units, decided.changes);
				const byId = new Map(after.map((one) => [one.id, one]));
				expect(byId.size).toBe(after.length);
				expect(new Set(after.map(({ code }) => code)).size).toBe(after.length);
				for (const { id, parentId } of after) {
					expect(parentId === null || byId.has(parentId)).toBe(true);
					expect(isWithin(byId, parentId, id)).toBe(false);
				}
				expect(inOrder(after)).toHaveLength(after.length);
			}),
		);
	});

	it("sends the people of every unit that closes to one that is open, and nobody from one that stays", () => {
		fc.assert(
			fc.property(trees, plans, days, (units, plan, day) => {
				const decided = decideUnits(units, plan, day, TODAY);
				fc.pre(!("refused" in decided));
				const open = new Set(afterChanges(units, decided.changes).map(({ id }) => id));
				const closed = units.filter(({ id }) => !open.has(id)).map(({ id }) => id);
				expect(decided.carried.map(({ from }) => from).sort()).toEqual(closed.sort());
				for (const { to } of decided.carried) expect(to === null || open.has(to)).toBe(true);
				for (const { from, to } of decided.assigned) expect(open.has(from) && open.has(to)).toBe(true);
			}),
		);
	});

	it("is dated neither in the future nor before the last act on what it touches", () => {
		fc.assert(
			fc.property(trees, plans, days, (units, plan, day) => {
				const decided = decideUnits(units, plan, day, TODAY);
				fc.pre(!("refused" in decided));
				expect(day <= TODAY).toBe(true);
				for (const { before, after } of decided.changes) {
					if (before) expect(before.since <= day).toBe(true);
					if (after) expect(after.since).toBe(day);
				}
			}),
		);
	});
});

describe("what cannot be done is refused with its reason", () => {
	const merge = (unitIds: string[], into: string | null, parentId?: string | null): UnitPlan => ({
		kind: "unit.merge",
		unitIds,
		into,
		made: parentId === undefined ? null : { ...made("n"), parentId },
	});
	const cases: [string, UnitPlan, UnitFault][] = [
		["a unit below itself", { kind: "unit.move", unitId: "a", parentId: "a" }, "loop"],
		["a unit below one of its own", { kind: "unit.move", unitId: "a", parentId: "c" }, "loop"],
		["a move to where it is", { kind: "unit.move", unitId: "b", parentId: "a" }, "same"],
		["a unit of another agency", { kind: "unit.move", unitId: "x", parentId: null }, "unknown"],
		["a place in another agency", { kind: "unit.move", unitId: "a", parentId: "x" }, "unknown"],
		["a merge into a unit below", merge(["a"], "c"), "loop"],
		["a merge below what goes", merge(["a", "d"], null, "b"), "loop"],
		["a merge with itself", merge(["a"], "a"), "too-few"],
		["a merge of one into a new one", merge(["a"], null, null), "too-few"],
		["a merge into nothing", merge(["a"], null), "unknown"],
		["a split into nothing", { kind: "unit.split", unitId: "a", parts: [] }, "too-few"],
		[
			"a person in two parts",
			{
				kind: "unit.split",
				unitId: "a",
				parts: ["p", "q"].map((id) => ({ ...made(id), people: ["one"] })),
			},
			"named-twice",
		],
		["a code twice", { kind: "unit.rename", unitId: "a", code: "D", name: "Baru" }, "code-taken"],
		["a name that is empty", { kind: "unit.rename", unitId: "a", code: "A", name: "" }, "no-name"],
		["a name that it has", { kind: "unit.rename", unitId: "a", code: "A", name: "Unit a" }, "same"],
		["a unit that is not there", { kind: "unit.close", unitId: "x" }, "unknown"],
	];
	it.each(cases)("%s", (_, plan, refused) => {
		expect(decideUnits(three, plan, TODAY, TODAY)).toEqual({ refused });
	});

	it("a day that has not come, or before the last act on a unit", () => {
		const plan: UnitPlan = { kind: "unit.close", unitId: "b" };
		expect(decideUnits(three, plan, "2026-11-26", TODAY)).toEqual({ refused: "future" });
		expect(decideUnits(three, plan, "2025-12-31", TODAY)).toEqual({ refused: "too-early" });
		const moved = three.map((one) => (one.id === "a" ? { ...one, since: "2026-06-01" } : one));
		expect(decideUnits(moved, plan, "2026-05-31", TODAY)).toEqual({ refused: "too-early" });
		expect(decideUnits(moved, plan, "2026-06-01", TODAY)).toHaveProperty("carried", [{ from: "b", to: "a" }]);
	});
});

it("units that loop or hang in the air are still seen", () => {
	const odd = [unit("a", "b"), unit("b", "a"), unit("c", "nowhere"), unit("d", "c")];
	expect(inOrder(odd).map(({ id, level }) => [id, level])).toEqual([
		["c", 1],
		["d", 2],
		["a", 1],
		["b", 1],
	]);
});

describe("undoing what was just decided", () => {
	const rows = (units: readonly TreeUnit[]) =>
		units.map(({ since: _since, ...unit }) => ({ ...unit, agencyId: "g", validTo: null }));

	it("is never hindered and gives the same tree again", () => {
		fc.assert(
			fc.property(trees, plans, days, (units, plan, day) => {
				const decided = decideUnits(units, plan, day, TODAY);
				fc.pre(!("refused" in decided));
				const { now, changed } = written(units, decided.changes, day);
				expect(undoHindrances(now, changed)).toEqual([]);
				const back = afterUndo(now, changed).filter(({ validTo }) => validTo === null);
				expect(new Set(back)).toEqual(new Set(rows(units)));
			}),
		);
	});

	it("is hindered where a code that would come back was taken meanwhile, in that agency and no other", () => {
		const image = (code: string, agencyId = "X") => ({
			agencyId,
			parentId: null,
			code,
			name: code,
			validTo: null,
		});
		const renamed = [{ id: "a", before: image("LAMA"), after: image("BARU") }];
		const others = (agencyId: string) => [
			{ id: "a", ...image("BARU") },
			{ id: "b", ...image("LAMA", agencyId) },
		];
		expect(undoHindrances(others("X"), renamed)).toEqual([{ unitId: "a", why: "code-taken" }]);
		expect(undoHindrances(others("Y"), renamed)).toEqual([]);
		expect(undoHindrances([{ id: "a", ...image("LAIN") }], renamed)).toEqual([
			{ unitId: "a", why: "changed" },
		]);
	});

	it("after another act leaves a tree, or is hindered", () => {
		fc.assert(
			fc.property(trees, plans, plans, (units, plan, next) => {
				const first = decideUnits(units, plan, TODAY, TODAY);
				fc.pre(!("refused" in first));
				const { now, changed } = written(units, first.changes, TODAY);
				const open = afterChanges(units, first.changes);
				const second = decideUnits(open, next, TODAY, TODAY);
				fc.pre(!("refused" in second));
				const later = written(open, second.changes, TODAY).now;
				const closed = now.filter(
					({ validTo, id }) => validTo !== null && !later.some((one) => one.id === id),
				);
				const all = [...later, ...closed];
				fc.pre(undoHindrances(all, changed).length === 0);
				const back = afterUndo(all, changed).filter(({ validTo }) => validTo === null);
				const byId = new Map(back.map((one) => [one.id, one]));
				expect(byId.size).toBe(back.length);
				for (const { id, parentId } of back) {
					expect(parentId === null || byId.has(parentId)).toBe(true);
					expect(isWithin(byId, parentId, id)).toBe(false);
				}
			}),
		);
	});

	/** The units and the noted changes as an act leaves them in the database. */
	function written(units: readonly TreeUnit[], changes: readonly UnitChange[], day: string) {
		const image = ({ parentId, code, name }: TreeUnit, validTo: string | null) => ({
			agencyId: "g",
			parentId,
			code,
			name,
			validTo,
		});
		const changed = changes.map(({ id, before, after }) => ({
			id,
			before: before ? image(before, null) : null,
			after: after ? image(after, null) : image(before as TreeUnit, day),
		}));
		const kept = rows(units).filter(({ id }) => !changes.some((change) => change.id === id));
		return { changed, now: [...kept, ...changed.map(({ id, after }) => ({ id, ...after }))] };
	}
});
