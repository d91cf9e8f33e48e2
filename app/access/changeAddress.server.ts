import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { recordAudit } from "../activity/audit.server.ts";
import { siteOrigin } from "../http/env.server.ts";
import { countAct, standing } from "../http/throttle.server.ts";
import { addressMessages } from "../i18n/messages/address.ts";
import { letter } from "../jobs/mail/letter.ts";
import { maskAddress } from "../jobs/mail/pauses.ts";
import { queueMail } from "../jobs/mail/queueMail.server.ts";
import { correspondentOf } from "../people/correspondent.server.ts";
import { isElsewhere, setAddress } from "../people/setAddress.server.ts";
import { ADDRESS_LIFE, newToken } from "./accountKey.ts";
import { createKey, endKeys, spendKey } from "./accountKeys.server.ts";
import { hashToken } from "./lucia.server.ts";
import { passwordHashOf, verifyPassword } from "./passwords.server.ts";

type Wish = { personId: string; address: string; current: string; now: number };
export type Wished = "sent" | "badAddress" | "wrongPassword" | "tooMany";

const WINDOW = 15 * 60_000;
const LIMIT = 8;

/** An address as it is stored, lower case; null when it is none. */
export function asAddress(typed: string): string | null {
	const address = typed.normalize("NFKC").trim().toLowerCase();
	return address.length <= 200 && /^[^@\s<>,;"']+@[^@\s<>,;"']+\.[^@\s<>,;"']+$/.test(address)
		? address
		: null;
}

/**
 * Sends a link to a new address, which becomes the person's once they have opened it there. Of an address that somebody
 * else has the answer is the same; its owner is told instead. @throws TooBusy
 */
export async function wishAddress({ personId, address: typed, current, now }: Wish): Promise<Wished> {
	const address = asAddress(typed);
	if (!address) return "badAddress";
	const key = `alamat:${personId}`;
	if (!(await transaction((tx) => standing(tx, { key, limit: LIMIT, now }))).allowed) return "tooMany";
	const stored = await transaction((tx) => passwordHashOf(tx, personId));
	const isRight = await verifyPassword(stored, current);
	await transaction(function* (tx) {
		yield* countAct(tx, { key, limit: LIMIT, windowMs: WINDOW, now });
		if (isRight) yield* write(tx, personId, address, now);
	});
	return isRight ? "sent" : "wrongPassword";
}

function* write(tx: Tx, personId: string, address: string, now: number): Body<void> {
	const person = yield* correspondentOf(tx, personId);
	if (!person) return;
	const t = addressMessages[person.lang];
	const token = newToken();
	const key = {
		personId,
		purpose: "address",
		channel: "self",
		createdBy: null,
		newAddress: address,
		now,
	} as const;
	const isTaken = yield* isElsewhere(tx, personId, address);
	const keyId = yield* createKey(tx, { ...key, hash: hashToken(token), expiresAt: now + ADDRESS_LIFE });
	const link = `${siteOrigin()}/alamat/${token}`;
	// The stranger who owns the address is not told whose wish it was.
	const text = isTaken
		? letter(person.lang, address, [t.taken, t.takenSafe])
		: letter(person.lang, person.name, [t.confirm, link, t.confirmLife, t.notYours]);
	const subject = isTaken ? t.takenSubject : t.confirmSubject;
	yield* queueMail(tx, {
		key: `address:${keyId}`,
		personId: isTaken ? null : personId,
		to: address,
		subject,
		text,
		now,
	});
}

/**
 * Makes the address that the link was sent to the person's own, tells the one before, and ends what was sent there.
 * @returns the address; null when the link opens nothing any more, or the address became somebody else's meanwhile
 */
export function confirmAddress(token: string, now: number): Promise<string | null> {
	return transaction(function* (tx) {
		const key = yield* spendKey(tx, hashToken(token), "address", now);
		const person = key && (yield* correspondentOf(tx, key.personId));
		if (!key?.newAddress || !person) return null;
		const { personId, newAddress, id } = key;
		const before = yield* setAddress(tx, personId, newAddress, now);
		if (!before) return null;
		yield* endKeys(tx, personId, now);
		const subject = { subjectKind: "person", subjectId: personId };
		yield* recordAudit(tx, {
			...subject,
			actor: { id: personId, name: person.name },
			action: "address.change",
			at: now,
		});
		const t = addressMessages[person.lang];
		const text = letter(person.lang, person.name, [t.changed(maskAddress(newAddress)), t.notYou]);
		for (const to of before)
			yield* queueMail(tx, {
				key: `address-told:${id}:${to}`,
				personId,
				to,
				subject: t.changedSubject,
				text,
				now,
			});
		return newAddress;
	});
}
