import { createHash, randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, calendarTokens, memberships, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Language } from "../../i18n/language.ts";
import { isPresent } from "../../people/present.server.ts";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Makes a person's calendar address, in place of the one before. @returns its secret (256 bits), which is not kept */
export function newCalendarSecret(): string {
	return randomBytes(32).toString("base64url");
}

/** Lets the secret open the person's deadlines, and no earlier one any more. */
export function* setCalendarToken(tx: Tx, personId: string, secret: string, now: number): Body<void> {
	const set = { tokenHash: hashOf(secret), createdAt: now };
	yield* run(
		tx
			.insert(calendarTokens)
			.values({ personId, ...set })
			.onConflictDoUpdate({ target: calendarTokens.personId, set }),
	);
}

/** Closes the person's calendar address. */
export function* dropCalendarToken(tx: Tx, personId: string): Body<void> {
	yield* run(tx.delete(calendarTokens).where(eq(calendarTokens.personId, personId)));
}

/** When the person's address was made; null when they have none. */
export async function calendarTokenOf(personId: string): Promise<number | null> {
	const [row] = await db.select().from(calendarTokens).where(eq(calendarTokens.personId, personId));
	return row?.createdAt ?? null;
}

export type CalendarOwner = { personId: string; timeZone: string; lang: Language };

/** Whose deadlines the secret opens; null for nobody's. */
export async function calendarOwner(secret: string): Promise<CalendarOwner | null> {
	if (!/^[\w-]{43}$/.test(secret)) return null;
	const [row] = await db
		.select({ personId: people.id, lang: people.language, own: people.timeZone, agency: agencies.timeZone })
		.from(calendarTokens)
		.innerJoin(people, eq(people.id, calendarTokens.personId))
		.leftJoin(memberships, and(eq(memberships.personId, people.id), isPresent()))
		.leftJoin(agencies, eq(agencies.id, memberships.agencyId))
		.where(eq(calendarTokens.tokenHash, hashOf(secret)));
	if (!row) return null;
	return { personId: row.personId, lang: row.lang, timeZone: row.own ?? row.agency ?? "Asia/Jakarta" };
}
