import type { Body, Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { formatDate } from "../i18n/format.ts";
import { accountKeyMessages } from "../i18n/messages/accountKeys.ts";
import { letter } from "../jobs/mail/letter.ts";
import { queueMail } from "../jobs/mail/queueMail.server.ts";
import { correspondentOf } from "../people/correspondent.server.ts";
import { asLetters, lifeOf, newCode, newToken } from "./accountKey.ts";
import { createKey, endKeys } from "./accountKeys.server.ts";
import { hashToken } from "./lucia.server.ts";

/** Whom an admin of the agency lets in. `origin` is that of the site, which the link begins with. */
export type Invitation = {
	personId: string;
	agency: { id: string; name: string };
	actor: Actor;
	now: number;
};

/** Writes to a person with a one-time link to their account; audited. @returns false when they have no address */
export function* inviteByMail(
	tx: Tx,
	{ personId, agency, actor, now, origin }: Invitation & { origin: string },
): Body<boolean> {
	const person = yield* correspondentOf(tx, personId);
	if (!person?.email) return false;
	const token = newToken();
	const expiresAt = now + lifeOf.mail;
	const key = {
		personId,
		purpose: "password",
		channel: "mail",
		createdBy: actor.id,
		expiresAt,
		now,
	} as const;
	const keyId = yield* createKey(tx, { ...key, hash: hashToken(token) });
	const t = accountKeyMessages[person.lang];
	const until = formatDate(expiresAt, person.lang, "Asia/Jakarta");
	const text = letter(person.lang, person.name, [
		t.invite(agency.name),
		`${origin}/sandi/${token}`,
		t.inviteLife(until),
		t.inviteNote,
	]);
	yield* queueMail(tx, {
		key: `invitation:${keyId}`,
		personId,
		to: person.email,
		subject: t.inviteSubject,
		text,
		now,
	});
	yield* audit(tx, "mail", { personId, agency, actor, now });
	return true;
}

/**
 * Makes a one-time code for a person, for a letter or to be read out; audited.
 * @returns the code, which is stored nowhere
 */
export function* inviteByCode(
	tx: Tx,
	{ personId, agency, actor, now, channel }: Invitation & { channel: "letter" | "voice" },
): Body<string> {
	const code = newCode();
	const key = { personId, purpose: "password", channel, createdBy: actor.id, now } as const;
	yield* createKey(tx, { ...key, hash: hashToken(asLetters(code)), expiresAt: now + lifeOf[channel] });
	yield* audit(tx, channel, { personId, agency, actor, now });
	return code;
}

/** Takes back what still opens the account of a person; audited. @returns whether there was anything */
export function* revokeInvitations(tx: Tx, { personId, agency, actor, now }: Invitation): Body<boolean> {
	if ((yield* endKeys(tx, personId, now)) === 0) return false;
	const subject = { subjectKind: "person", subjectId: personId };
	yield* recordAudit(tx, { ...subject, actor, action: "invitation.revoke", agencyId: agency.id, at: now });
	return true;
}

function* audit(tx: Tx, channel: string, { personId, agency, actor, now }: Invitation): Body<void> {
	const subject = { subjectKind: "person", subjectId: personId };
	const act = { ...subject, actor, action: "invitation.make", agencyId: agency.id };
	yield* recordAudit(tx, { ...act, detail: { channel }, at: now });
}
