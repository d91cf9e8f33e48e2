import { and, eq, gt } from "drizzle-orm";
import { attempts } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import type { CompetenceScore } from "../assessment/scoreAttempt.server.ts";
import { submitAttempt } from "../assessment/submitAttempt.server.ts";
import { enrolmentOf, recordNotPassed, recordPassed } from "../learning/progress.server.ts";
import { issueCertificate } from "./issue.server.ts";

type Finish = { attemptId: string; personId: string; competenceName: (code: string) => string; now: number };
export type Finished = {
	/** null: free texts wait for their marks, and with them everything that follows from the result. */
	score: number | null;
	passed: boolean;
	byCompetence: CompetenceScore[];
	certificateId: string | null;
};

/**
 * Submits an attempt with all that follows from it: state of the enrolment, certificate, hours, activity; in one
 * transaction, and once, however often the button is pressed. null when the attempt is not this person's.
 */
export function* finishExam(
	tx: Tx,
	{ attemptId, personId, competenceName, now }: Finish,
): Body<Finished | null> {
	const submitted = yield* submitAttempt(tx, { attemptId, personId, now });
	if (!submitted) return null;
	const { enrolmentId, score, passed, byCompetence } = submitted;
	if (submitted.pending > 0) return { score: null, passed: false, byCompetence: [], certificateId: null };
	if (!submitted.alreadyClosed) yield* recordOutcome(tx, enrolmentId, { score, passed, attemptId }, now);
	if (!passed) return { score, passed, byCompetence, certificateId: null };
	const outcome = { score, byCompetence };
	const certificateId = yield* issueCertificate(tx, { enrolmentId, attemptId, outcome, competenceName, now });
	return { score, passed, byCompetence, certificateId };
}

type Outcome = { score: number; passed: boolean; attemptId: string };

/** Notes in enrolment and log how an attempt ended. */
export function* recordOutcome(
	tx: Tx,
	enrolmentId: string,
	{ score, passed, attemptId }: Outcome,
	now: number,
): Body<void> {
	const { passedAt, ...enrolment } = yield* enrolmentOf(tx, enrolmentId);
	const { personId, agencyId, unitId, courseId, versionId } = enrolment;
	// The enrolment is passed once: one more pass, of a course to be taken again, changes only what recurs.
	const isAgain = passed && passedAt !== null;
	if (isAgain && !(yield* wasBegunAfter(tx, attemptId, passedAt))) return;
	if (passed && !isAgain) yield* recordPassed(tx, enrolmentId, now);
	if (!passed) yield* recordNotPassed(tx, enrolmentId);
	yield* recordActivity(tx, {
		kind: isAgain ? "exam.passed-again" : passed ? "exam.passed" : "exam.not-passed",
		personId,
		agencyId,
		unitId,
		courseId,
		versionId,
		data: { attemptId, score },
		at: now,
	});
}

/** An earlier attempt can come to pass after a later one did: that is no pass again. */
function* wasBegunAfter(tx: Tx, attemptId: string, at: number): Body<boolean> {
	const later = and(eq(attempts.id, attemptId), gt(attempts.startedAt, at));
	const [row] = yield* run(tx.select({ id: attempts.id }).from(attempts).where(later));
	return row !== undefined;
}
