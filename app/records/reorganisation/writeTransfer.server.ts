import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
	agencies,
	agencyVersions,
	reorganisationChanges,
	unitCarries,
	units,
	unitVersions,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { foldText } from "../../agencies/fold.ts";
import { openMonthFrom } from "../../agencies/openMonth.ts";
import { relevel } from "../../agencies/openUnits.server.ts";
import type { MovedUnit, TransferEffect } from "../../agencies/transfers.ts";
import { moveAssignments } from "./carryAssignments.server.ts";
import { moveHoldings } from "./holdings.server.ts";
import type { PeopleEffect } from "./plan.ts";
import { note, writeAgency } from "./write.server.ts";

type Act = { id: string; agencyId: string; day: string; legalBasis: string };
type Way = PeopleEffect["transferred"][number];

/**
 * Makes the new agencies, lets the units stand where they go, with their history and figures, and what the agency holds
 * (roles, assignments, and of one that goes whole its courses, drafts, exam sessions and paths).
 */
export function* writeTransfer(tx: Tx, act: Act, effect: TransferEffect, now: number): Body<void> {
	yield* makeAgencies(tx, act, effect, now);
	if (effect.gathering) yield* makeGathering(tx, act, effect.gathering, now);
	yield* moveUnits(tx, act, effect.units, now);
	const ways = yield* figureWays(tx, act.agencyId, effect);
	yield* tellMoves(
		tx,
		ways.map((way) => ({ from: [act.agencyId, way.from], to: [way.agencyId, way.to] })),
		now,
	);
	yield* moveHoldings(tx, act, effect, now);
	yield* moveAssignments(tx, act, effect);
	if (effect.gathering) yield* writeAgency(tx, act, { kind: "agency.close" }, now);
	const targets = new Set(effect.units.map(({ to }) => to));
	for (const agencyId of [act.agencyId, ...targets]) yield* relevel(tx, agencyId);
}

/** Where the people of each unit go, by unit; "" for those of none. */
export function waysOf({ units: moved, gathering }: TransferEffect): Way[] {
	const ways = moved.map(({ before, to }) => ({ from: before.id, agencyId: to, to: before.id }));
	return gathering ? [...ways, { from: "", agencyId: gathering.agencyId, to: gathering.id }] : ways;
}

function* makeAgencies(tx: Tx, act: Act, { made }: TransferEffect, now: number): Body<void> {
	if (made.length === 0) return;
	const [whole] = yield* run(tx.select().from(agencies).where(eq(agencies.id, act.agencyId)));
	if (!whole) return;
	const countsFrom = openMonthFrom(now);
	const begins = { validFrom: act.day, countsFrom, legalBasis: act.legalBasis, begunBy: act.id };
	const rows = made.map((agency) => ({
		...{ ...whole, ...agency, sortKey: foldText(agency.name) },
		...{ source: act.legalBasis, needsCheck: false, validFrom: act.day, validTo: null },
	}));
	yield* run(tx.insert(agencies).values(rows));
	const versions = made.map(({ id: agencyId, ...names }) => ({ id: uuid(), agencyId, ...names, ...begins }));
	yield* run(tx.insert(agencyVersions).values(versions));
	for (const { id: rowId, name, shortName } of made) {
		const after = { name, shortName, validTo: null };
		yield* note(tx, act.id, { kind: "agency", rowId, before: null, after });
	}
}

function* makeGathering(
	tx: Tx,
	act: Act,
	{ id, agencyId, code, name }: NonNullable<TransferEffect["gathering"]>,
	now: number,
): Body<void> {
	const unit = { agencyId, parentId: null, code, name };
	const row = { id, ...unit, sortKey: foldText(name), level: 1, validFrom: act.day };
	yield* run(tx.insert(units).values(row));
	const { day: validFrom, legalBasis, id: begunBy } = act;
	const begins = { validFrom, countsFrom: openMonthFrom(now), legalBasis, begunBy };
	yield* run(
		tx.insert(unitVersions).values({ id: uuid(), unitId: id, ...unit, sortKey: foldText(name), ...begins }),
	);
	yield* note(tx, act.id, { kind: "unit", rowId: id, before: null, after: { ...unit, validTo: null } });
}

