import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { siteOrigin } from "../http/env.server.ts";
import { accountKeyMessages } from "../i18n/messages/accountKeys.ts";
import { letter } from "../jobs/mail/letter.ts";
import { queueMail } from "../jobs/mail/queueMail.server.ts";
import { enqueue, type Payload } from "../jobs/queue.server.ts";
import { correspondentOf } from "../people/correspondent.server.ts";
import { findPersonByIdentifier } from "../people/findPerson.server.ts";
import { lifeOf, newToken } from "./accountKey.ts";
import { createKey } from "./accountKeys.server.ts";
import { attemptKeys, countAttempt, waitOf } from "./attempts.server.ts";
import { hashToken } from "./lucia.server.ts";

/** The job that writes to who forgot their password. */
export const RESET_JOB = "account.reset";

/** Of one identifier from one address: nobody's mailbox is filled by a stranger. */
const LIMIT = 3;

/**
 * Asks for a link by which to choose a new password. Whether there is such a person shows neither in the answer nor in the
 * time: both put the same job into the queue, and the rest is done there.
 * @returns seconds to wait after too many; 0 when it was taken
 */
export async function requestReset(identifier: string, address: string, now: number): Promise<number> {
	const keys = attemptKeys("lupa", identifier, address, LIMIT);
	const wait = await waitOf(keys, now);
	if (wait > 0) return wait;
	const personId = await findPersonByIdentifier(identifier);
	await transaction(function* (tx) {
		yield* countAttempt(tx, keys, now);
		yield* enqueue(tx, { name: RESET_JOB, payload: { personId }, runAt: now });
	});
	return 0;
}

/** The job: writes to the person when they have an address. An account that was never opened is opened so, too. */
export function* sendReset(tx: Tx, { personId }: Payload, now: number): Body<void> {
	const person = typeof personId === "string" ? yield* correspondentOf(tx, personId) : null;
	if (!person?.email) return;
	const token = newToken();
	const key = {
		personId: person.personId,
		purpose: "password",
		channel: "self",
		createdBy: null,
		now,
	} as const;
	const keyId = yield* createKey(tx, { ...key, hash: hashToken(token), expiresAt: now + lifeOf.self });
	const t = accountKeyMessages[person.lang];
	const text = letter(person.lang, person.name, [
		t.reset,
		`${siteOrigin()}/sandi/${token}`,
		t.resetLife,
		t.resetNotYou,
	]);
	yield* queueMail(tx, {
		key: `reset:${keyId}`,
		personId: person.personId,
		to: person.email,
		subject: t.resetSubject,
		text,
		now,
	});
}
