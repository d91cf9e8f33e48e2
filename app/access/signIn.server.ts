import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { knownBrowsers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { cookieValue } from "../http/cookies.ts";
import { forgetActs } from "../http/throttle.server.ts";
import { findPersonByIdentifier } from "../people/findPerson.server.ts";
import { attemptKeys, countAttempt, waitOf } from "./attempts.server.ts";
import { hashToken } from "./lucia.server.ts";
import { passwordHashOf, verifyPassword } from "./passwords.server.ts";
import { openSession } from "./sessions.server.ts";

export type SignIn =
	| { kind: "signed-in"; personId: string; cookies: string[] }
	| { kind: "refused" }
	| { kind: "throttled"; retryAfterSeconds: number };

type Attempt = {
	request: Request;
	identifier: string;
	password: string;
	address: string;
	device: string;
	now: number;
};

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
	address,
	device,
	now,
}: Attempt): Promise<SignIn> {
	const personId = await findPersonByIdentifier(identifier);
	const exempt = personId !== null && (await isKnownBrowser(request, personId));
	const keys = attemptKeys("masuk", identifier, address);
	if (!exempt) {
		const wait = await waitOf(keys, now);
		if (wait > 0) return { kind: "throttled", retryAfterSeconds: wait };
	}
	const stored = personId ? await transaction((tx) => passwordHashOf(tx, personId)) : null;
	if (!(await verifyPassword(stored, password)) || !personId) {
		await transaction((tx) => countAttempt(tx, keys, now));
		return { kind: "refused" };
	}
	await transaction((tx) => forgetActs(tx, keys[0].key));
	return { kind: "signed-in", personId, cookies: await cookiesFor(personId, device, now, exempt) };
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

async function isKnownBrowser(request: Request, personId: string): Promise<boolean> {
	const token = cookieValue(request, BROWSER_COOKIE);
	if (!token) return false;
	const same = and(eq(knownBrowsers.id, hashToken(token)), eq(knownBrowsers.personId, personId));
	return (await db.select({ id: knownBrowsers.id }).from(knownBrowsers).where(same)).length > 0;
}
