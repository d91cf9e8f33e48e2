import { eq, inArray } from "drizzle-orm";
import { answerEvents, attemptItems, attempts, enrolments, items } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { answerText } from "../assessment/answer.ts";
import { eventsOf } from "../assessment/attemptAnswers.server.ts";
import type { Receipt, ReceiptAnswer } from "../assessment/receipt.ts";
import { recountExam } from "./recountExam.server.ts";

/** How a receipt stands against the database. */
export type ReceiptState = {
	/** The database has no such attempt, or has it still open. */
	isAttemptMissing: boolean;
	isSubmissionMissing: boolean;
	missing: ReceiptAnswer[];
	/** There under the same number, but with another value. */
	differing: ReceiptAnswer[];
	/** What the attempt rests on is gone too: enrolment or items; it cannot be put back. */
	isGroundless: boolean;
};

/** Compares every answer of a genuine receipt with the database. */
export function* receiptState(tx: Tx, { head, answers }: Receipt): Body<ReceiptState> {
	const [attempt] = yield* run(tx.select().from(attempts).where(eq(attempts.id, head.attempt)));
	const stored = new Map((yield* eventsOf(tx, head.attempt)).map((event) => [keyOf(event), event]));
	const missing = answers.filter((one) => !stored.has(keyOf(one)));
	const differing = answers.filter((one) => {
		const found = stored.get(keyOf(one));
		return found && (found.position !== one.position || answerText(found.value) !== answerText(one.value));
	});
	return {
		isAttemptMissing: !attempt,
		isSubmissionMissing: attempt?.state !== "submitted" && attempt?.state !== "void",
		missing,
		differing,
		isGroundless: !attempt && !(yield* hasGround(tx, head)),
	};
}

function* hasGround(tx: Tx, head: Receipt["head"]): Body<boolean> {
	const [enrolment] = yield* run(tx.select().from(enrolments).where(eq(enrolments.id, head.enrolment)));
	const ids = head.items.map(({ item }) => item);
	const known = yield* run(tx.select({ id: items.id }).from(items).where(inArray(items.id, ids)));
	return enrolment?.personId === head.person && known.length === new Set(ids).size;
}

type Restore = { receipt: Receipt; actor: Actor; competenceName: (code: string) => string; now: number };

/**
 * Puts back what the database has lost of a genuine receipt: the attempt, its answers, its submission and what follows
 * from it. What is there stays as it is, so a second call changes nothing. null when it rests on nothing any more.
 */
export function* restoreReceipt(
	tx: Tx,
	{ receipt, actor, competenceName, now }: Restore,
): Body<ReceiptState | null> {
	const state = yield* receiptState(tx, receipt);
	if (state.isGroundless) return null;
	if (state.missing.length === 0 && !state.isSubmissionMissing) return state;
	const { head } = receipt;
	if (state.isAttemptMissing) yield* insertAttempt(tx, head);
	const attemptId = head.attempt;
	if (state.missing.length > 0) {
		const rows = state.missing.map(({ kind: _kind, ...event }) => ({ ...event, attemptId }));
		yield* run(tx.insert(answerEvents).values(rows));
	}
	const { submittedAt, closedAt } = head;
	if (state.isSubmissionMissing) {
		const closed = { state: "submitted" as const, submittedAt, closedAt };
		yield* run(tx.update(attempts).set(closed).where(eq(attempts.id, attemptId)));
	}
	yield* recountExam(tx, { attemptId, competenceName, now });
	yield* recordAudit(tx, {
		actor,
		action: "attempt.restore",
		subjectKind: "attempt",
		subjectId: attemptId,
		agencyId: head.agency,
		detail: { answers: state.missing.length, attempt: state.isAttemptMissing },
		at: now,
	});
	return state;
}

function* insertAttempt(tx: Tx, head: Receipt["head"]): Body<void> {
	const { startedAt, deadlineAt, lateWindowMs, number } = head;
	const who = { enrolmentId: head.enrolment, personId: head.person, agencyId: head.agency };
	const clock = { startedAt, deadlineAt, lateWindowMs };
	yield* run(
		tx
			.insert(attempts)
			.values({ ...who, ...clock, id: head.attempt, versionId: head.courseVersion, number, state: "open" }),
	);
	const drawn = head.items.map(({ position, item, order }) => ({
		attemptId: head.attempt,
		position,
		itemId: item,
		optionOrder: order,
	}));
	yield* run(tx.insert(attemptItems).values(drawn));
}

const keyOf = ({ device, number }: { device: string; number: number }) => `${number} ${device}`;
