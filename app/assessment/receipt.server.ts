import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { attemptItems, type attempts } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx } from "#db/transaction.server.ts";
import { installationKey } from "../http/installationKey.server.ts";
import { eventsOf, type StoredEvent } from "./attemptAnswers.server.ts";
import { type ReceiptAnswer, type ReceiptHead, writeReceipt } from "./receipt.ts";

type AttemptRow = typeof attempts.$inferSelect;

/** The receipt of a submitted attempt: every answer that the server has of it; the same text each time. */
export async function receiptOf(attempt: AttemptRow): Promise<string> {
	const { head, answers } = await reading((tx) => receiptParts(tx, attempt));
	return writeReceipt({ head, answers }, installationKey());
}

/** What a person can compare by eye: the first sixteen digits of the file's sha256, in fours. */
export function receiptMark(text: string): string {
	const digits = createHash("sha256").update(text).digest("hex").slice(0, 16).toUpperCase();
	return digits.replace(/(.{4})(?=.)/g, "$1 ");
}

function* receiptParts(tx: Tx, attempt: AttemptRow): Body<{ head: ReceiptHead; answers: ReceiptAnswer[] }> {
	const drawn = yield* run(
		tx
			.select()
			.from(attemptItems)
			.where(eq(attemptItems.attemptId, attempt.id))
			.orderBy(asc(attemptItems.position)),
	);
	const events = yield* eventsOf(tx, attempt.id);
	return { head: headOf(attempt, drawn), answers: events.sort(byDevice).map(asAnswer) };
}

function headOf(attempt: AttemptRow, drawn: (typeof attemptItems.$inferSelect)[]): ReceiptHead {
	const { id, enrolmentId, personId, agencyId, versionId, number } = attempt;
	const { startedAt, deadlineAt, lateWindowMs, submittedAt, closedAt } = attempt;
	if (submittedAt === null || closedAt === null) throw new Error("only a submitted attempt has a receipt");
	return {
		kind: "cakap-receipt",
		version: 1,
		...{ attempt: id, enrolment: enrolmentId, person: personId, agency: agencyId, courseVersion: versionId },
		...{ number, startedAt, deadlineAt, lateWindowMs, submittedAt, closedAt },
		items: drawn.map(({ position, itemId, optionOrder }) => ({ position, item: itemId, order: optionOrder })),
	};
}

const byDevice = (a: StoredEvent, b: StoredEvent) =>
	a.device === b.device ? a.number - b.number : a.device < b.device ? -1 : 1;

function asAnswer(event: StoredEvent): ReceiptAnswer {
	const { position, value, device, number, heardAt, elapsedMs, givenAt, receivedAt } = event;
	return { kind: "answer", position, value, device, number, heardAt, elapsedMs, givenAt, receivedAt };
}
