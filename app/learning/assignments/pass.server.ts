import { and, asc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { assignmentMembers, assignments, memberships } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx, transaction } from "#db/transaction.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { afterCursor, byName, postsByRule, type SortCursor } from "./candidates.server.ts";
import { type Assignment, reachesOf } from "./ground.server.ts";
import { levelsOf } from "./levels.server.ts";
import { type Levels, SETTLE_AT_ONCE, settlePeople } from "./settle.server.ts";

export const PASS_JOB = "learning.assignment-pass";

/** Then another job gets its turn. */
const TURN_MS = 4000;

/** Asks for one pass over everybody whom an assignment may bring in or let go; a pass under way begins anew. */
export function* beginPass(tx: Tx, assignmentId: string, now: number): Body<void> {
	const open = and(eq(assignments.id, assignmentId), isNull(assignments.endedAt));
	yield* run(
		tx
			.update(assignments)
			.set({ pass: "in", passAfter: null, passNumber: sql`${assignments.passNumber} + 1` })
			.where(open),
	);
	yield* enqueue(tx, {
		name: PASS_JOB,
		payload: { assignmentId },
		runAt: now,
		uniqueKey: `${PASS_JOB}:${assignmentId}`,
	});
}

/**
 * Goes over an assignment's people in short transactions, each with the place it has come to: first who may come in, then
 * who may have to leave. A stopped worker loses nothing; after a while it asks for another turn.
 */
export async function advancePass(assignmentId: string, clock: () => number): Promise<void> {
	const until = clock() + TURN_MS;
	while (await stepPass(assignmentId, clock())) {
		if (clock() < until) continue;
		const again = { name: PASS_JOB, payload: { assignmentId }, runAt: clock() };
		return transaction((tx) => enqueue(tx, again));
	}
}

/** One chunk. @returns whether there is more to do */
export async function stepPass(assignmentId: string, now: number): Promise<boolean> {
	const [row] = await db.select().from(assignments).where(eq(assignments.id, assignmentId));
	if (!row?.pass || row.endedAt !== null) return false;
	const some = row.pass === "in" ? await nextPosts(row) : await nextMembers(row);
	const people = some.map(({ personId }) => personId);
	const levels: Levels = row.rule.gap === "" ? new Map() : await levelsOf(people, now);
	return transaction(function* (tx) {
		yield* settlePeople(tx, { people, assignmentId, levels, now });
		const last = some.at(-1);
		const isThrough = some.length < SETTLE_AT_ONCE;
		const next = isThrough ? afterPhase(row.pass, now) : { passAfter: last?.at ?? null };
		// A pass that was begun anew meanwhile is not set back to where this one was.
		const same = and(eq(assignments.id, assignmentId), eq(assignments.passNumber, row.passNumber));
		yield* run(tx.update(assignments).set(next).where(same));
		return !isThrough || row.pass === "in";
	});
}

const afterPhase = (pass: Assignment["pass"], now: number) =>
	pass === "in" ? { pass: "out" as const, passAfter: null } : { pass: null, passAfter: null, passedAt: now };

type Found = { personId: string; at: SortCursor };

async function nextPosts(row: Assignment): Promise<Found[]> {
	const reaches = await reading((tx) => reachesOf(tx, [row]));
	const reach = reaches.get(row.id) ?? { within: new Set(), carried: new Set() };
	const rows = await db
		.select({ personId: memberships.personId, sortKey: memberships.sortKey, id: memberships.id })
		.from(memberships)
		.where(and(postsByRule(row.agencyId, row.rule, reach), afterCursor(row.passAfter)))
		.orderBy(...byName)
		.limit(SETTLE_AT_ONCE);
	return rows.map(({ personId, ...at }) => ({ personId, at }));
}

async function nextMembers({ id, passAfter }: Assignment): Promise<Found[]> {
	const t = assignmentMembers;
	const later = passAfter
		? and(
				gte(t.sortKey, passAfter.sortKey),
				or(gt(t.sortKey, passAfter.sortKey), gt(t.personId, passAfter.id)),
			)
		: undefined;
	const rows = await db
		.select({ personId: t.personId, sortKey: t.sortKey })
		.from(t)
		.where(and(eq(t.assignmentId, id), eq(t.state, "active"), later))
		.orderBy(asc(t.sortKey), asc(t.personId))
		.limit(SETTLE_AT_ONCE);
	return rows.map(({ personId, sortKey }) => ({ personId, at: { sortKey, id: personId } }));
}
