import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { attempts, certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type AttemptScore, scoreAttempt } from "../assessment/scoreAttempt.server.ts";
import { NO_RESULT, resultRow } from "../assessment/submitAttempt.server.ts";
import { recordUndecided } from "../learning/progress.server.ts";
import { recordOutcome } from "./finishExam.server.ts";
import { issueCertificate } from "./issue.server.ts";
import { keepsPass, type RepairAct } from "./keepsPass.ts";
import { withdrawPass } from "./withdrawPass.server.ts";

type Recount = {
	attemptId: string;
	competenceName: (code: string) => string;
	/** The repair of an item that is why; without it what counts changed otherwise (marks, late answers). */
	act?: RepairAct;
	now: number;
};
type AttemptRow = typeof attempts.$inferSelect;
export type Recounted = {
	before: { score: number | null; passed: boolean };
	/** score null: free texts wait for their marks. */
	after: { score: number | null; passed: boolean };
	/** Passed, though the score does not reach the pass mark any more. */
	isProtected: boolean;
};

/**
 * Scores a submitted attempt anew by what counts today, with what follows from it. Who passes now gets the certificate;
 * who had passed stays so when the score falls, unless the repair of an item says otherwise (`keepsPass`). null when the
 * attempt is not a submitted one.
 */
export function* recountExam(tx: Tx, recount: Recount): Body<Recounted | null> {
	const { attemptId, act } = recount;
	const [attempt] = yield* run(tx.select().from(attempts).where(eq(attempts.id, attemptId)));
	if (attempt?.state !== "submitted") return null;
	const before = { score: attempt.score, passed: attempt.passed === 1 };
	const scored = yield* scoreAttempt(tx, attempt, attempt);
	const { repairId, revokedByRepairId } = certificates;
	const [certificate] = yield* run(
		tx
			.select({ repairId, revokedByRepairId })
			.from(certificates)
			.where(and(eq(certificates.attemptId, attemptId), isNull(certificates.replacedById))),
	);
	const isKept = keepsPass(certificate, act);
	const isOwed = act?.kind === "undo" && !isKept;
	// A certificate stays, and with it the result that it tells of, while a text that came late is marked.
	if (scored.pending > 0 && certificate && !isOwed) return { before, after: before, isProtected: false };
	const passed = scored.pending === 0 && (scored.passed || isKept);
	const counted = scored.pending > 0 ? NO_RESULT : resultRow({ ...scored, passed });
	yield* run(tx.update(attempts).set(counted).where(eq(attempts.id, attemptId)));
	if (scored.pending > 0) {
		yield* openAgain(tx, attempt, recount);
		return { before, after: { score: null, passed }, isProtected: false };
	}
	yield* follow(tx, attempt, { ...scored, passed }, recount);
	return { before, after: { score: scored.score, passed }, isProtected: passed && !scored.passed };
}

/** A result that a repair had made possible is none any more: the free text waits for its marks again. */
function* openAgain(tx: Tx, attempt: AttemptRow, recount: Recount): Body<void> {
	if (!recount.act || attempt.score === null) return;
	if (attempt.passed === 1) yield* fall(tx, attempt, recount.act, recount);
	const decided = and(
		eq(attempts.enrolmentId, attempt.enrolmentId),
		ne(attempts.id, attempt.id),
		eq(attempts.state, "submitted"),
		isNotNull(attempts.score),
	);
	const earlier = yield* run(tx.select({ id: attempts.id }).from(attempts).where(decided).limit(1));
	yield* recordUndecided(tx, attempt.enrolmentId, earlier.length > 0);
}

function* fall(
	tx: Tx,
	{ id: attemptId, enrolmentId }: AttemptRow,
	act: RepairAct,
	{ competenceName, now }: Recount,
): Body<void> {
	const other = yield* withdrawPass(tx, { attemptId, enrolmentId, act, now });
	// The certificate that stood for both has fallen: the other attempt gets its own.
	if (other) yield* recountExam(tx, { attemptId: other, competenceName, now });
}

function* follow(
	tx: Tx,
	attempt: AttemptRow,
	{ score, passed, byCompetence }: AttemptScore,
	recount: Recount,
): Body<void> {
	const { act, competenceName, now } = recount;
	const { id: attemptId, enrolmentId } = attempt;
	const had = attempt.passed === 1;
	if (had && !passed && recount.act) return yield* fall(tx, attempt, recount.act, recount);
	if (attempt.score === null || passed !== had)
		yield* recordOutcome(tx, enrolmentId, { score, passed, attemptId }, now);
	if (!passed) return;
	const repairId = act?.kind === "apply" && !had ? act.repairId : undefined;
	const outcome = { score, byCompetence };
	yield* issueCertificate(tx, { enrolmentId, attemptId, outcome, competenceName, repairId, now });
}
