import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type attempts, courses, courseVersions, essayAnswers, marks } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { examPolicyAt } from "./examPolicy.server.ts";
import { type MarkRule, settleMarks } from "./settleMarks.ts";

type AttemptRow = typeof attempts.$inferSelect;
/** A text that was handed in as the answer to an essay item. */
export type Written = {
	position: number;
	itemId: string;
	text: string;
	/** false: its item is neutralised, so nobody is asked to mark it. */
	counts: boolean;
};

/** What marks hold on to: another text, or the same one in another place, is another answer. */
export const textHash = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Milli-points of an attempt's written answers by its marks, by position; null: not settled yet. Whatever waits is put
 * where reviewers find it.
 */
export function* essayPoints(
	tx: Tx,
	attempt: AttemptRow,
	written: readonly Written[],
	submittedAt: number,
): Body<Map<number, number | null>> {
	const points = new Map<number, number | null>();
	if (written.length === 0) return points;
	const { agencyId, rule } = yield* markingOf(tx, attempt);
	const given = yield* marksOf(tx, attempt.id);
	for (const { position, itemId, text, counts } of written) {
		const hash = textHash(text);
		const own = given.filter((mark) => mark.position === position && mark.textHash === hash);
		const settled = settleMarks(
			own.map(({ milliPoints }) => milliPoints),
			rule,
		);
		points.set(position, settled);
		const state = settled === null && counts ? ("waiting" as const) : ("settled" as const);
		const set = { textHash: hash, state, submittedAt };
		const place = { attemptId: attempt.id, position, itemId, agencyId, personId: attempt.personId };
		yield* run(
			tx
				.insert(essayAnswers)
				.values({ ...place, ...set, id: uuid() })
				.onConflictDoUpdate({ target: [essayAnswers.attemptId, essayAnswers.position], set }),
		);
	}
	return points;
}

/** An attempt's marks in the order in which they were given. */
export function* marksOf(tx: Tx, attemptId: string): Body<(typeof marks.$inferSelect)[]> {
	return yield* run(
		tx.select().from(marks).where(eq(marks.attemptId, attemptId)).orderBy(asc(marks.at), asc(marks.id)),
	);
}

/** Whose reviewers mark the attempt, and by which rule: the course's, and the policy's at its start. */
function* markingOf(tx: Tx, attempt: AttemptRow): Body<{ agencyId: string; rule: MarkRule }> {
	const [row] = yield* run(
		tx
			.select({ agencyId: courses.agencyId, exam: courseVersions.exam })
			.from(courseVersions)
			.innerJoin(courses, eq(courses.id, courseVersions.courseId))
			.where(eq(courseVersions.id, attempt.versionId)),
	);
	if (!row) throw new Error(`no version ${attempt.versionId}`);
	const difference = examPolicyAt(attempt.startedAt).markDifference;
	return { agencyId: row.agencyId, rule: { markers: row.exam.secondMarker ? 2 : 1, difference } };
}
