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
import { holdingsOf } from "./holdings.server.ts";

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
	const places = unitChanges(changes).flatMap(({ before, after }) => [before, after]);
	const concerned = new Set([act.agencyId, ...places.flatMap((place) => place?.agencyId ?? [])]);
	const all = yield* run(
		tx
			.select()
			.from(units)
			.where(inArray(units.agencyId, [...concerned])),
	);
	const names = new Map(all.map(({ id, name }) => [id, name]));
	const ofUnits = undoHindrances(all, unitChanges(changes)).map(({ unitId, why }) => ({
		kind: "unit" as const,
		id: unitId,
		name: names.get(unitId) ?? "",
		why,
	}));
	// What the act made is gone again, and what it gave to another agency comes back.
	const made = unitChanges(changes).flatMap(({ id, before, after }) =>
		before && before.agencyId === after.agencyId ? [] : [id],
	);
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
	const found: Hindrance[] = [];
	for (const { kind, rowId: id, before, after } of changes) {
		if (kind !== "agency") continue;
		const [now] = yield* run(tx.select().from(agencies).where(eq(agencies.id, id)));
		const { name, shortName, validTo } = after;
		const isSame = now && now.name === name && now.shortName === shortName && now.validTo === validTo;
		if (!isSame) found.push({ kind: "agency", id, name: now?.name ?? "", why: "changed" });
		else if (!before && (yield* hasMore(tx, id, changes)))
			found.push({ kind: "agency", id, name: now.name, why: "no-place" });
	}
	return found;
}

/** Whether an agency that the act made has by now what the act did not give it. */
function* hasMore(tx: Tx, agencyId: string, changes: readonly ChangeRow[]): Body<boolean> {
	const given = new Set(unitChanges(changes).map(({ id }) => id));
	const own = and(eq(units.agencyId, agencyId), isNull(units.validTo));
	const open = yield* run(tx.select({ id: units.id }).from(units).where(own));
	if (open.some(({ id }) => !given.has(id))) return true;
	const without = and(eq(memberships.agencyId, agencyId), isNull(memberships.unitId), isPresent());
	const direct = yield* run(tx.select({ id: memberships.id }).from(memberships).where(without).limit(1));
	return direct.length > 0 || (yield* holdingsOf(tx, agencyId)) > 0;
}
