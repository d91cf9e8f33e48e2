import { isWithin, type TreeUnit } from "./tree.ts";

export type NewUnit = { id: string; code: string; name: string };

/** What is to become of units of one agency; ids of units that are made come with the plan. */
export type UnitPlan =
	| { kind: "unit.rename"; unitId: string; code: string; name: string }
	| { kind: "unit.move"; unitId: string; parentId: string | null }
	/** Into a unit that is there, or into one that is made for it. */
	| {
			kind: "unit.merge";
			unitIds: string[];
			into: string | null;
			made: (NewUnit & { parentId: string | null }) | null;
	  }
	/** The unit stays as the first part; the others are made beside it, with the people named. */
	| { kind: "unit.split"; unitId: string; parts: (NewUnit & { people: string[] })[] }
	/** Its people and the units below it go to the unit above it, or to none. */
	| { kind: "unit.close"; unitId: string };

export type UnitFault =
	/** Not an open unit of this agency. */
	| "unknown"
	| "no-name"
	| "code-taken"
	/** It would be as it is. */
	| "same"
	/** A unit would stand below itself. */
	| "loop"
	| "too-few"
	/** A person is named for two parts. */
	| "named-twice"
	| "future"
	/** Earlier than the last act on one of the units. */
	| "too-early";

/** before null: it is made; after null: it is closed. */
export type UnitChange = { id: string; before: TreeUnit | null; after: TreeUnit | null };
export type UnitEffect = {
	changes: UnitChange[];
	/** Units whose people and figures all go to another; null: to no unit. */
	carried: { from: string; to: string | null }[];
	/** People who go to another unit by name. */
	assigned: { from: string; to: string; people: string[] }[];
};
export type UnitDecision = UnitEffect | { refused: UnitFault };

type Tree = ReadonlyMap<string, TreeUnit>;
/** Parts of a decision, before the dates are looked at. `touches`: units whose dates count though they stay. */
type Draft = UnitEffect & { touches: string[] };

const nothing = { carried: [], assigned: [] };
const refuse = (refused: UnitFault) => ({ refused });

/**
 * What the plan does to the agency's open units as of the day (ISO), or why it cannot be done.
 * @param today ISO day: what has not come yet is not recorded
 */
export function decideUnits(
	units: readonly TreeUnit[],
	plan: UnitPlan,
	day: string,
	today: string,
): UnitDecision {
	const tree = new Map(units.map((unit) => [unit.id, unit]));
	if (day > today) return refuse("future");
	const draft = draftOf(tree, plan, day);
	if ("refused" in draft) return draft;
	const { touches, ...effect } = draft;
	const dated = [
		...effect.changes.flatMap(({ before }) => before ?? []),
		...touches.map((id) => tree.get(id)),
	];
	return dated.some((unit) => unit && unit.since > day) ? refuse("too-early") : effect;
}

function draftOf(tree: Tree, plan: UnitPlan, day: string): Draft | { refused: UnitFault } {
	switch (plan.kind) {
		case "unit.rename":
			return rename(tree, plan, day);
		case "unit.move":
			return move(tree, plan, day);
		case "unit.merge":
			return merge(tree, plan, day);
		case "unit.split":
			return split(tree, plan, day);
		case "unit.close":
			return close(tree, plan, day);
	}
}

type Of<K extends UnitPlan["kind"]> = Extract<UnitPlan, { kind: K }>;

function rename(tree: Tree, { unitId, code, name }: Of<"unit.rename">, day: string) {
	const before = tree.get(unitId);
	if (!before) return refuse("unknown");
	if (before.code === code && before.name === name) return refuse("same");
	const fault = nameFault(tree, [{ id: unitId, code, name }]);
	if (fault) return refuse(fault);
	return {
		...nothing,
		touches: [],
		changes: [{ id: unitId, before, after: { ...before, code, name, since: day } }],
	};
}

function move(tree: Tree, { unitId, parentId }: Of<"unit.move">, day: string) {
	const before = tree.get(unitId);
	if (!before || !isPlace(tree, parentId)) return refuse("unknown");
	if (before.parentId === parentId) return refuse("same");
	if (isWithin(tree, parentId, unitId)) return refuse("loop");
	const after = { ...before, parentId, since: day };
	return { ...nothing, touches: present(parentId), changes: [{ id: unitId, before, after }] };
}

