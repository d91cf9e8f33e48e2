import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, numberKinds, people } from "#db/schema/index.ts";
import { asIdentifier } from "./asIdentifier.ts";
import { hasBegun } from "./present.server.ts";

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
