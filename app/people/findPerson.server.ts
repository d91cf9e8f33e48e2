import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, numberKinds, people } from "#db/schema/index.ts";
import { normaliseNumber } from "./nip.ts";
import { hasBegun } from "./present.server.ts";

/** An identifier as it is stored: digits of a NIP, or an e-mail address in lower case. */
export function asIdentifier(typed: string): string {
	const trimmed = typed.normalize("NFKC").trim();
	return trimmed.includes("@") ? trimmed.toLowerCase() : normaliseNumber(trimmed);
}

/**
 * Whose identifier it is; null when nobody's. A number that was replaced still names the person, an address does not:
 * mail to it may be read by others. Who has died is nobody who signs in.
 */
export async function findPersonByIdentifier(typed: string): Promise<string | null> {
	const value = asIdentifier(typed);
	const { kind, validTo, beginRunId } = identifiers;
	const names = and(ne(kind, "PNS_ID"), or(isNull(validTo), inArray(kind, [...numberKinds])));
	const [row] = await db
		.select({ personId: identifiers.personId })
		.from(identifiers)
		.innerJoin(people, and(eq(people.id, identifiers.personId), isNull(people.diedAt)))
		.where(and(eq(identifiers.value, value), names, hasBegun(beginRunId)));
	return row?.personId ?? null;
}
