import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { agencies, memberships, people, reorganisationChanges, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import {
	type ChangedUnit,
	type UndoHindrance,
	type UnitImage,
	undoHindrances,
} from "../../agencies/undoUnits.ts";
import { isPresent } from "../../people/present.server.ts";

/** What keeps an act from being undone: a unit, or a person, that something newer touched. */
export type Hindrance = {
	kind: "unit" | "person" | "agency";
	id: string;
	name: string;
	why: UndoHindrance["why"];
};

/** How many people who hinder are named. */
const NAMED = 50;

/** Everything newer that keeps the act from being undone whole; empty: it can be. */
export function* hindrancesOf(tx: Tx, act: { id: string; agencyId: string }): Body<Hindrance[]> {
	const changes = yield* changesOf(tx, act.id);
	const all = yield* run(tx.select().from(units).where(eq(units.agencyId, act.agencyId)));
	const names = new Map(all.map(({ id, name }) => [id, name]));
	const ofUnits = undoHindrances(all, unitChanges(changes)).map(({ unitId, why }) => ({
		kind: "unit" as const,
		id: unitId,
		name: names.get(unitId) ?? "",
		why,
	}));
	const made = unitChanges(changes).flatMap(({ id, before }) => (before ? [] : [id]));
	return [
		...ofUnits,
		...(yield* movedSince(tx, act.id)),
		...(yield* newIn(tx, act.id, made)),
		...(yield* ofAgency(tx, changes)),
	];
}

export type ChangeRow = typeof reorganisationChanges.$inferSelect;

/** What the act changed besides people's posts, in that order. */
export function changesOf(tx: Tx, id: string): Body<ChangeRow[]> {
	const { reorganisationId, kind } = reorganisationChanges;
	const own = and(eq(reorganisationId, id), ne(kind, "membership"));
	return run(tx.select().from(reorganisationChanges).where(own).orderBy(reorganisationChanges.id));
}

/** Those changes that are of units. */
export const unitChanges = (changes: readonly ChangeRow[]): ChangedUnit[] =>
	changes.flatMap(({ kind, rowId, before, after }) =>
		kind === "unit" ? [{ id: rowId, before: before as UnitImage | null, after: after as UnitImage }] : [],
	);

/** The open post of each person who went along, as it was made. */
const made = {
	id: sql<string>`${reorganisationChanges.after} ->> 'id'`,
	unitId: sql<string>`${reorganisationChanges.after} ->> 'unitId'`,
};

function* movedSince(tx: Tx, id: string): Body<Hindrance[]> {
	const { reorganisationId, kind, before } = reorganisationChanges;
	const isSame = and(isPresent(), sql`coalesce(${memberships.unitId}, '') = coalesce(${made.unitId}, '')`);
	const rows = yield* run(
		tx
			.select({ id: people.id, name: people.name })
			.from(reorganisationChanges)
			.innerJoin(people, eq(people.id, sql`${before} ->> 'personId'`))
			.leftJoin(memberships, and(eq(memberships.id, made.id), isSame))
			.where(and(eq(reorganisationId, id), eq(kind, "membership"), isNull(memberships.id)))
			.limit(NAMED),
	);
	return rows.map((row) => ({ kind: "person", ...row, why: "changed" }));
}

/** Whoever came into a unit that the act made, and not by the act: without it they would stand nowhere. */
function* newIn(tx: Tx, id: string, unitIds: string[]): Body<Hindrance[]> {
	if (unitIds.length === 0) return [];
	const { reorganisationId, kind } = reorganisationChanges;
	const own = tx
		.select({ id: made.id })
		.from(reorganisationChanges)
		.where(and(eq(reorganisationId, id), eq(kind, "membership")));
	const there = and(inArray(memberships.unitId, unitIds), isPresent());
	const rows = yield* run(
		tx
			.select({ id: people.id, name: people.name })
			.from(memberships)
			.innerJoin(people, eq(people.id, memberships.personId))
			.where(and(there, sql`${memberships.id} not in (${own})`))
			.limit(NAMED),
	);
	return rows.map((row) => ({ kind: "person", ...row, why: "no-place" }));
}

function* ofAgency(tx: Tx, changes: readonly ChangeRow[]): Body<Hindrance[]> {
	const change = changes.find(({ kind }) => kind === "agency");
	if (!change) return [];
	const [now] = yield* run(tx.select().from(agencies).where(eq(agencies.id, change.rowId)));
	const { name, shortName, validTo } = change.after;
	const isSame = now && now.name === name && now.shortName === shortName && now.validTo === validTo;
	return isSame ? [] : [{ kind: "agency", id: change.rowId, name: now?.name ?? "", why: "changed" }];
}
