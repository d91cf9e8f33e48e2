import { and, eq, or } from "drizzle-orm";
import { insertMany } from "#db/bulk.server.ts";
import { nameTokens } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { tokensOf } from "../names.ts";

/** A person in an agency: where the words of their name find them. */
export type Findable = { agencyId: string; personId: string };

export function* addTokens(tx: Tx, those: readonly (Findable & { name: string })[]): Body<void> {
	const rows = those.flatMap(({ agencyId, personId, name }) =>
		tokensOf(name).map((token) => ({ agencyId, token, personId })),
	);
	yield* insertMany(tx, nameTokens, rows, { skipsKnown: true });
}

export function* dropTokens(tx: Tx, those: readonly Findable[]): Body<void> {
	const parts = those.map(({ agencyId, personId }) =>
		and(eq(nameTokens.agencyId, agencyId), eq(nameTokens.personId, personId)),
	);
	if (parts.length > 0) yield* run(tx.delete(nameTokens).where(or(...parts)));
}
