import { randomBytes } from "node:crypto";
import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import type { Colleague } from "../people/colleague.server.ts";
import { createPerson, type IdentifierInput, type Post } from "../people/createPerson.server.ts";
import { hashPassword, setPasswordHash } from "./passwords.server.ts";
import { endAllSessions } from "./sessions.server.ts";

const DAY = 86_400_000;
/** How long a provisional password can be exchanged for an own one. */
const LIFE = 7 * DAY;

type NewAccount = {
	name: string;
	titleBefore: string;
	titleAfter: string;
	identifiers: IdentifierInput[];
	post: Post;
	actor: Actor;
	now: number;
};

/** Shown once and stored nowhere. */
export type Provisional = { personId: string; password: string };

/**
 * Makes a person with a post and a provisional password; audited.
 * @returns null when an identifier belongs to somebody already; nothing is written then
 * @throws TooBusy
 */
export async function createAccount({ actor, ...person }: NewAccount): Promise<Provisional | null> {
	const password = randomPassword();
	const passwordHash = await hashPassword(password);
	const { now, post } = person;
	return transaction(function* (tx) {
		const made = yield* createPerson(tx, person);
		if (!made) return null;
		const { personId } = made;
		yield* setPasswordHash(tx, personId, passwordHash, now, now + LIFE);
		yield* audit(tx, "person.create", { personId, agencyId: post.agencyId, actor, now });
		return { personId, password };
	});
}

/** Replaces a colleague's password by a provisional one and ends their sessions; audited. @throws TooBusy */
export async function resetPassword(colleague: Colleague, actor: Actor, now: number): Promise<Provisional> {
	const { personId, agencyId } = colleague;
	const password = randomPassword();
	const passwordHash = await hashPassword(password);
	await transaction(function* (tx) {
		yield* setPasswordHash(tx, personId, passwordHash, now, now + LIFE);
		yield* endAllSessions(tx, personId);
		yield* audit(tx, "password.reset", { personId, agencyId, actor, now });
	});
	return { personId, password };
}

/** Four groups that can be read out on the telephone; 80 bits. */
function randomPassword(): string {
	const letters = "abcdefghjkmnpqrstuvwxyz23456789z";
	const drawn = [...randomBytes(16)].map((byte) => letters[byte % 32] ?? "z").join("");
	return drawn.replace(/(.{4})(?=.)/g, "$1-");
}

function* audit(
	tx: Tx,
	action: string,
	{ personId, agencyId, actor, now }: { personId: string; agencyId: string; actor: Actor; now: number },
): Body<void> {
	yield* recordAudit(tx, { actor, action, subjectKind: "person", subjectId: personId, agencyId, at: now });
}
