import { eq, sql } from "drizzle-orm";
import type { Queries } from "#db/client.server.ts";
import { runPrepared } from "#db/prepared.server.ts";
import { answerDecisions, answerEvents } from "#db/schema/index.ts";
import type { Body, Tx } from "#db/transaction.server.ts";
import { answerSchema } from "./answer.ts";
import { type AnswerEvent, type AttemptClock, countedAnswers, type LateDecision } from "./answerLog.ts";

export type StoredEvent = AnswerEvent & { heardAt: number; elapsedMs: number };

const eventsQuery = (on: Queries, name: string) =>
	on
		.select()
		.from(answerEvents)
		.where(eq(answerEvents.attemptId, sql.placeholder("attemptId")))
		.prepare(name);

const decisionsQuery = (on: Queries, name: string) =>
	on
		.select()
		.from(answerDecisions)
		.where(eq(answerDecisions.attemptId, sql.placeholder("attemptId")))
		.prepare(name);

/** Everything that was ever answered in an attempt, in no order that matters. */
export function* eventsOf(tx: Tx, attemptId: string): Body<StoredEvent[]> {
	const rows = yield* runPrepared(tx, "events", eventsQuery, { attemptId });
	return rows.map(({ attemptId: _attempt, value, ...event }) => ({
		...event,
		value: answerSchema.parse(value),
	}));
}

/** What examiners decided on late answers, the earliest first. */
export function* decisionsOf(tx: Tx, attemptId: string): Body<LateDecision[]> {
	const rows = yield* runPrepared(tx, "decisions", decisionsQuery, { attemptId });
	return rows.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The answer that counts for each item of the attempt. */
export function* answersThatCount(
	tx: Tx,
	attemptId: string,
	clock: AttemptClock,
): Body<Map<number, StoredEvent>> {
	return countedAnswers(yield* eventsOf(tx, attemptId), clock, yield* decisionsOf(tx, attemptId));
}
