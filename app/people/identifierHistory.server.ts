import { and, desc, eq, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { groupIdentifier, maskIdentifier } from "./nip.ts";
import { hasBegun } from "./present.server.ts";

const shown = (personId: string) =>
	and(eq(identifiers.personId, personId), ne(identifiers.kind, "PNS_ID"), hasBegun(identifiers.beginRunId));

/** Numbers and addresses that a person has and had, the latest first, masked. */
export async function identifierHistory(personId: string) {
	const rows = await db
		.select()
		.from(identifiers)
		.where(shown(personId))
		.orderBy(desc(identifiers.validFrom), desc(identifiers.id));
	return rows.map(({ id, kind, value, validFrom, validTo }) => ({
		id,
		kind,
		masked: maskIdentifier(value),
		from: validFrom,
		till: validTo,
	}));
}

/** All of a person's numbers and addresses, whole, by their ids. The look itself is audited. */
export function* revealIdentifiers(
	tx: Tx,
	{ personId, agencyId }: { personId: string; agencyId: string | null },
	actor: Actor,
	now: number,
): Body<Record<string, string>> {
	const rows = yield* run(tx.select().from(identifiers).where(shown(personId)));
	if (rows.length === 0) return {};
	const subject = { subjectKind: "person", subjectId: personId, agencyId };
	yield* recordAudit(tx, { actor, action: "nip.reveal", ...subject, at: now });
	return Object.fromEntries(rows.map(({ id, value }) => [id, groupIdentifier(value)]));
}
