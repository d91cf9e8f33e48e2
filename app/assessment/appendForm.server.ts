import { and, eq } from "drizzle-orm";
import { answerEvents } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Answer, answerSchema, answerText } from "./answer.ts";
import { type Appended, appendAnswers } from "./appendAnswers.server.ts";
import type { DrawnItem } from "./drawnItems.server.ts";

type Form = {
	attemptId: string;
	personId: string;
	/** Names one showing of the page, as a device. */
	page: string;
	/** By position; what is not in it stays as it was. */
	answers: ReadonlyMap<number, Answer>;
	drawn: readonly DrawnItem[];
	now: number;
};

/**
 * Adds the answers of a form that was sent without a script: given when it arrived, numbered here. The same form sent
 * twice adds nothing.
 */
export function* appendForm(
	tx: Tx,
	{ attemptId, personId, page, answers, drawn, now }: Form,
): Body<Appended> {
	const own = and(eq(answerEvents.attemptId, attemptId), eq(answerEvents.device, page));
	const before = (yield* run(tx.select().from(answerEvents).where(own))).sort((a, b) => a.number - b.number);
	const last = new Map(
		before.map(({ position, value }) => [position, answerText(answerSchema.parse(value))]),
	);
	const fresh = [...answers].filter(([position, value]) => last.get(position) !== answerText(value));
	const from = (before.at(-1)?.number ?? 0) + 1;
	const given = fresh.map(([position, value], index) => ({
		device: page,
		number: from + index,
		position,
		value,
		heardAt: now,
		elapsedMs: 0,
	}));
	return yield* appendAnswers(tx, { attemptId, personId, given, drawn, now });
}
