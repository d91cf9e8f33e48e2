import { and, eq, isNull, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, agencyVersions, roleGrants, unitCarries, units, unitVersions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { foldText } from "../../agencies/fold.ts";
import { openMonthFrom } from "../../agencies/openMonth.ts";
import { relevel } from "../../agencies/openUnits.server.ts";
import { reopened } from "../../agencies/reopened.ts";
import type { ChangedUnit } from "../../agencies/undoUnits.ts";
import { giveAssignmentsBack } from "./carryAssignments.server.ts";
import { type ChangeRow, changesOf, unitChanges } from "./hindrances.server.ts";
import { giveHoldingsBack } from "./holdings.server.ts";
import { parseEffect } from "./plan.ts";
import { carry } from "./write.server.ts";
import { tellMoves } from "./writeTransfer.server.ts";

type Act = { id: string; agencyId: string; day: string; legalBasis: string; effect: unknown };

/** Puts names, tree, figures and roles back; what the act made stays as a unit that never was open. */
export function* putBack(tx: Tx, act: Act, now: number): Body<void> {
	const changes = yield* changesOf(tx, act.id);
	for (const change of unitChanges(changes)) yield* putUnitBack(tx, change, act.day);
	for (const change of changes) {
		if (change.kind === "agency") yield* putAgencyBack(tx, change, act.day, now);
		if (change.kind === "grant") {
			const revokedAt = change.before ? null : now;
			yield* run(tx.update(roleGrants).set({ revokedAt }).where(eq(roleGrants.id, change.rowId)));
		}
	}
	yield* giveHoldingsBack(tx, changes);
	yield* giveAssignmentsBack(tx, changes, act.legalBasis, now);
	yield* reopenUnitVersions(tx, act.id, openMonthFrom(now));
	yield* reopenAgencyVersions(tx, act.id, openMonthFrom(now));
	yield* returnFigures(tx, act, unitChanges(changes), now);
	const places = unitChanges(changes).flatMap(({ before, after }) => [before, after]);
	const touched = new Set([act.agencyId, ...places.flatMap((place) => place?.agencyId ?? [])]);
	for (const agencyId of touched) yield* relevel(tx, agencyId);
}

/** An agency that the act made is one that was open for no day; nobody holds a role for it. */
function* putAgencyBack(tx: Tx, { rowId, before }: ChangeRow, day: string, now: number): Body<void> {
	const own = eq(agencies.id, rowId);
	if (before) {
		const { name, shortName } = before as { name: string; shortName: string };
		const set = { name, shortName, validTo: null, sortKey: foldText(name) };
		return void (yield* run(tx.update(agencies).set(set).where(own)));
	}
	yield* run(tx.update(agencies).set({ validTo: day }).where(own));
	const held = and(eq(roleGrants.agencyId, rowId), isNull(roleGrants.revokedAt));
	yield* run(tx.update(roleGrants).set({ revokedAt: now }).where(held));
}

function* putUnitBack(tx: Tx, { id, before }: ChangedUnit, day: string): Body<void> {
	const set = before ? { ...before, sortKey: foldText(before.name) } : { validTo: day };
	yield* run(tx.update(units).set(set).where(eq(units.id, id)));
}

/** Reports of months that are over keep what the act said of them; from the open month on it is as if it had not been. */
function* reopenUnitVersions(tx: Tx, actId: string, month: string): Body<void> {
	const table = unitVersions;
	const touched = or(eq(table.begunBy, actId), eq(table.endedBy, actId));
	const rows = yield* run(tx.select().from(table).where(touched));
	for (const row of rows) {
		const [verdict, again] = reopened(row, actId, month);
		if (verdict === null) yield* run(tx.delete(table).where(eq(table.id, row.id)));
		else yield* run(tx.update(table).set(verdict).where(eq(table.id, row.id)));
		if (again) yield* run(tx.insert(table).values({ ...row, ...again, id: uuid() }));
	}
}

function* reopenAgencyVersions(tx: Tx, actId: string, month: string): Body<void> {
	const table = agencyVersions;
	const touched = or(eq(table.begunBy, actId), eq(table.endedBy, actId));
	const rows = yield* run(tx.select().from(table).where(touched));
	for (const row of rows) {
		const [verdict, again] = reopened(row, actId, month);
		if (verdict === null) yield* run(tx.delete(table).where(eq(table.id, row.id)));
		else yield* run(tx.update(table).set(verdict).where(eq(table.id, row.id)));
		if (again) yield* run(tx.insert(table).values({ ...row, ...again, id: uuid() }));
	}
}

/** Figures count where they did; those that came up meanwhile in a unit that the act made count with the first it was made of. */
function* returnFigures(tx: Tx, act: Act, changes: readonly ChangedUnit[], now: number): Body<void> {
	const month = openMonthFrom(now).slice(0, 7);
	const own = eq(unitCarries.reorganisationId, act.id);
	yield* run(tx.update(unitCarries).set({ monthTo: month }).where(own));
	const { carried, assigned, transferred } = parseEffect(act.effect);
	const back = transferred.map(({ from, agencyId, to }) => ({
		from: [agencyId, to] as const,
		to: [act.agencyId, from] as const,
	}));
	yield* tellMoves(tx, back, now);
	for (const { id, before } of changes) {
		if (before) continue;
		const from = [...carried, ...assigned].find(({ to }) => to === id)?.from;
		if (from !== undefined) yield* carry(tx, act, id, from, now);
	}
}
