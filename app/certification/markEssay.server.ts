import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { attempts, courseVersions, marks } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordAudit } from "../activity/audit.server.ts";
import { type Marker, markableAnswer } from "../assessment/markingQueue.server.ts";
import { notify } from "../learning/notices.server.ts";
import { recountExam } from "./recountExam.server.ts";

type Marking = {
	answerId: string;
	marker: Marker & { name: string };
	/** Milli-points by criterion; each of the rubric's, with the points of one of its levels. */
	points: Record<string, number>;
	comment: string;
	competenceName: (code: string) => string;
	now: number;
};
/** "closed": settled meanwhile, or marked by the same person before; "unknown": not theirs to see. */
export type MarkOutcome = "done" | "closed" | "unknown";

/**
 * A reviewer's mark of one free text, with all that follows from it in the same transaction: when it was the last that
 * the attempt waited for, the result, the certificate of who passed, and a notice.
 * @throws RangeError when the points are not those of the rubric
 */
export function* markEssay(tx: Tx, marking: Marking): Body<MarkOutcome> {
	const { answerId, marker, points, comment, now } = marking;
	const found = yield* markableAnswer(tx, answerId, marker);
	if (!found) return "unknown";
	const { answer, item, isMarked } = found;
	if (answer.state === "settled" || isMarked) return "closed";
	const { attemptId, position, textHash } = answer;
	const fits = item.rubric.every(({ id, levels }) => levels.some((level) => level.points === points[id]));
	if (!fits || Object.keys(points).length !== item.rubric.length) throw new RangeError("not of the rubric");
	const milliPoints = Object.values(points).reduce((sum, one) => sum + one, 0);
	const mark = { attemptId, position, textHash, markerId: marker.markerId, points, milliPoints, comment };
	yield* run(tx.insert(marks).values({ ...mark, id: uuid(), at: now }));
	yield* recordAudit(tx, {
		actor: { id: marker.markerId, name: marker.name },
		action: "essay.mark",
		subjectKind: "essay-answer",
		subjectId: answerId,
		agencyId: answer.agencyId,
		detail: { milliPoints },
		at: now,
	});
	yield* settle(tx, attemptId, marking);
	return "done";
}

function* settle(tx: Tx, attemptId: string, { competenceName, now }: Marking): Body<void> {
	const recounted = yield* recountExam(tx, { attemptId, competenceName, now });
	if (!recounted || recounted.after.score === null || recounted.before.score !== null) return;
	const [attempt] = yield* run(
		tx
			.select({ personId: attempts.personId, title: courseVersions.title })
			.from(attempts)
			.innerJoin(courseVersions, eq(courseVersions.id, attempts.versionId))
			.where(eq(attempts.id, attemptId)),
	);
	if (!attempt) return;
	yield* notify(tx, { personId: attempt.personId, kind: "exam-marked", data: { title: attempt.title }, now });
}
