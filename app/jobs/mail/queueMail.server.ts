import { v7 as uuid } from "uuid";
import { type MailAttachment, mails } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { enqueue } from "../queue.server.ts";

/** The job that sends what is due. */
export const MAIL_JOB = "mail.send";

export type NewMail = {
	/** What the mail is, e.g. `reset:<id>` or `digest:<person>:2026-11-25`: queued again, it is the same one. */
	key: string;
	personId?: string | null;
	/** One address. */
	to: string;
	subject: string;
	/** Plain text in the person's language; lines end in \n. */
	text: string;
	/** UTC ms before which it is not sent; absent: at once. */
	notBefore?: number;
	attachments?: readonly MailAttachment[];
	now: number;
};

/**
 * Puts a mail into the outbox, in the transaction of what it tells of. Nothing happens when one with its key is there; one
 * that was sent is remembered for 30 days.
 * @returns whether it is new
 */
export function* queueMail(tx: Tx, mail: NewMail): Body<boolean> {
	const { key, personId = null, to, subject, text, attachments = [], now } = mail;
	const dueAt = Math.max(now, mail.notBefore ?? now);
	const [made] = yield* run(
		tx
			.insert(mails)
			.values({
				id: uuid(),
				uniqueKey: key,
				personId,
				address: to,
				subject: subject.replace(/\s+/g, " ").trim(),
				body: text,
				attachments: [...attachments],
				state: "waiting",
				attempts: 0,
				triedSince: dueAt,
				dueAt,
				createdAt: now,
			})
			.onConflictDoNothing({ target: mails.uniqueKey })
			.returning({ id: mails.id }),
	);
	if (!made) return false;
	if (dueAt === now) yield* enqueue(tx, { name: MAIL_JOB, runAt: now, uniqueKey: MAIL_JOB });
	return true;
}
