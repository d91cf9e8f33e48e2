import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, units } from "#db/schema/index.ts";
import type { NewAgency } from "../../agencies/transfers.ts";
import type { ChangedUnit, UnitImage } from "../../agencies/undoUnits.ts";
import type { Decision } from "./decide.server.ts";
import type { PeopleEffect } from "./plan.ts";

/** What becomes of a unit, in words that name units: parents and successors by name, null for the agency itself. */
export type ChangeLine = {
	id: string;
	what: "made" | "closed" | "changed";
	name: string;
	parent: string | null;
	newName: string | null;
	newParent: string | null;
	/** People who work in it now and go with it to another; null: they stay, or it is done already. */
	people: number | null;
	/** Where they go. */
	to: string | null;
	/** The other agency to which the unit goes; null: it stays in this one. */
	agency: string | null;
};
/** What a decision changes, as it would be noted. */
export function plannedChanges(
	agencyId: string,
	{ units: effect, transfer }: Exclude<Decision, { refused: unknown }>,
): ChangedUnit[] {
	const open = { agencyId, validTo: null };
	const closed = { ...open, parentId: null, code: "", name: "", validTo: "" };
	const own = (effect?.changes ?? []).map(({ id, before, after }) => ({
		id,
		before: before && { ...before, ...open },
		after: after ? { ...after, ...open } : closed,
	}));
	const { gathering = null, units: moved = [] } = transfer ?? {};
	const made = gathering && { ...gathering, parentId: null, validTo: null };
	const gone = moved.map(({ before, after, to }) => ({
		id: before.id,
		before: { ...before, ...open },
		after: { ...after, agencyId: to, validTo: null },
	}));
	return [...own, ...(made ? [{ id: made.id, before: null, after: made }] : []), ...gone];
}

/** The changes in words. @param made agencies that there are not yet */
export async function linesOf(
	agencyId: string,
	changed: readonly ChangedUnit[],
	effect: PeopleEffect | null,
	working: ReadonlyMap<string, number>,
	made: readonly NewAgency[] = [],
): Promise<ChangeLine[]> {
	const concerned = new Set([agencyId, ...changed.map(({ after }) => after.agencyId)]);
	const [nameOf, agencyNameOf] = [await unitNames(concerned, changed), await agencyNames(concerned, made)];
	return changed.map(({ id, before, after }) => {
		const goes = effect?.carried.find(({ from }) => from === id);
		const comes = effect?.assigned.find(({ to }) => to === id);
		const leaves = effect?.transferred.some(({ from }) => from === id);
		const isClosed = after.validTo !== null;
		const was: UnitImage = before ?? after;
		return {
			id,
			what: before === null ? "made" : isClosed ? "closed" : "changed",
			name: was.name,
			parent: nameOf(was.parentId),
			newName: isClosed ? null : after.name,
			newParent: isClosed ? null : nameOf(after.parentId),
			people: goes || leaves ? (working.get(id) ?? 0) : comes ? comes.people.length : null,
			to: goes ? nameOf(goes.to) : null,
			agency: after.agencyId === agencyId ? null : agencyNameOf(after.agencyId),
		};
	});
}

type NameOf = (id: string | null | undefined) => string | null;

async function unitNames(agencyIds: ReadonlySet<string>, changed: readonly ChangedUnit[]): Promise<NameOf> {
	const rows = await db
		.select({ id: units.id, name: units.name })
		.from(units)
		.where(inArray(units.agencyId, [...agencyIds]));
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	for (const { id, after } of changed) if (!names.has(id)) names.set(id, after.name);
	return (id) => (id ? (names.get(id) ?? null) : null);
}

async function agencyNames(ids: ReadonlySet<string>, made: readonly NewAgency[]): Promise<NameOf> {
	const rows = await db
		.select({ id: agencies.id, name: agencies.name })
		.from(agencies)
		.where(inArray(agencies.id, [...ids]));
	const names = new Map([...made, ...rows].map(({ id, name }) => [id, name]));
	return (id) => (id ? (names.get(id) ?? null) : null);
}
