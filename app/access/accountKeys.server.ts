import { and, desc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import { accountKeys, type KeyChannel, type KeyPurpose, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

export type NewKey = {
	personId: string;
	purpose: KeyPurpose;
	channel: KeyChannel;
	/** sha256 of the token or of the code's letters. */
	hash: string;
	newAddress?: string;
	/** Who made it; null: the person. */
	createdBy: string | null;
	expiresAt: number;
	now: number;
};

const invitations: KeyChannel[] = ["mail", "letter", "voice"];

/** Makes a one-time key; what an admin makes takes the place of what an admin made for the same person before. */
export function* createKey(tx: Tx, { now, ...key }: NewKey): Body<string> {
	if (key.channel !== "self") {
		const before = and(openOf(key.personId), inArray(accountKeys.channel, invitations));
		yield* run(tx.update(accountKeys).set({ endedAt: now, ending: "replaced" }).where(before));
	}
	const id = uuid();
	yield* run(tx.insert(accountKeys).values({ ...key, id, createdAt: now }));
	return id;
}

const openOf = (personId: string) => and(eq(accountKeys.personId, personId), isNull(accountKeys.endedAt));

/** The key with this hash while it opens something; null when it is unknown, used, revoked or too old. */
export async function findOpenKey(hash: string, purpose: KeyPurpose, now: number) {
	const [row] = await db
		.select({ personId: people.id, name: people.name, newAddress: accountKeys.newAddress })
		.from(accountKeys)
		.innerJoin(people, and(eq(people.id, accountKeys.personId), isNull(people.diedAt)))
		.where(openNow(hash, purpose, now));
	return row ?? null;
}

const openNow = (hash: string, purpose: KeyPurpose, now: number) =>
	and(
		eq(accountKeys.hash, hash),
		eq(accountKeys.purpose, purpose),
		isNull(accountKeys.endedAt),
		gt(accountKeys.expiresAt, now),
	);

/** Uses a key up, and ends all others of its person with it. @returns null when it opens nothing (any more) */
export function* spendKey(tx: Tx, hash: string, purpose: KeyPurpose, now: number) {
	const [key] = yield* run(
		tx
			.update(accountKeys)
			.set({ endedAt: now, ending: "used" })
			.where(openNow(hash, purpose, now))
			.returning(),
	);
	if (!key) return null;
	yield* endKeys(tx, key.personId, now);
	return key;
}

/** Ends all open keys of a person. @returns how many there were */
export function* endKeys(tx: Tx, personId: string, now: number): Body<number> {
	const ended = yield* run(
		tx
			.update(accountKeys)
			.set({ endedAt: now, ending: "revoked" })
			.where(openOf(personId))
			.returning({ id: accountKeys.id }),
	);
	return ended.length;
}

/** The invitations of a person that still open their account, the latest first. */
export async function openInvitations(personId: string, now: number) {
	const { id, channel, createdAt, expiresAt } = accountKeys;
	const invited = and(openOf(personId), inArray(channel, invitations), gt(expiresAt, now));
	return db
		.select({ id, channel, createdAt, expiresAt })
		.from(accountKeys)
		.where(invited)
		.orderBy(desc(createdAt));
}

const FORGET_MS = 30 * 86_400_000;

/** Forgets keys that have opened nothing for 30 days. */
export function* forgetOldKeys(tx: Tx, now: number): Body<void> {
	const long = now - FORGET_MS;
	yield* run(
		tx.delete(accountKeys).where(or(lt(accountKeys.endedAt, long), lt(accountKeys.expiresAt, long))),
	);
}
