import { and, eq, isNull, ne } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { identifiers } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** Whether the address is, or ever was, somebody else's: it names that person in their history. */
export function* isElsewhere(tx: Tx, personId: string, address: string): Body<boolean> {
	const [row] = yield* run(
		tx
			.select({ id: identifiers.id })
			.from(identifiers)
			.where(and(eq(identifiers.value, address), ne(identifiers.personId, personId))),
	);
	return row !== undefined;
}

/**
 * Makes the address (lower case) the person's own; the one before stays in their history.
 * @returns the addresses that ended; null when it is somebody else's, nothing is written then
 */
export function* setAddress(tx: Tx, personId: string, address: string, now: number): Body<string[] | null> {
	if (yield* isElsewhere(tx, personId, address)) return null;
	const mine = and(eq(identifiers.personId, personId), eq(identifiers.kind, "EMAIL"));
	const ended = yield* run(
		tx
			.update(identifiers)
			.set({ validTo: now })
			.where(and(mine, isNull(identifiers.validTo), ne(identifiers.value, address)))
			.returning({ value: identifiers.value }),
	);
	const row = { personId, kind: "EMAIL" as const, value: address, validFrom: now, validTo: null };
	yield* run(
		tx
			.insert(identifiers)
			.values({ ...row, id: uuid() })
			.onConflictDoUpdate({ target: identifiers.value, set: row }),
	);
	return ended.map(({ value }) => value);
}
