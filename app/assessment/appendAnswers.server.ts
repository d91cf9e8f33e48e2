import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queries } from "#db/client.server.ts";
import { runPrepared } from "#db/prepared.server.ts";
import { answerEvents, attempts } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Answer, answerFits, answerSchema, answerText } from "./answer.ts";
import { givenAt, type Lateness, latenessOf } from "./answerLog.ts";
import type { DrawnItem } from "./drawnItems.server.ts";
import { ownAttempt } from "./startAttempt.server.ts";

/** An answer as its device tells of it. */
export type GivenAnswer = {
	device: string;
	number: number;
	position: number;
	value: Answer;
	heardAt: number;
	elapsedMs: number;
};
/** Why an answer could not be kept. */
export type Refusal = "not-drawn" | "wrong-shape" | "number-taken";
/** What became of one answer: kept, kept but late, or refused. */
export type Outcome = { device: string; number: number; lateness: Lateness | null; refused: Refusal | null };
type AttemptRow = typeof attempts.$inferSelect;
export type Appended =
	| { status: "unknown" }
	| { status: "kept"; attempt: AttemptRow; outcomes: Outcome[]; keptAt: number };

type Append = {
	attemptId: string;
	personId: string;
	given: readonly GivenAnswer[];
	/** The attempt's items. */
	drawn: readonly DrawnItem[];
	now: number;
};

/**
 * Adds answers to the log of the person's own attempt; those that are there already stay as they are. Whatever can be
 * an answer is kept, also when it came too late or the attempt is closed: whether it counts is for the fold.
 */
export function* appendAnswers(tx: Tx, { attemptId, personId, given, drawn, now }: Append): Body<Appended> {
	const attempt = yield* ownAttempt(tx, attemptId, personId);
	if (!attempt) return { status: "unknown" };
	const events = given.map((one) => {
		const times = { startedAt: attempt.startedAt, receivedAt: now };
		return { ...one, attemptId, givenAt: givenAt(one, times), receivedAt: now };
	});
	const refusals = events.map((event) => refusalOf(event, drawn));
	const fit = events.filter((_, index) => refusals[index] === null);
	const taken = yield* insertNew(tx, attemptId, fit);
	const outcomes = events.map((event, index): Outcome => {
		const refused = refusals[index] ?? (taken.has(keyOf(event)) ? "number-taken" : null);
		const lateness = refused ? null : latenessOf(event, attempt);
		return { device: event.device, number: event.number, lateness, refused };
	});
	if (outcomes.some(({ lateness }) => lateness !== null))
		yield* run(tx.update(attempts).set({ lateAt: now }).where(eq(attempts.id, attemptId)));
	return { status: "kept", attempt, outcomes, keptAt: now };
}

type NewEvent = typeof answerEvents.$inferInsert & { value: Answer };

function refusalOf({ position, value }: GivenAnswer, drawn: readonly DrawnItem[]): Refusal | null {
	const item = drawn.find((one) => one.position === position)?.item;
	if (!item) return "not-drawn";
	return answerFits(item, value) ? null : "wrong-shape";
}

/** @returns the keys of those whose number the device has used for another answer */
function* insertNew(tx: Tx, attemptId: string, events: readonly NewEvent[]): Body<Set<string>> {
	if (events.length === 0) return new Set();
	const made = yield* insertEvents(tx, events);
	if (made.length === events.length) return new Set();
	const isNew = new Set(made.map(keyOf));
	const again = events.filter((event) => !isNew.has(keyOf(event)));
	const devices = [...new Set(again.map(({ device }) => device))];
	const own = and(eq(answerEvents.attemptId, attemptId), inArray(answerEvents.device, devices));
	const stored = new Map(
		(yield* run(tx.select().from(answerEvents).where(own))).map((row) => [keyOf(row), row]),
	);
	const isOther = (event: NewEvent) => {
		const row = stored.get(keyOf(event));
		return (
			row?.position !== event.position ||
			answerText(answerSchema.parse(row.value)) !== answerText(event.value)
		);
	};
	return new Set(again.filter(isOther).map(keyOf));
}

const columns = [
	...(["attemptId", "position", "device", "number"] as const),
	...(["heardAt", "elapsedMs", "givenAt", "receivedAt"] as const),
];
const place = (column: string, index: number) => `${column}${index}`;

/** One statement for so many events; those that are there already are left out of what it gives. */
const insertQuery = (count: number) => (on: Queries, name: string) => {
	const row = (index: number) => ({
		...Object.fromEntries(columns.map((column) => [column, sql.placeholder(place(column, index))])),
		// Not through the column: it would make the text "null" of an answer that was taken back.
		value: sql`${sql.placeholder(place("value", index))}`,
	});
	return on
		.insert(answerEvents)
		.values(Array.from({ length: count }, (_, index) => row(index) as typeof answerEvents.$inferInsert))
		.onConflictDoNothing()
		.returning({ device: answerEvents.device, number: answerEvents.number })
		.prepare(name);
};

function* insertEvents(tx: Tx, events: readonly NewEvent[]): Body<{ device: string; number: number }[]> {
	const values = Object.fromEntries(
		events.flatMap((event, index) => [
			...columns.map((column) => [place(column, index), event[column]]),
			[place("value", index), event.value === null ? null : JSON.stringify(event.value)],
		]),
	);
	return yield* runPrepared(tx, `insert-events-${events.length}`, insertQuery(events.length), values);
}

const keyOf = ({ device, number }: { device: string; number: number }) => `${number} ${device}`;
