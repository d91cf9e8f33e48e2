import { and, eq } from "drizzle-orm";
import { mails } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { discardMail, sendAgain } from "../jobs/mail/mailActs.server.ts";

type MailAct = { mailId: string; actor: Actor; now: number };
export type KeptMail = { address: string; body: string };

/**
 * The text and the whole address of a mail that is kept since there is no mail server, to be passed on by hand; the look
 * is audited. Of mail that goes out by itself no admin sees the text: it may hold a link that opens an account.
 * @returns null when there is no such kept mail
 */
export function* openKeptMail(tx: Tx, { mailId, actor, now }: MailAct): Body<KeptMail | null> {
	const kept = and(eq(mails.id, mailId), eq(mails.state, "kept"));
	const [mail] = yield* run(tx.select({ address: mails.address, body: mails.body }).from(mails).where(kept));
	if (!mail) return null;
	yield* audit(tx, "mail.read", { mailId, actor, now });
	return mail;
}

/** Lets a mail be sent again; audited. @returns whether it was there to send */
export function* resendMail(tx: Tx, act: MailAct): Body<boolean> {
	const done = yield* sendAgain(tx, act.mailId, act.now);
	if (done) yield* audit(tx, "mail.send-again", act);
	return done;
}

/** Discards a mail that was not sent; audited. @returns whether it was there to discard */
export function* dropMail(tx: Tx, act: MailAct): Body<boolean> {
	const done = yield* discardMail(tx, act.mailId, act.now);
	if (done) yield* audit(tx, "mail.discard", act);
	return done;
}

function* audit(tx: Tx, action: string, { mailId, actor, now }: MailAct): Body<void> {
	yield* recordAudit(tx, { actor, action, subjectKind: "mail", subjectId: mailId, at: now });
}
