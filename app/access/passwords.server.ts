import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { credentials } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

// OWASP's second recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One hash at a time per core, so that a wave of sign-ins does not stop exams. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);
/** Who waits longer than this many others is told to come back. */
const WAITING = 64;

/** Too many sign-ins at once: answer 503 with Retry-After. */
export class TooBusy extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) {
		if (waiting.length >= WAITING) throw new TooBusy();
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}

/** argon2id as a PHC string. @throws TooBusy */
export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password.normalize("NFKC"), cost));
}

// Of a random password that nobody knows: someone unknown costs as much as someone known.
const decoy = hash(randomBytes(18).toString("base64url"), cost);

/** Whether it is the password; with no stored hash it takes as long and says no. @throws TooBusy */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
	const against = stored ?? (await decoy);
	const right = await inTurn(() => verify(against, password.normalize("NFKC")));
	return right && stored !== null;
}

/** Sets or replaces a person's password by its hash. */
export function* setPasswordHash(tx: Tx, personId: string, passwordHash: string, now: number): Body<void> {
	const row = { passwordHash, changedAt: now };
	yield* run(
		tx
			.insert(credentials)
			.values({ ...row, personId })
			.onConflictDoUpdate({ target: credentials.personId, set: row }),
	);
}

/** The stored password of a person, as its hash; null when they have none. */
export function* passwordHashOf(tx: Tx, personId: string): Body<string | null> {
	const [row] = yield* run(
		tx
			.select({ passwordHash: credentials.passwordHash })
			.from(credentials)
			.where(eq(credentials.personId, personId)),
	);
	return row?.passwordHash ?? null;
}
