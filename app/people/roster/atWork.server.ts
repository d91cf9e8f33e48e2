import { and, eq, gte, inArray, ne, or } from "drizzle-orm";
import { reorganisations, rosterImports } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** Whether a roster import of the agency writes or takes back posts; `except` is not asked about. */
export function* isRosterAtWork(tx: Tx, agencyId: string, except = ""): Body<boolean> {
	const { id, state } = rosterImports;
	const busy = inArray(state, ["applying", "settling", "undoing", "clearing"]);
	const others = and(eq(rosterImports.agencyId, agencyId), busy, ne(id, except));
	return (yield* run(tx.select({ id }).from(rosterImports).where(others).limit(1))).length > 0;
}

/** Whether the agency's units are being changed, or were since: places found for people before may be closed. */
export function* wereUnitsChanged(tx: Tx, agencyId: string, since: number): Body<boolean> {
	const { id, state, appliedAt, undoneAt } = reorganisations;
	const running = inArray(state, ["applying", "undoing"]);
	const changed = or(running, gte(appliedAt, since), gte(undoneAt, since));
	const own = and(eq(reorganisations.agencyId, agencyId), changed);
	return (yield* run(tx.select({ id }).from(reorganisations).where(own).limit(1))).length > 0;
}
