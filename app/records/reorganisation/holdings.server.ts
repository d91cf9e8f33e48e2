import { and, eq, isNull } from "drizzle-orm";
import {
	courses,
	drafts,
	examSessions,
	memberships,
	paths,
	type reorganisationChanges,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { TransferEffect } from "../../agencies/transfers.ts";
import { goAlong } from "./grants.server.ts";
import { noteAll } from "./write.server.ts";

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
	yield* goAlong(tx, act, effect, now);
	if (target === undefined) return;
	yield* moveSecondments(tx, act, target);
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

/** Whoever works elsewhere and belongs to the agency belongs to the one it goes into. */
function* moveSecondments(tx: Tx, act: Act, target: string): Body<void> {
	const { id, homeAgencyId, validTo } = memberships;
	const lent = and(eq(homeAgencyId, act.agencyId), isNull(validTo));
	const rows = yield* run(tx.update(memberships).set({ homeAgencyId: target }).where(lent).returning({ id }));
	const [before, after] = [{ homeAgencyId: act.agencyId }, { homeAgencyId: target }];
	yield* noteAll(
		tx,
		act,
		rows.map((row) => ({ kind: "secondment" as const, rowId: row.id, before, after })),
	);
}

function* giveSecondmentBack(tx: Tx, { rowId, before, after }: ChangeRow): Body<void> {
	const still = and(eq(memberships.id, rowId), eq(memberships.homeAgencyId, String(after.homeAgencyId)));
	const set = { homeAgencyId: String(before?.homeAgencyId) };
	yield* run(tx.update(memberships).set(set).where(still));
}

type ChangeRow = typeof reorganisationChanges.$inferSelect;

/** Gives back what a merged agency took along, but for what somebody has moved on since. */
export function* giveHoldingsBack(tx: Tx, changes: readonly ChangeRow[]): Body<void> {
	for (const change of changes) {
		const { kind, rowId, before, after } = change;
		if (kind === "secondment") yield* giveSecondmentBack(tx, change);
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
