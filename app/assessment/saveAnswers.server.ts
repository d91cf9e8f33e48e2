import { and, eq } from "drizzle-orm";
import { attemptItems } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Answer } from "./answer.ts";
import { GRACE_MS } from "./rules.ts";
import { ownAttempt } from "./startAttempt.server.ts";

type Save = {
	attemptId: string;
	personId: string;
	/** By position in the attempt, from 1. What is not in it stays as it was. */
	answers: ReadonlyMap<number, Answer>;
	now: number;
};
export type Saved = { status: "saved"; savedAt: number } | { status: "closed" | "late" | "unknown" };

/** Keeps answers of an open attempt; idempotent, item by item, so that any part of a form may arrive. */
export function* saveAnswers(tx: Tx, { attemptId, personId, answers, now }: Save): Body<Saved> {
	const attempt = yield* ownAttempt(tx, attemptId, personId);
	if (!attempt) return { status: "unknown" };
	if (attempt.state !== "open") return { status: "closed" };
	if (now > attempt.deadlineAt + GRACE_MS) return { status: "late" };
	for (const [position, answer] of answers) {
		const place = and(eq(attemptItems.attemptId, attemptId), eq(attemptItems.position, position));
		yield* run(tx.update(attemptItems).set({ answer, savedAt: now }).where(place));
	}
	return { status: "saved", savedAt: now };
}
