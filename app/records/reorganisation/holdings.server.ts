import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
	courses,
	drafts,
	examSessions,
	memberships,
	paths,
	reorganisationChanges,
	roleGrants,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { TransferEffect } from "../../agencies/transfers.ts";
import { isPresent } from "../../people/present.server.ts";

type Act = { id: string; agencyId: string };
const tables = { course: courses, draft: drafts, "exam-session": examSessions, path: paths } as const;
type Held = keyof typeof tables;
const kinds = Object.keys(tables) as Held[];

/**
 * Whoever goes keeps the roles that they had for the agency, now for the one they go to. An agency that goes whole takes
 * along all roles, courses, drafts, exam sessions and paths.
 */
export function* moveHoldings(tx: Tx, act: Act, effect: TransferEffect, now: number): Body<void> {
	const target = effect.gathering?.agencyId;
	yield* moveGrants(tx, act, effect, now);
	if (target === undefined) return;
	for (const kind of kinds) {
		const table = tables[kind];
		const own = eq(table.agencyId, act.agencyId);
		const rows = yield* run(
			tx.update(table).set({ agencyId: target }).where(own).returning({ id: table.id }),
		);
		yield* noteAll(
			tx,
			act,
			rows.map(({ id }) => ({
				kind,
				rowId: id,
				before: { agencyId: act.agencyId },
				after: { agencyId: target },
			})),
		);
	}
}

/** Gives back what a merged agency took along, but for what somebody has moved on since. */
export function* giveHoldingsBack(
	tx: Tx,
	changes: readonly (typeof reorganisationChanges.$inferSelect)[],
): Body<void> {
	for (const { kind, rowId, before, after } of changes) {
		if (!(kind in tables)) continue;
		const table = tables[kind as Held];
		const still = and(eq(table.id, rowId), eq(table.agencyId, String(after.agencyId)));
		yield* run(
			tx
				.update(table)
				.set({ agencyId: String(before?.agencyId) })
				.where(still),
		);
	}
}

/** How many courses, drafts, exam sessions and paths the agency has. */
export function* holdingsOf(tx: Tx, agencyId: string): Body<number> {
	let sum = 0;
	for (const kind of kinds) {
		const table = tables[kind];
		sum += (yield* run(tx.select({ id: table.id }).from(table).where(eq(table.agencyId, agencyId)))).length;
	}
	return sum;
}

type Change = Pick<typeof reorganisationChanges.$inferInsert, "kind" | "rowId" | "before" | "after">;

function* noteAll(tx: Tx, act: Act, changes: Change[]): Body<void> {
	const rows = changes.map((change) => ({ id: uuid(), reorganisationId: act.id, ...change }));
	if (rows.length > 0) yield* run(tx.insert(reorganisationChanges).values(rows));
}

function* moveGrants(tx: Tx, act: Act, { units, gathering }: TransferEffect, now: number): Body<void> {
	const held = and(eq(roleGrants.agencyId, act.agencyId), isNull(roleGrants.revokedAt));
	const grants = yield* run(tx.select().from(roleGrants).where(held));
	if (grants.length === 0) return;
	const holders = grants.map(({ personId }) => personId);
	const posts = yield* run(
		tx
			.select({ personId: memberships.personId, unitId: memberships.unitId })
			.from(memberships)
			.where(
				and(inArray(memberships.personId, holders), eq(memberships.agencyId, act.agencyId), isPresent()),
			),
	);
	const unitOf = new Map(posts.map(({ personId, unitId }) => [personId, unitId]));
	const targetOf = new Map(units.map(({ before, to }) => [before.id, to]));
	const going = grants.flatMap((grant) => {
		// A role for a unit goes with that unit, wherever its holder works.
		const unitId = grant.unitId ?? unitOf.get(grant.personId);
		const to = gathering?.agencyId ?? targetOf.get(unitId ?? "");
		return to === undefined ? [] : [{ grant, next: { ...grant, id: uuid(), agencyId: to, grantedAt: now } }];
	});
	if (going.length === 0) return;
	const ids = going.map(({ grant }) => grant.id);
	yield* run(tx.update(roleGrants).set({ revokedAt: now }).where(inArray(roleGrants.id, ids)));
	yield* run(tx.insert(roleGrants).values(going.map(({ next }) => next)));
	yield* noteAll(
		tx,
		act,
		going.flatMap(({ grant, next }): Change[] => [
			{ kind: "grant", rowId: grant.id, before: { revokedAt: null }, after: { revokedAt: now } },
			{ kind: "grant", rowId: next.id, before: null, after: { revokedAt: null } },
		]),
	);
}
