import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { answerDecisions, attempts, certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { latenessOf } from "../assessment/answerLog.ts";
import { eventsOf } from "../assessment/attemptAnswers.server.ts";
import { type ExaminerScope, supervisedAttempt } from "../assessment/supervised.server.ts";
import { recountExam } from "./recountExam.server.ts";

/** An examiner's act on one attempt in their scope, with its reason. */
type Act = { attemptId: string; scope: ExaminerScope; actor: Actor; reason: string; now: number };
/** What became of it; "unknown": not in scope. */
export type ActOutcome = "done" | "unknown" | "not-open" | "not-closed" | "certified" | "nothing-late";
type AttemptRow = typeof attempts.$inferSelect;

/** More time for an open attempt: need, power cut. After the deadline it counts from now. */
export function* giveTime(tx: Tx, { minutes, ...act }: Act & { minutes: number }): Body<ActOutcome> {
	const attempt = yield* supervisedAttempt(tx, act.attemptId, act.scope);
	if (!attempt) return "unknown";
	if (attempt.state !== "open") return "not-open";
	const deadlineAt = Math.max(attempt.deadlineAt, act.now) + minutes * 60_000;
	yield* run(tx.update(attempts).set({ deadlineAt }).where(eq(attempts.id, attempt.id)));
	yield* audit(tx, "attempt.more-time", attempt, act, { minutes });
	return "done";
}

/** Lets a submitted attempt go on for so many minutes, with its answers; not one that has its certificate. */
export function* reopenAttempt(tx: Tx, { minutes, ...act }: Act & { minutes: number }): Body<ActOutcome> {
	const attempt = yield* supervisedAttempt(tx, act.attemptId, act.scope);
	if (!attempt) return "unknown";
	if (attempt.state !== "submitted") return "not-closed";
	if (yield* isCertified(tx, attempt.id)) return "certified";
	const deadlineAt = act.now + minutes * 60_000;
	const open = { state: "open" as const, deadlineAt, submittedAt: null, closedAt: null };
	const unscored = { milliPoints: null, score: null, passed: null };
	yield* run(
		tx
			.update(attempts)
			.set({ ...open, ...unscored })
			.where(eq(attempts.id, attempt.id)),
	);
	yield* audit(tx, "attempt.reopen", attempt, act, { minutes, score: attempt.score });
	return "done";
}

/** Declares an attempt void: it uses up none of the person's attempts. Its answers stay in the log. */
export function* voidAttempt(tx: Tx, act: Act): Body<ActOutcome> {
	const attempt = yield* supervisedAttempt(tx, act.attemptId, act.scope);
	if (!attempt) return "unknown";
	if (attempt.state === "void") return "not-open";
	if (yield* isCertified(tx, attempt.id)) return "certified";
	const ended = { state: "void" as const, closedAt: attempt.closedAt ?? act.now, passed: null, lateAt: null };
	yield* run(tx.update(attempts).set(ended).where(eq(attempts.id, attempt.id)));
	yield* audit(tx, "attempt.void", attempt, act, { score: attempt.score });
	return "done";
}

/**
 * Decides on all late answers of an attempt at once, those that wait and those that were decided before; a submitted
 * one is scored anew, with what follows from it.
 */
export function* decideLate(
	tx: Tx,
	{ counts, competenceName, ...act }: Act & { counts: boolean; competenceName: (code: string) => string },
): Body<ActOutcome> {
	const attempt = yield* supervisedAttempt(tx, act.attemptId, act.scope);
	if (!attempt) return "unknown";
	if (attempt.state === "void") return "not-closed";
	const late = (yield* eventsOf(tx, attempt.id)).filter((event) => latenessOf(event, attempt) !== null);
	if (late.length === 0) return "nothing-late";
	const { actor, reason, now: at } = act;
	const word = { attemptId: attempt.id, counts, reason, actorId: actor.id, actorName: actor.name, at };
	const rows = late.map(({ device, number }) => ({ ...word, id: uuid(), device, number }));
	yield* run(tx.insert(answerDecisions).values(rows));
	yield* run(tx.update(attempts).set({ lateAt: null }).where(eq(attempts.id, attempt.id)));
	const recounted = yield* recountExam(tx, { attemptId: attempt.id, competenceName, now: act.now });
	yield* audit(tx, counts ? "attempt.count-late" : "attempt.leave-late", attempt, act, {
		answers: late.length,
		scoreBefore: recounted?.before.score ?? null,
		scoreAfter: recounted?.after.score ?? null,
	});
	return "done";
}

function* isCertified(tx: Tx, attemptId: string): Body<boolean> {
	const own = eq(certificates.attemptId, attemptId);
	const found = yield* run(tx.select({ id: certificates.id }).from(certificates).where(own));
	return found.length > 0;
}

type Detail = Record<string, string | number | boolean | null>;

function* audit(tx: Tx, action: string, { id, agencyId }: AttemptRow, act: Act, detail: Detail): Body<void> {
	yield* recordAudit(tx, {
		actor: act.actor,
		action,
		subjectKind: "attempt",
		subjectId: id,
		agencyId,
		detail: { ...detail, reason: act.reason },
		at: act.now,
	});
}
