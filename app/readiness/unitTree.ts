import { withUnitsBelow } from "../agencies/subtree.ts";
import { addCounts, type Counts, measures, noCounts } from "./delta.ts";
import { type Cells, cellsOf, protectParts } from "./suppress.ts";

/** A line of the table by unit. `direct`: what belongs to the unit above itself; `none`: to no unit at all. */
export type UnitLine = {
	id: string;
	name: string;
	kind: "unit" | "direct" | "none";
	level: 1 | 2;
	cells: Cells;
};

type Unit = { id: string; name: string; parentId: string | null };
type Node = Omit<UnitLine, "cells"> & { counts: Counts; cells: Cells; parts: Node[] };

/**
 * The agency by unit in two levels: each first-level unit with everything below it, then its second level.
 * Deeper units count with the second-level unit above them, units that are not among these with no unit. `inside` shows
 * every count.
 */
export function unitLines(
	units: readonly Unit[],
	states: ReadonlyMap<string, Counts>,
	whole: Cells,
	inside: boolean,
): UnitLine[] {
	const of = (id: string) => states.get(id) ?? noCounts;
	const children = new Map<string | null, Unit[]>();
	for (const unit of units) children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit]);
	const below = (id: string | null) => children.get(id) ?? [];
	const deepSum = (unit: Unit): Counts => below(unit.id).map(deepSum).reduce(addCounts, of(unit.id));
	const node = (part: Omit<Node, "cells">): Node => ({ ...part, cells: cellsOf(part.counts, inside) });

	const second = (unit: Unit) =>
		node({ id: unit.id, name: unit.name, kind: "unit", level: 2, counts: deepSum(unit), parts: [] });
	const direct = (unit: Unit) =>
		node({ id: `${unit.id}-`, name: unit.name, kind: "direct", level: 2, counts: of(unit.id), parts: [] });
	const first = (unit: Unit) => {
		const units = below(unit.id).map(second);
		const parts = units.length > 0 && isSomething(of(unit.id)) ? [...units, direct(unit)] : units;
		return node({ id: unit.id, name: unit.name, kind: "unit", level: 1, counts: deepSum(unit), parts });
	};
	const known = new Set(units.map(({ id }) => id));
	const elsewhere = [...states].filter(([id]) => !known.has(id)).map(([, counts]) => counts);
	const counts = elsewhere.reduce(addCounts, noCounts);
	const none = node({ id: "", name: "", kind: "none", level: 1, counts, parts: [] });

	const top = below(null).map(first);
	const nodes = isSomething(none.counts) ? [...top, none] : top;
	const shown = inside ? nodes : protectParts(whole, nodes);
	return shown.flatMap((one) => {
		const parts = inside ? one.parts : protectParts(one.cells, one.parts);
		return [one, ...parts].map(({ id, name, kind, level, cells }) => ({ id, name, kind, level, cells }));
	});
}

type Sight = { inside: boolean; ownUnits: readonly string[] };

/** The same, with every count of the viewer's own units and of all below them. */
export function linesWithOwn(
	units: readonly Unit[],
	states: ReadonlyMap<string, Counts>,
	whole: Cells,
	{ inside, ownUnits }: Sight,
): UnitLine[] {
	const lines = unitLines(units, states, whole, inside);
	if (inside || ownUnits.length === 0) return lines;
	const own = new Set(withUnitsBelow(units, ownUnits).flatMap((id) => [id, `${id}-`]));
	const open = new Map(unitLines(units, states, whole, true).map((line) => [line.id, line]));
	return lines.map((line) => (own.has(line.id) ? (open.get(line.id) ?? line) : line));
}

const isSomething = (counts: Counts) => measures.some((measure) => counts[measure] !== 0);
