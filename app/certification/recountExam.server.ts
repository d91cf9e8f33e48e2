import { eq } from "drizzle-orm";
import { attempts, certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { scoreAttempt } from "../assessment/scoreAttempt.server.ts";
import { recordOutcome } from "./finishExam.server.ts";
import { issueCertificate } from "./issue.server.ts";

type Recount = { attemptId: string; competenceName: (code: string) => string; now: number };
export type Recounted = {
	before: { score: number | null; passed: boolean };
	after: { score: number; passed: boolean };
};

/**
 * Scores a submitted attempt anew by what counts today, with what follows from it. Who passes now gets the certificate;
 * a certificate that is there stays, also when the score fell. null when the attempt is not a submitted one.
 */
export function* recountExam(tx: Tx, { attemptId, competenceName, now }: Recount): Body<Recounted | null> {
	const [attempt] = yield* run(tx.select().from(attempts).where(eq(attempts.id, attemptId)));
	if (attempt?.state !== "submitted") return null;
	const before = { score: attempt.score, passed: attempt.passed === 1 };
	const { milliPoints, score, passed: reaches, byCompetence } = yield* scoreAttempt(tx, attempt, attempt);
	const { enrolmentId } = attempt;
	const [certificate] = yield* run(
		tx.select({ id: certificates.id }).from(certificates).where(eq(certificates.attemptId, attemptId)),
	);
	const passed = reaches || certificate !== undefined;
	const counted = { milliPoints, score, passed: passed ? 1 : 0 };
	yield* run(tx.update(attempts).set(counted).where(eq(attempts.id, attemptId)));
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