function merge(
	tree: Tree,
	{ unitIds, into, made }: Of<"unit.merge">,
	day: string,
): Draft | { refused: UnitFault } {
	const gone = [...new Set(unitIds)].filter((id) => id !== into);
	if (gone.some((id) => !tree.has(id))) return refuse("unknown");
	if (gone.length < (made ? 2 : 1)) return refuse("too-few");
	const place = made ? made.parentId : into;
	if (!isPlace(tree, place) || (!made && into === null)) return refuse("unknown");
	if (gone.some((id) => isWithin(tree, place, id))) return refuse("loop");
	const without = new Map([...tree].filter(([id]) => !gone.includes(id)));
	const fault = made ? nameFault(without, [made]) : null;
	if (fault) return refuse(fault);
	const to = made ? made.id : (into ?? "");
	return {
		changes: [
			...(made ? [{ id: to, before: null, after: unitOf(made, made.parentId, day) }] : []),
			...adopted(tree, gone, to, day),
			...gone.map((id) => ({ id, before: tree.get(id) ?? null, after: null })),
		],
		carried: gone.map((from) => ({ from, to })),
		assigned: [],
		touches: present(place),
	};
}

function split(tree: Tree, { unitId, parts }: Of<"unit.split">, day: string): Draft | { refused: UnitFault } {
	const whole = tree.get(unitId);
	if (!whole) return refuse("unknown");
	if (parts.length === 0) return refuse("too-few");
	const fault = nameFault(tree, parts);
	if (fault) return refuse(fault);
	const named = parts.flatMap(({ people }) => people);
	if (new Set(named).size < named.length) return refuse("named-twice");
	return {
		changes: parts.map((part) => ({ id: part.id, before: null, after: unitOf(part, whole.parentId, day) })),
		carried: [],
		assigned: parts.map(({ id, people }) => ({ from: unitId, to: id, people })),
		touches: [unitId, ...present(whole.parentId)],
	};
}

function close(tree: Tree, { unitId }: Of<"unit.close">, day: string): Draft | { refused: UnitFault } {
	const before = tree.get(unitId);
	if (!before) return refuse("unknown");
	const { parentId } = before;
	return {
		changes: [...adopted(tree, [unitId], parentId, day), { id: unitId, before, after: null }],
		carried: [{ from: unitId, to: parentId }],
		assigned: [],
		touches: present(parentId),
	};
}

/** The units below those that go, which do not go themselves, come to stand below `to`. */
function adopted(tree: Tree, gone: readonly string[], to: string | null, day: string): UnitChange[] {
	return [...tree.values()]
		.filter(
			({ id, parentId }) => parentId !== null && gone.includes(parentId) && !gone.includes(id) && id !== to,
		)
		.map((before) => ({ id: before.id, before, after: { ...before, parentId: to, since: day } }));
}

const isPlace = (tree: Tree, id: string | null) => id === null || tree.has(id);
const present = (id: string | null): string[] => (id === null ? [] : [id]);
const unitOf = ({ id, code, name }: NewUnit, parentId: string | null, since: string): TreeUnit => ({
	id,
	parentId,
	code,
	name,
	since,
});

function nameFault(tree: Tree, made: readonly NewUnit[]): UnitFault | null {
	const ids = new Set(made.map(({ id }) => id));
	const others = [...tree.values()].filter(({ id }) => !ids.has(id));
	const codes = [...others, ...made].map(({ code }) => code);
	if (made.some(({ code, name }) => !code || !name)) return "no-name";
	return made.some(({ code }) => codes.filter((one) => one === code).length > 1) ? "code-taken" : null;
}

/** The open units after the changes. */
export function afterChanges(units: readonly TreeUnit[], changes: readonly UnitChange[]): TreeUnit[] {
	const changed = new Map(changes.map((change) => [change.id, change.after]));
	const kept = units.flatMap((unit) => {
		const after = changed.get(unit.id);
		return after === undefined ? [unit] : (after ?? []);
	});
	return [...kept, ...changes.flatMap(({ before, after }) => (before === null && after ? [after] : []))];
}
