import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Queries } from "#db/client.server.ts";
import { runPrepared } from "#db/prepared.server.ts";
import { attemptItems, attempts, type ExamRules, examSeats } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { bankFor, seenItems } from "./bank.server.ts";
import type { Random } from "./draw.ts";
import { drawItems } from "./drawItems.ts";
import { bankOfRenewal, openRenewal, rulesFor } from "./openRenewal.server.ts";
import { ownSeat } from "./ownSeats.server.ts";
import { renewedFrom, sinceRenewal } from "./renewal.server.ts";
import { neutralItems } from "./repairsInForce.server.ts";
import { entryWithSeat, type SeatedEntry } from "./sessionEntry.ts";
import { optionOrder } from "./shownItem.ts";

type Start = {
	enrolmentId: string;
	personId: string;
	agencyId: string;
	unitId: string | null;
	courseId: string;
	versionId: string;
	rules: ExamRules;
	/** How long after the deadline answers that were given in time are still taken. */
	lateWindowMs: number;
	now: number;
	random: Random;
};
export type Started = { attemptId: string; isNew: boolean } | { attemptId: null; entry: SeatedEntry };

/**
 * Begins an attempt: draws the items by the blueprint and sets the deadline. While one is open it gives that one, so a
 * second tab or a second click begins nothing. Within the window of a session in which the person has a seat it belongs
 * to that session.
 */
export function* startAttempt(tx: Tx, start: Start): Body<Started> {
	const { enrolmentId, personId, agencyId, unitId, courseId, versionId, lateWindowMs, now, random } = start;
	const past = yield* run(tx.select().from(attempts).where(eq(attempts.enrolmentId, enrolmentId)));
	const open = past.find(({ state }) => state === "open");
	if (open) return { attemptId: open.id, isNew: false };
	const renewal = yield* openRenewal(tx, enrolmentId);
	const rules = rulesFor(start.rules, renewal);
	const seat = yield* ownSeat(tx, personId, courseId, now);
	const counting = sinceRenewal(past, yield* renewedFrom(tx, personId, courseId));
	const entry = entryWithSeat(rules, counting, seat, now);
	if (entry.kind !== "may-start") return { attemptId: null, entry };
	const neutral = yield* neutralItems(tx);
	const held = yield* bankOfRenewal(tx, yield* bankFor(tx, versionId, rules.blueprint), renewal);
	const bank = held.map((one) => (neutral.has(one.id) ? { ...one, isNeutral: true } : one));
	const seen = yield* seenItems(tx, personId, courseId);
	const drawn = drawItems(bank, rules.blueprint, seen, random);
	if (!drawn) return { attemptId: null, entry: { kind: "too-few-items" } };
	const attemptId = uuid();
	const deadlineAt = now + (rules.durationMinutes + (seat?.extraMinutes ?? 0)) * 60_000;
	const row = {
		id: attemptId,
		enrolmentId,
		personId,
		agencyId,
		versionId,
		sessionId: seat?.sessionId ?? null,
		renewalId: renewal?.id ?? null,
		number: past.length + 1,
		startedAt: now,
		deadlineAt,
		lateWindowMs,
	};
	yield* run(tx.insert(attempts).values({ ...row, state: "open" }));
	if (seat) yield* takeSeat(tx, seat.sessionId, personId, attemptId);
	yield* run(
		tx.insert(attemptItems).values(
			drawn.map(({ id, item }, index) => ({
				attemptId,
				position: index + 1,
				itemId: id,
				optionOrder: optionOrder(item, random),
			})),
		),
	);
	const fact = { personId, agencyId, unitId, courseId, versionId, data: { attemptId }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "exam.begun" });
	return { attemptId, isNew: true };
}

function* takeSeat(tx: Tx, sessionId: string, personId: string, attemptId: string): Body<void> {
	const own = and(eq(examSeats.sessionId, sessionId), eq(examSeats.personId, personId));
	yield* run(tx.update(examSeats).set({ attemptId }).where(own));
}

const ownAttemptQuery = (on: Queries, name: string) =>
	on
		.select()
		.from(attempts)
		.where(
			and(eq(attempts.id, sql.placeholder("attemptId")), eq(attempts.personId, sql.placeholder("personId"))),
		)
		.prepare(name);

/** The person's own attempt, or undefined. */
export function* ownAttempt(tx: Tx, attemptId: string, personId: string) {
	const [row] = yield* runPrepared(tx, "own-attempt", ownAttemptQuery, { attemptId, personId });
	return row;
}
