import { eq } from "drizzle-orm";
import { attempts, certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { scoreAttempt } from "../assessment/scoreAttempt.server.ts";
import { NO_RESULT, resultRow } from "../assessment/submitAttempt.server.ts";
import { recordOutcome } from "./finishExam.server.ts";
import { issueCertificate } from "./issue.server.ts";

type Recount = { attemptId: string; competenceName: (code: string) => string; now: number };
export type Recounted = {
	before: { score: number | null; passed: boolean };
	/** score null: free texts wait for their marks. */
	after: { score: number | null; passed: boolean };
};

/**
 * Scores a submitted attempt anew by what counts today, with what follows from it. Who passes now gets the certificate;
 * a certificate that is there stays, also when the score fell. null when the attempt is not a submitted one.
 */
export function* recountExam(tx: Tx, { attemptId, competenceName, now }: Recount): Body<Recounted | null> {
	const [attempt] = yield* run(tx.select().from(attempts).where(eq(attempts.id, attemptId)));
	if (attempt?.state !== "submitted") return null;
	const before = { score: attempt.score, passed: attempt.passed === 1 };
	const scored = yield* scoreAttempt(tx, attempt, attempt);
	const { score, passed: reaches, byCompetence } = scored;
	const { enrolmentId } = attempt;
	const [certificate] = yield* run(
		tx.select({ id: certificates.id }).from(certificates).where(eq(certificates.attemptId, attemptId)),
	);
	// A certificate stays, and with it the result that it tells of, while a text that came late is marked.
	if (scored.pending > 0 && certificate) return { before, after: before };
	const passed = scored.pending === 0 && (reaches || certificate !== undefined);
	const counted = scored.pending > 0 ? NO_RESULT : resultRow({ ...scored, passed });
	yield* run(tx.update(attempts).set(counted).where(eq(attempts.id, attemptId)));
	if (scored.pending > 0) return { before, after: { score: null, passed } };
	if (attempt.score === null || passed !== before.passed)
		yield* recordOutcome(tx, enrolmentId, { score, passed, attemptId }, now);
	if (passed)
		yield* issueCertificate(tx, {
			enrolmentId,
			attemptId,
			outcome: { score, byCompetence },
			competenceName,
			now,
		});
	return { before, after: { score, passed } };
}
