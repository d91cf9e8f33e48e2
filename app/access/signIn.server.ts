import { createHash, randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { knownBrowsers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { cookieValue } from "../http/cookies.ts";
import { countAct, forgetActs, standing } from "../http/throttle.server.ts";
import { asIdentifier, findPersonByIdentifier } from "../people/findPerson.server.ts";
import { hashToken } from "./lucia.server.ts";
import { type PasswordProblem, passwordProblem } from "./passwordRule.ts";
import { credentialOf, hashPassword, setPasswordHash, verifyPassword } from "./passwords.server.ts";
import { openSession } from "./sessions.server.ts";

export type SignIn =
	| { kind: "signed-in"; personId: string; cookies: string[] }
	| { kind: "refused" }
	/** The password is right but was given by somebody else: a new one must be chosen, or the chosen one is no good. */
	| { kind: "choose"; problem: PasswordProblem | null }
	/** The password is right but was given too long ago. */
	| { kind: "lapsed" }
	| { kind: "throttled"; retryAfterSeconds: number };

type Attempt = {
	request: Request;
	identifier: string;
	password: string;
	/** The own password that replaces a provisional one; "" when none was typed. */
	fresh: string;
	address: string;
	device: string;
	now: number;
};

const WINDOW = 15 * 60_000;
/** Of one identifier from one address. */
const LIMIT = 8;
/** From one address over all identifiers: an office shares one, a guesser of serials needs thousands. */
const ADDRESS_LIMIT = 200;
const BROWSER_COOKIE = "browser";

/**
 * Signs in with identifier and password. Known and unknown identifiers get the same answer at the same cost. After
 * failures this identifier waits at this address only, and a browser that has signed in before does not: NIPs can be
 * guessed, so a lock would be a weapon.
 * @throws TooBusy when too many sign-ins wait
 */
export async function signIn({
	request,
	identifier,
	password,
	fresh,
	address,
	device,
	now,
}: Attempt): Promise<SignIn> {
	const personId = await findPersonByIdentifier(identifier);
	const exempt = personId !== null && (await isKnownBrowser(request, personId));
	const keys = throttleKeys(identifier, address);
	if (!exempt) {
		const wait = await throttled(keys, now);
		if (wait > 0) return { kind: "throttled", retryAfterSeconds: wait };
	}
	const stored = personId ? await transaction((tx) => credentialOf(tx, personId)) : null;
	if (!(await verifyPassword(stored?.passwordHash ?? null, password)) || !personId || !stored) {
		await transaction(function* (tx) {
			for (const { key, limit } of keys) yield* countAct(tx, { key, limit, windowMs: WINDOW, now });
		});
		return { kind: "refused" };
	}
	await transaction((tx) => forgetActs(tx, keys[0].key));
	const refusal = await exchange({ personId, expiresAt: stored.expiresAt, password, fresh, now });
	if (refusal) return refusal;
	return { kind: "signed-in", personId, cookies: await cookiesFor(personId, device, now, exempt) };
}

type Exchange = Pick<Attempt, "password" | "fresh" | "now"> & { personId: string; expiresAt: number | null };

/** Replaces a provisional password by the person's own; null when nothing stands in the way of signing in. */
async function exchange({ personId, expiresAt, password, fresh, now }: Exchange): Promise<SignIn | null> {
	if (expiresAt === null) return null;
	if (expiresAt <= now) return { kind: "lapsed" };
	if (fresh === "") return { kind: "choose", problem: null };
	const problem = fresh === password ? "common" : passwordProblem(fresh);
	if (problem) return { kind: "choose", problem };
	const passwordHash = await hashPassword(fresh);
	await transaction((tx) => setPasswordHash(tx, personId, passwordHash, now));
	return null;
}

/** The cookies of a new session, and of a browser that is now known. */
export async function cookiesFor(
	personId: string,
	device: string,
	now: number,
	isKnown = false,
): Promise<string[]> {
	const session = await openSession(personId, device, now);
	if (isKnown) return [session];
	const token = randomBytes(32).toString("base64url");
	await db
		.insert(knownBrowsers)
		.values({ id: hashToken(token), personId, createdAt: now })
		.onConflictDoNothing();
	const secure = session.includes("Secure") ? "; Secure" : "";
	return [session, `${BROWSER_COOKIE}=${token}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`];
}

type Key = { key: string; limit: number };

function throttleKeys(identifier: string, address: string): [Key, Key] {
	// Hashed: what somebody typed into the field may be anything, a password among them.
	const typed = createHash("sha256").update(asIdentifier(identifier)).digest("hex").slice(0, 32);
	return [
		{ key: `masuk:${typed}:${address}`, limit: LIMIT },
		{ key: `masuk:*:${address}`, limit: ADDRESS_LIMIT },
	];
}

async function throttled(keys: Key[], now: number): Promise<number> {
	return transaction(function* (tx) {
		let wait = 0;
		for (const { key, limit } of keys)
			wait = Math.max(wait, (yield* standing(tx, { key, limit, now })).retryAfterSeconds);
		return wait;
	});
}

async function isKnownBrowser(request: Request, personId: string): Promise<boolean> {
	const token = cookieValue(request, BROWSER_COOKIE);
	if (!token) return false;
	const same = and(eq(knownBrowsers.id, hashToken(token)), eq(knownBrowsers.personId, personId));
	return (await db.select({ id: knownBrowsers.id }).from(knownBrowsers).where(same)).length > 0;
}
