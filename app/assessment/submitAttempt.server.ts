import { eq } from "drizzle-orm";
import { attempts } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type AttemptScore, scoreAttempt } from "./scoreAttempt.server.ts";
import { ownAttempt } from "./startAttempt.server.ts";

export type Submitted = AttemptScore & {
	enrolmentId: string;
	/** It had been closed before: nothing happened now. */
	alreadyClosed: boolean;
};

/** While free texts wait for their marks there is no result, not a provisional one either. */
export const NO_RESULT = { milliPoints: null, score: null, passed: null };

export const resultRow = ({ milliPoints, score, passed }: AttemptScore) => ({
	milliPoints,
	score,
	passed: passed ? 1 : 0,
});

/**
 * Scores what counts and closes the attempt; once, however often it is called. After the deadline it counts what was
 * given in time. null when it is not this person's or was declared void.
 */
export function* submitAttempt(
	tx: Tx,
	{ attemptId, personId, now }: { attemptId: string; personId: string; now: number },
): Body<Submitted | null> {
	const attempt = yield* ownAttempt(tx, attemptId, personId);
	if (!attempt || attempt.state === "void") return null;
	const { enrolmentId } = attempt;
	const alreadyClosed = attempt.state === "submitted";
	const scored = yield* scoreAttempt(tx, attempt, alreadyClosed ? attempt : { ...attempt, closedAt: now });
	if (alreadyClosed) {
		const { score, passed } = attempt;
		return { ...scored, enrolmentId, score: score ?? 0, passed: passed === 1, alreadyClosed };
	}
	const result = scored.pending > 0 ? NO_RESULT : resultRow(scored);
	const closed = { submittedAt: Math.min(now, attempt.deadlineAt), closedAt: now };
	yield* run(
		tx
			.update(attempts)
			.set({ ...closed, ...result, state: "submitted" })
			.where(eq(attempts.id, attemptId)),
	);
	return { ...scored, enrolmentId, alreadyClosed };
}
