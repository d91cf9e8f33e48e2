import { and, eq, isNull, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers } from "#db/schema/index.ts";
import { normaliseNumber } from "./nip.ts";
import { hasBegun } from "./present.server.ts";

/** An identifier as it is stored: digits of a NIP, or an e-mail address in lower case. */
export function asIdentifier(typed: string): string {
	const trimmed = typed.normalize("NFKC").trim();
	return trimmed.includes("@") ? trimmed.toLowerCase() : normaliseNumber(trimmed);
}

/** Whose identifier it is now; null when nobody's. */
export async function findPersonByIdentifier(typed: string): Promise<string | null> {
	const value = asIdentifier(typed);
	const valid = and(
		eq(identifiers.value, value),
		ne(identifiers.kind, "PNS_ID"),
		isNull(identifiers.validTo),
		hasBegun(identifiers.beginRunId),
	);
	const [row] = await db.select({ personId: identifiers.personId }).from(identifiers).where(valid);
	return row?.personId ?? null;
}
