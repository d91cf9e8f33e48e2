import { and, count, eq, inArray, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { examRoomActOutcomes, examRoomActs, examSeats, people, type RoomActKind } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { type SeatScope, seatsToActOn } from "../assessment/seatList.server.ts";
import type { ExaminerScope } from "../assessment/supervised.server.ts";
import { giveTime, reopenAttempt, voidAttempt } from "./examinerActs.server.ts";
import type { RoomOutcome } from "./roomActRules.ts";

export type RoomAct = {
	/** Made by the form that asks for it; sent again, it is the same act. */
	actId: string;
	kind: RoomActKind;
	minutes: number;
	reason: string;
	/** Of the session's agency, for the audit. */
	agencyId: string;
	/** Whose attempts the actor may act on. */
	scope: ExaminerScope;
	actor: Actor & { id: string };
	now: number;
};
/** Whom it meets: a whole session or rooms of it, or of these only some people. */
export type Target = SeatScope & { personIds: readonly string[] | null };

/** People in one short transaction. */
const AT_ONCE = 25;

/**
 * Gives more time to, reopens or declares void for many people: in chunks of short transactions, each person once,
 * audited one by one. Interrupted, the same act goes on where it stopped; finished, it does nothing.
 * @returns false when the id belongs to another act
 */
export async function actOnSeats(target: Target, act: RoomAct): Promise<boolean> {
	const state = await transaction((tx) => begin(tx, target.sessionId, act));
	if (state !== "goes-on") return state === "finished";
	const all = await seatsToActOn(target);
	for (let start = 0; start < all.length; start += AT_ONCE) {
		const some = all.slice(start, start + AT_ONCE).map(({ personId }) => personId);
		await transaction((tx) => actOnChunk(tx, target.sessionId, some, act));
	}
	await transaction(function* (tx) {
		yield* run(tx.update(examRoomActs).set({ finishedAt: Date.now() }).where(eq(examRoomActs.id, act.actId)));
	});
	return true;
}

function* begin(
	tx: Tx,
	sessionId: string,
	{ actId, kind, minutes, reason, actor, now }: RoomAct,
): Body<"goes-on" | "finished" | "another"> {
	const row = {
		id: actId,
		sessionId,
		kind,
		minutes,
		reason,
		actorId: actor.id,
		actorName: actor.name,
		at: now,
	};
	yield* run(tx.insert(examRoomActs).values(row).onConflictDoNothing());
	const [stored] = yield* run(tx.select().from(examRoomActs).where(eq(examRoomActs.id, actId)));
	const isSame = stored?.sessionId === sessionId && stored.actorId === actor.id && stored.kind === kind;
	if (!isSame || stored.minutes !== minutes) return "another";
	return stored.finishedAt === null ? "goes-on" : "finished";
}

function* actOnChunk(tx: Tx, sessionId: string, personIds: string[], act: RoomAct): Body<void> {
	const { personId } = examRoomActOutcomes;
	const own = and(eq(examRoomActOutcomes.actId, act.actId), inArray(personId, personIds));
	const met = new Set(
		(yield* run(tx.select({ personId }).from(examRoomActOutcomes).where(own))).map((one) => one.personId),
	);
	const here = and(eq(examSeats.sessionId, sessionId), inArray(examSeats.personId, personIds));
	const seats = (yield* run(tx.select().from(examSeats).where(here))).filter(
		(seat) => !met.has(seat.personId),
	);
	const rows: (typeof examRoomActOutcomes.$inferInsert)[] = [];
	for (const seat of seats)
		rows.push({ actId: act.actId, personId: seat.personId, outcome: yield* actOnSeat(tx, seat, act) });
	if (rows.length > 0) yield* run(tx.insert(examRoomActOutcomes).values(rows));
}

type SeatRow = typeof examSeats.$inferSelect;

function* actOnSeat(tx: Tx, seat: SeatRow, act: RoomAct): Body<RoomOutcome> {
	const { kind, minutes, scope, actor, reason, now } = act;
	if (seat.attemptId === null) return kind === "time" ? yield* giveBefore(tx, seat, act) : "not-begun";
	const one = { attemptId: seat.attemptId, scope, actor, reason, now };
	if (kind === "time") return yield* giveTime(tx, { ...one, minutes });
	if (kind === "reopen") return yield* reopenAttempt(tx, { ...one, minutes });
	return yield* voidAttempt(tx, one);
}

/** More time for somebody who has not begun: their attempt will have it. */
function* giveBefore(
	tx: Tx,
	seat: SeatRow,
	{ minutes, agencyId, actor, reason, now }: RoomAct,
): Body<RoomOutcome> {
	const { sessionId, personId } = seat;
	const own = and(eq(examSeats.sessionId, sessionId), eq(examSeats.personId, personId));
	yield* run(
		tx
			.update(examSeats)
			.set({ extraMinutes: seat.extraMinutes + minutes })
			.where(own),
	);
	const subject = { subjectKind: "person", subjectId: personId };
	const detail = { sessionId, minutes, reason };
	yield* recordAudit(tx, { ...subject, actor, action: "seat.more-time", agencyId, detail, at: now });
	return "done";
}

/** Names at most so many of those for whom an act could not be done. */
const MOST_NAMED = 200;

/** An act of the session with what became of it: how many by outcome, and for whom it could not be done; null: none. */
export async function roomActView(sessionId: string, actId: string) {
	const own = and(eq(examRoomActs.id, actId), eq(examRoomActs.sessionId, sessionId));
	const [act] = await db.select().from(examRoomActs).where(own);
	if (!act) return null;
	const { outcome } = examRoomActOutcomes;
	const of = eq(examRoomActOutcomes.actId, actId);
	const [counts, undone] = await Promise.all([
		db.select({ outcome, n: count() }).from(examRoomActOutcomes).where(of).groupBy(outcome),
		db
			.select({ personId: people.id, name: people.name, outcome })
			.from(examRoomActOutcomes)
			.innerJoin(people, eq(people.id, examRoomActOutcomes.personId))
			.where(and(of, ne(outcome, "done")))
			.orderBy(people.sortKey, people.id)
			.limit(MOST_NAMED),
	]);
	return { ...act, counts, undone };
}
