import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, numberKinds, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { groupIdentifier } from "./nip.ts";

/** The zones of Indonesia: WIB, WITA, WIT. */
export const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

type Own = { number: string; email: string | null; timeZone: string | null };

/** A person's own NIP or NI PPPK, whole and grouped, their address, and the zone that they chose (null: the agency's). */
export async function ownData(personId: string): Promise<Own> {
	const mine = and(
		eq(identifiers.personId, personId),
		isNull(identifiers.validTo),
		inArray(identifiers.kind, [...numberKinds, "EMAIL"]),
	);
	const rows = await db
		.select({ kind: identifiers.kind, value: identifiers.value })
		.from(identifiers)
		.where(mine);
	const number = rows.find(({ kind }) => kind !== "EMAIL");
	const email = rows.find(({ kind }) => kind === "EMAIL")?.value ?? null;
	const [person] = await db.select({ timeZone: people.timeZone }).from(people).where(eq(people.id, personId));
	return { number: groupIdentifier(number?.value ?? ""), email, timeZone: person?.timeZone ?? null };
}

/** Chooses a zone, or (null) leaves it to the agency's. */
export function* setTimeZone(tx: Tx, personId: string, timeZone: string | null): Body<void> {
	yield* run(tx.update(people).set({ timeZone }).where(eq(people.id, personId)));
}