/** A few statements for all of them: an agency can have hundreds. */
function* moveUnits(tx: Tx, act: Act, moved: readonly MovedUnit[], now: number): Body<void> {
	if (moved.length === 0) return;
	const ids = moved.map(({ before }) => before.id);
	const countsFrom = openMonthFrom(now);
	const ends = { validTo: act.day, countsTo: countsFrom, endedBy: act.id };
	const open = and(inArray(unitVersions.unitId, ids), isNull(unitVersions.validTo));
	yield* run(tx.update(unitVersions).set(ends).where(open));
	const begins = { validFrom: act.day, countsFrom, legalBasis: act.legalBasis, begunBy: act.id };
	const versions = moved.map(({ after, to }) => ({
		...{ id: uuid(), unitId: after.id, agencyId: to, parentId: after.parentId, code: after.code },
		...{ name: after.name, sortKey: foldText(after.name), ...begins },
	}));
	yield* run(tx.insert(unitVersions).values(versions));
	for (const to of new Set(moved.map((one) => one.to))) {
		const its = moved.filter((one) => one.to === to).map(({ before }) => before.id);
		yield* run(tx.update(units).set({ agencyId: to }).where(inArray(units.id, its)));
	}
	for (const { before, after } of moved) {
		const { parentId, code } = after;
		if (parentId === before.parentId && code === before.code) continue;
		yield* run(tx.update(units).set({ parentId, code }).where(eq(units.id, before.id)));
	}
	yield* run(tx.insert(reorganisationChanges).values(moved.map((one) => changeOf(act, one))));
}

function changeOf(act: Act, { before, after, to }: MovedUnit) {
	const image = ({ parentId, code, name }: MovedUnit["after"], agencyId: string) => ({
		...{ agencyId, parentId, code, name, validTo: null },
	});
	return {
		...{ id: uuid(), reorganisationId: act.id, kind: "unit" as const, rowId: before.id },
		...{ before: image(before, act.agencyId), after: image(after, to) },
	};
}

/** Also of units that were closed before: their figures go where those of the unit go that they count with. */
function* figureWays(tx: Tx, agencyId: string, effect: TransferEffect): Body<Way[]> {
	const ways = new Map(waysOf(effect).map((way) => [way.from, way]));
	const own = and(eq(unitCarries.agencyId, agencyId), isNull(unitCarries.monthTo));
	const carries = yield* run(tx.select().from(unitCarries).where(own).orderBy(unitCarries.id));
	const carried = new Map(carries.map(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]));
	const open = new Set(effect.units.map(({ before }) => before.id));
	const older = [...carried.keys()].filter((id) => id !== "" && !open.has(id));
	return [...ways.values(), ...older.flatMap((id) => wayOf(id, carried, ways) ?? [])];
}

function wayOf(
	unitId: string,
	carried: ReadonlyMap<string, string>,
	ways: ReadonlyMap<string, Way>,
): Way | null {
	const seen = new Set<string>();
	let at = unitId;
	for (let next = carried.get(at); next !== undefined && !seen.has(at); next = carried.get(at)) {
		seen.add(at);
		at = next;
	}
	const way = ways.get(at);
	return way ? { ...way, from: unitId } : null;
}

/** An agency and one of its units, "" for none. */
type Place = readonly [agencyId: string, unitId: string];

/** Tells the log that figures go from place to place. */
export function* tellMoves(tx: Tx, moves: readonly { from: Place; to: Place }[], at: number): Body<void> {
	const facts = moves.map(({ from: [agencyId, unitId], to: [toAgency, toUnit] }) => ({
		...{ kind: "unit.transferred" as const, agencyId, unitId: unitId || null, at },
		data: { toAgency, toUnit },
	}));
	yield* recordActivity(tx, ...facts);
}
