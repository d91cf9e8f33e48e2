import { isWithin } from "./tree.ts";

/** What an act can change of a unit; validTo: ISO day on which it was closed. */
export type UnitImage = {
	agencyId: string;
	parentId: string | null;
	code: string;
	name: string;
	validTo: string | null;
};
export type UnitRow = UnitImage & { id: string };
/** before null: the act made it. */
export type ChangedUnit = { id: string; before: UnitImage | null; after: UnitImage };

/** "changed": by something newer. The others: what would come back no longer fits. */
export type UndoHindrance = { unitId: string; why: "changed" | "no-place" | "loop" | "code-taken" };

const imageOf = ({ agencyId, parentId, code, name, validTo }: UnitImage) =>
	JSON.stringify([agencyId, parentId, code, name, validTo]);

/** What of the units of the agencies concerned, open and closed, keeps an act from being undone; empty: nothing. */
export function undoHindrances(units: readonly UnitRow[], changes: readonly ChangedUnit[]): UndoHindrance[] {
	const now = new Map(units.map((unit) => [unit.id, unit]));
	const changed = changes.filter(({ id, after }) => {
		const unit = now.get(id);
		return !unit || imageOf(unit) !== imageOf(after);
	});
	if (changed.length > 0) return changed.map(({ id }) => ({ unitId: id, why: "changed" }));
	const open = afterUndo(units, changes).filter(({ validTo }) => validTo === null);
	const tree = new Map(open.map((unit) => [unit.id, unit]));
	const codes = timesOf(open.map(codeIn));
	const back = new Map(changes.map(({ id, before }) => [id, before?.code]));
	return open.flatMap((unit): UndoHindrance[] => {
		const { id, agencyId, parentId, code } = unit;
		if (parentId !== null && tree.get(parentId)?.agencyId !== agencyId)
			return [{ unitId: id, why: "no-place" }];
		if (isWithin(tree, parentId, id)) return [{ unitId: id, why: "loop" }];
		const isTwice = (codes.get(codeIn(unit)) ?? 0) > 1;
		return isTwice && back.get(id) === code ? [{ unitId: id, why: "code-taken" }] : [];
	});
}

/** What names a unit within its agency. */
const codeIn = ({ agencyId, code }: UnitImage): string => `${agencyId} ${code}`;

/** How often each of the texts is there. */
function timesOf(texts: readonly string[]): Map<string, number> {
	const times = new Map<string, number>();
	for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
	return times;
}

/** The units after an undo: those that the act made are closed on the day on which they began. */
export function afterUndo(units: readonly UnitRow[], changes: readonly ChangedUnit[]): UnitRow[] {
	const back = new Map(changes.map((change) => [change.id, change]));
	return units.map((unit) => {
		const change = back.get(unit.id);
		if (!change) return unit;
		return change.before ? { ...unit, ...change.before } : { ...unit, validTo: "" };
	});
}
