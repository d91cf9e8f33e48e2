import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import { activity, assignments, factCursors } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { levelsForGaps } from "./levels.server.ts";
import { beginPass } from "./pass.server.ts";
import { SETTLE_AT_ONCE, settlePeople } from "./settle.server.ts";

const NAME = "assignments";
type Place = { transactionId: string; seq: number };

/** As in the folding of roll-ups: below the oldest transaction that still runs, nothing more will appear. */
const settled =
	dialect() === "postgresql"
		? sql`${activity.transactionId} < lpad(pg_snapshot_xmin(pg_current_snapshot())::text, 20, '0')`
		: undefined;

/**
 * Follows the activity log: everybody of whom it tells something new is settled, and a reorganisation has the whole
 * agency gone over. Each chunk is one transaction with its place in the log.
 * @returns how many facts were read
 */
export async function followFacts(now: number): Promise<number> {
	for (let total = 0; ; ) {
		const read = await followSome(now);
		if (read === 0) return total;
		total += read;
	}
}

async function followSome(now: number): Promise<number> {
	const place = (await placeInLog()) ?? (await startAtTheEnd());
	const facts = await factsAfter(place);
	const last = facts.at(-1);
	if (!last) return 0;
	const people = [...new Set(facts.flatMap(({ personId }) => personId ?? []))];
	const levels = await levelsForGaps(people, now);
	const agencies = new Set(
		facts.flatMap(({ kind, agencyId }) => (kind.endsWith(".reorganised") && agencyId ? agencyId : [])),
	);
	await transaction(function* (tx) {
		yield* settlePeople(tx, { people, assignmentId: null, levels, now });
		for (const agencyId of agencies) yield* passAll(tx, agencyId, now);
		yield* moveTo(tx, { transactionId: last.transactionId, seq: last.seq });
	});
	return facts.length;
}

async function factsAfter({ transactionId, seq }: Place) {
	const behind = sql`(${activity.transactionId}, ${activity.seq}) > (${transactionId}, ${seq})`;
	return db
		.select({
			kind: activity.kind,
			personId: activity.personId,
			agencyId: activity.agencyId,
			transactionId: activity.transactionId,
			seq: activity.seq,
		})
		.from(activity)
		.where(and(behind, settled))
		.orderBy(asc(activity.transactionId), asc(activity.seq))
		.limit(SETTLE_AT_ONCE);
}

async function placeInLog(): Promise<Place | null> {
	const [row] = await db.select().from(factCursors).where(eq(factCursors.name, NAME));
	return row ?? null;
}

/** What lies before the first look concerns no assignment: each is gone over when it is made. */
async function startAtTheEnd(): Promise<Place> {
	const [last] = await db
		.select({ transactionId: activity.transactionId, seq: activity.seq })
		.from(activity)
		.where(settled)
		.orderBy(desc(activity.transactionId), desc(activity.seq))
		.limit(1);
	const place = last ?? { transactionId: "", seq: 0 };
	await transaction((tx) => moveTo(tx, place));
	return place;
}

function* moveTo(tx: Tx, place: Place): Body<void> {
	yield* run(
		tx
			.insert(factCursors)
			.values({ name: NAME, ...place })
			.onConflictDoUpdate({ target: factCursors.name, set: place }),
	);
}

function* passAll(tx: Tx, agencyId: string, now: number): Body<void> {
	const open = and(eq(assignments.agencyId, agencyId), isNull(assignments.endedAt));
	const rows = yield* run(tx.select({ id: assignments.id }).from(assignments).where(open));
	for (const { id } of rows) yield* beginPass(tx, id, now);
}

const DAY = 86_400_000;

/**
 * Asks for a pass over what changes without a fact: a level that ages and a period that begins, each day; everything
 * else each week.
 */
export async function recheckAll(now: number): Promise<void> {
	const open = await db
		.select({
			id: assignments.id,
			rule: assignments.rule,
			everyYears: assignments.everyYears,
			passedAt: assignments.passedAt,
		})
		.from(assignments)
		.where(isNull(assignments.endedAt));
	for (const { id, rule, everyYears, passedAt } of open) {
		const changesByItself = rule.gap !== "" || everyYears > 0;
		if (changesByItself || (passedAt ?? 0) < now - 7 * DAY) await transaction((tx) => beginPass(tx, id, now));
	}
}
