import { and, eq, inArray, lt, notInArray } from "drizzle-orm";
import { mails } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { enqueue } from "../queue.server.ts";
import { FORGET_MS } from "./pauses.ts";
import { MAIL_JOB } from "./queueMail.server.ts";
import { emptied } from "./takeMail.server.ts";

/** Lets a mail be tried anew, also one that may have arrived: whoever asks for that has said so. @returns whether it was there to send */
export function* sendAgain(tx: Tx, id: string, now: number): Body<boolean> {
	const [mail] = yield* run(
		tx
			.update(mails)
			.set({ state: "waiting", attempts: 0, triedSince: now, dueAt: now, finishedAt: null, lastError: null })
			.where(and(eq(mails.id, id), inArray(mails.state, ["failed", "uncertain", "kept"])))
			.returning({ id: mails.id }),
	);
	if (mail) yield* enqueue(tx, { name: MAIL_JOB, runAt: now, uniqueKey: MAIL_JOB });
	return mail !== undefined;
}

/** Takes a mail out of the outbox unsent; its text is erased. @returns whether it was there to discard */
export function* discardMail(tx: Tx, id: string, now: number): Body<boolean> {
	const open = and(eq(mails.id, id), inArray(mails.state, ["waiting", "failed", "uncertain", "kept"]));
	const [mail] = yield* run(tx.select({ address: mails.address }).from(mails).where(open));
	if (!mail) return false;
	yield* run(
		tx
			.update(mails)
			.set({ ...emptied(mail.address), state: "discarded", finishedAt: now })
			.where(open),
	);
	return true;
}

/** Forgets mails that have been done with, or lain about, for 30 days. */
export function* forgetOldMail(tx: Tx, now: number): Body<void> {
	const over = notInArray(mails.state, ["waiting", "sending"]);
	yield* run(tx.delete(mails).where(and(over, lt(mails.triedSince, now - FORGET_MS))));
}
