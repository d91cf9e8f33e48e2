import { and, count, eq } from "drizzle-orm";
import { checkAnswers } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { grade } from "../mdx/grade.ts";
import type { CheckKey } from "../mdx/keys.ts";
import { markLessonRead } from "./progress.server.ts";

type CheckAnswer = {
	enrolmentId: string;
	lessonId: string;
	checkId: string;
	chosen: string[];
	/** All keys of the lesson: when each has an answer, the lesson counts as read. */
	keys: readonly CheckKey[];
	now: number;
};

/** Keeps the last answer to a check-yourself question. @returns false when nothing that the key knows was chosen */
export function* answerCheck(
	tx: Tx,
	{ enrolmentId, lessonId, checkId, chosen, keys, now }: CheckAnswer,
): Body<boolean> {
	const key = keys.find(({ id }) => id === checkId);
	const graded = key ? grade(key, chosen) : null;
	if (!graded) return false;
	const answer = { chosen: graded.chosen, correct: graded.correct, answeredAt: now };
	const target = [checkAnswers.enrolmentId, checkAnswers.lessonId, checkAnswers.checkId];
	yield* run(
		tx
			.insert(checkAnswers)
			.values({ ...answer, enrolmentId, lessonId, checkId })
			.onConflictDoUpdate({ target, set: answer }),
	);
	const here = and(eq(checkAnswers.enrolmentId, enrolmentId), eq(checkAnswers.lessonId, lessonId));
	const [answered] = yield* run(tx.select({ n: count() }).from(checkAnswers).where(here));
	if ((answered?.n ?? 0) >= keys.length) yield* markLessonRead(tx, { enrolmentId, lessonId, now });
	return true;
}
