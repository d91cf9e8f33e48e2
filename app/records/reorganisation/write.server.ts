import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, reorganisationChanges, roleGrants, unitCarries, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { AgencyPlan } from "../../agencies/agencyActs.ts";
import { foldText } from "../../agencies/fold.ts";
import { openMonthFrom } from "../../agencies/openMonth.ts";
import { relevel } from "../../agencies/openUnits.server.ts";
import type { UnitChange, UnitEffect } from "../../agencies/unitActs.ts";
import {
	beginAgencyVersion,
	beginUnitVersion,
	endAgencyVersion,
	endUnitVersion,
} from "../../agencies/versions.server.ts";

type Act = { id: string; agencyId: string; day: string; legalBasis: string };
type Change = Omit<typeof reorganisationChanges.$inferInsert, "id" | "reorganisationId">;

/** Notes a row before and after, for an undo. */
export function* note(tx: Tx, reorganisationId: string, change: Change): Body<void> {
	yield* run(tx.insert(reorganisationChanges).values({ id: uuid(), reorganisationId, ...change }));
}

/** The same of several rows. */
export function* noteAll(tx: Tx, { id }: { id: string }, changes: readonly Change[]): Body<void> {
	const rows = changes.map((change) => ({ id: uuid(), reorganisationId: id, ...change }));
	if (rows.length > 0) yield* run(tx.insert(reorganisationChanges).values(rows));
}

/** The tree as the act leaves it, with its history, and where the figures of closed units count from now on. */
export function* writeUnits(tx: Tx, act: Act, { changes, carried }: UnitEffect, now: number): Body<void> {
	for (const change of changes) yield* writeUnit(tx, act, change, now);
	for (const { from, to } of carried) yield* carry(tx, act, from, to ?? "", now);
	yield* relevel(tx, act.agencyId);
}

/** From the month of `now` on the figures of the unit count with another ("" for no unit). */
export function* carry(tx: Tx, act: Act, from: string, to: string, now: number): Body<void> {
	const of = { reorganisationId: act.id, agencyId: act.agencyId, fromUnitId: from, toUnitId: to };
	yield* run(tx.insert(unitCarries).values({ id: uuid(), ...of, month: openMonthFrom(now).slice(0, 7) }));
}

function* writeUnit(tx: Tx, act: Act, { id, before, after }: UnitChange, now: number): Body<void> {
	const { day, agencyId, legalBasis } = act;
	const countsFrom = openMonthFrom(now);
	if (before) yield* endUnitVersion(tx, id, { validTo: day, countsTo: countsFrom, endedBy: act.id });
	const image = (unit: { parentId: string | null; code: string; name: string }, validTo: string | null) => ({
		agencyId,
		parentId: unit.parentId,
		code: unit.code,
		name: unit.name,
		validTo,
	});
	if (after) {
		const { parentId, code, name } = after;
		const facts = { id, agencyId, parentId, code, name };
		const row = { ...facts, sortKey: foldText(name), level: 1, validFrom: day };
		const set = { parentId, code, name, sortKey: row.sortKey };
		yield* run(tx.insert(units).values(row).onConflictDoUpdate({ target: units.id, set }));
		yield* beginUnitVersion(tx, facts, { validFrom: day, countsFrom, legalBasis, begunBy: act.id });
	} else yield* run(tx.update(units).set({ validTo: day }).where(eq(units.id, id)));
	const was = before ? image(before, null) : null;
	const is = after ? image(after, null) : { ...(was ?? {}), validTo: day };
	yield* note(tx, act.id, { kind: "unit", rowId: id, before: was, after: is });
}

/** The agency's name or end; who held a role for an agency that closes holds it no longer. */
export function* writeAgency(tx: Tx, act: Act, plan: AgencyPlan, now: number): Body<void> {
	const { agencyId, day, legalBasis } = act;
	const [was] = yield* run(tx.select().from(agencies).where(eq(agencies.id, agencyId)));
	if (!was) return;
	const countsFrom = openMonthFrom(now);
	yield* endAgencyVersion(tx, agencyId, { validTo: day, countsTo: countsFrom, endedBy: act.id });
	const { name, shortName } = plan.kind === "agency.rename" ? plan : was;
	const validTo = plan.kind === "agency.close" ? day : null;
	yield* run(
		tx
			.update(agencies)
			.set({ name, shortName, validTo, sortKey: foldText(name) })
			.where(eq(agencies.id, agencyId)),
	);
	if (plan.kind === "agency.rename")
		yield* beginAgencyVersion(
			tx,
			{ ...was, name, shortName },
			{ validFrom: day, countsFrom, legalBasis, begunBy: act.id },
		);
	const before = { name: was.name, shortName: was.shortName, validTo: null };
	yield* note(tx, act.id, { kind: "agency", rowId: agencyId, before, after: { name, shortName, validTo } });
	if (plan.kind === "agency.close") yield* endGrants(tx, act, now);
}

function* endGrants(tx: Tx, act: Act, now: number): Body<void> {
	const held = and(eq(roleGrants.agencyId, act.agencyId), isNull(roleGrants.revokedAt));
	const ended = yield* run(tx.update(roleGrants).set({ revokedAt: now }).where(held).returning());
	for (const { id } of ended)
		yield* note(tx, act.id, {
			kind: "grant",
			rowId: id,
			before: { revokedAt: null },
			after: { revokedAt: now },
		});
}
