import { eq } from "drizzle-orm";
import { type KeyChannel, knownBrowsers } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { recordAudit } from "../activity/audit.server.ts";
import { forgetActs } from "../http/throttle.server.ts";
import { accountKeyMessages } from "../i18n/messages/accountKeys.ts";
import { letter } from "../jobs/mail/letter.ts";
import { queueMail } from "../jobs/mail/queueMail.server.ts";
import { correspondentOf } from "../people/correspondent.server.ts";
import { findPersonByIdentifier } from "../people/findPerson.server.ts";
import { asLetters } from "./accountKey.ts";
import { findOpenKey, spendKey } from "./accountKeys.server.ts";
import { attemptKeys, countAttempt, waitOf } from "./attempts.server.ts";
import { hashToken } from "./lucia.server.ts";
import { type PasswordProblem, passwordProblem } from "./passwordRule.ts";
import { hashPassword, passwordHashOf, setPasswordHash } from "./passwords.server.ts";
import { endAllSessions } from "./sessions.server.ts";

export type Opened =
	| { kind: "opened"; personId: string }
	/** The key opens nothing: unknown, used, revoked, too old, or another person's. */
	| { kind: "refused" }
	| { kind: "weak"; problem: PasswordProblem }
	| { kind: "throttled"; retryAfterSeconds: number };

/** Sets the password of whom a link of a mail belongs to; the link is used up, all sessions end. @throws TooBusy */
export async function openByLink(token: string, fresh: string, now: number): Promise<Opened> {
	const problem = passwordProblem(fresh);
	if (problem) return { kind: "weak", problem };
	const hash = hashToken(token);
	if (!(await findOpenKey(hash, "password", now))) return { kind: "refused" };
	return open(hash, fresh, now);
}

type ByCode = { identifier: string; code: string; fresh: string; address: string; now: number };

/**
 * Sets the password of who knows their identifier and the code that was made for it. Known and unknown identifiers, right
 * and wrong codes of others get the same answer after the same look-ups. @throws TooBusy
 */
export async function openByCode({ identifier, code, fresh, address, now }: ByCode): Promise<Opened> {
	const problem = passwordProblem(fresh);
	if (problem) return { kind: "weak", problem };
	const keys = attemptKeys("aktivasi", identifier, address);
	const wait = await waitOf(keys, now);
	if (wait > 0) return { kind: "throttled", retryAfterSeconds: wait };
	const hash = hashToken(asLetters(code));
	const personId = await findPersonByIdentifier(identifier);
	const key = await findOpenKey(hash, "password", now);
	if (!key || key.personId !== personId) {
		await transaction((tx) => countAttempt(tx, keys, now));
		return { kind: "refused" };
	}
	const opened = await open(hash, fresh, now);
	await transaction((tx) => forgetActs(tx, keys[0].key));
	return opened;
}

async function open(hash: string, fresh: string, now: number): Promise<Opened> {
	const passwordHash = await hashPassword(fresh);
	return transaction(function* (tx): Body<Opened> {
		const key = yield* spendKey(tx, hash, "password", now);
		if (!key) return { kind: "refused" };
		const { id, personId, channel } = key;
		const before = yield* passwordHashOf(tx, personId);
		yield* setPasswordHash(tx, personId, passwordHash, now);
		yield* endAllSessions(tx, personId);
		yield* run(tx.delete(knownBrowsers).where(eq(knownBrowsers.personId, personId)));
		yield* tell(tx, { keyId: id, personId, channel, isReset: before !== null, now });
		return { kind: "opened", personId };
	});
}

type Told = { keyId: string; personId: string; channel: KeyChannel; isReset: boolean; now: number };

/** On record, and to the person when another password went before: they may not have been the one who changed it. */
function* tell(tx: Tx, { keyId, personId, channel, isReset, now }: Told): Body<void> {
	const person = yield* correspondentOf(tx, personId);
	if (!person) return;
	const subject = { subjectKind: "person", subjectId: personId };
	const actor = { id: personId, name: person.name };
	const action = isReset ? "password.reset" : "account.open";
	yield* recordAudit(tx, { ...subject, actor, action, detail: { channel }, at: now });
	if (!isReset || !person.email) return;
	const t = accountKeyMessages[person.lang];
	const text = letter(person.lang, person.name, [t.resetDone, t.notYou]);
	yield* queueMail(tx, {
		key: `reset-done:${keyId}`,
		personId,
		to: person.email,
		subject: t.resetDoneSubject,
		text,
		now,
	});
}
