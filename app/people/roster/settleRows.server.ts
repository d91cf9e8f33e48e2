import { and, eq, isNull } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { identifiers, memberships, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordMoves } from "./moves.server.ts";
import { rename } from "./rename.server.ts";
import { each, markRows, type RosterRow, type RosterRun } from "./rows.server.ts";
import { dropTokens } from "./tokens.server.ts";

/**
 * Makes what is in force since the run was published plain rows, without the run's marks, and writes what hangs on them:
 * the facts of the log, names, marks of absence, roles that end with a post. Who reads sees no difference in the posts.
 */
export function* settleRows(tx: Tx, roster: RosterRun, rows: readonly RosterRow[]): Body<void> {
	const at = roster.publishedAt ?? 0;
	yield* takeMarksAway(tx, roster.id, rows, at);
	const fresh = rows.filter(({ done }) => done === "written");
	yield* recordMoves(tx, fresh, "begin", at);
	yield* rename(tx, fresh, ({ plan }) => plan?.person ?? {});
	yield* dropTokens(tx, each(fresh, left));
	yield* setAbsence(tx, fresh, at);
	const replaced = fresh.flatMap(({ trace }) => trace.replacedIds);
	if (replaced.length > 0)
		yield* run(tx.update(identifiers).set({ validTo: at }).where(among(identifiers.id, replaced)));
	const grants = fresh.flatMap(({ trace }) => trace.grantIds);
	if (grants.length > 0)
		yield* run(tx.update(roleGrants).set({ revokedAt: at }).where(among(roleGrants.id, grants)));
	yield* markRows(tx, rows, "settled");
}

/** Where the person is not found any more. */
export function left({ outcome, personId, trace: { ended } }: RosterRow) {
	return ended && personId && outcome !== "changed" ? { agencyId: ended.agencyId, personId } : null;
}

function* takeMarksAway(tx: Tx, runId: string, rows: readonly RosterRow[], at: number): Body<void> {
	const begun = each(rows, ({ trace }) => trace.begun?.id);
	const ended = each(rows, ({ trace }) => trace.ended?.id);
	const named = rows.flatMap(({ trace }) => trace.identifierIds);
	const posts = and(among(memberships.id, begun), eq(memberships.beginRunId, runId));
	if (begun.length > 0)
		yield* run(tx.update(memberships).set({ beginRunId: null, validFrom: at }).where(posts));
	const over = and(among(memberships.id, ended), eq(memberships.endRunId, runId));
	if (ended.length > 0) yield* run(tx.update(memberships).set({ endRunId: null, validTo: at }).where(over));
	const own = and(among(identifiers.id, named), eq(identifiers.beginRunId, runId));
	if (named.length > 0)
		yield* run(tx.update(identifiers).set({ beginRunId: null, validFrom: at }).where(own));
}

function* setAbsence(tx: Tx, rows: readonly RosterRow[], at: number): Body<void> {
	const marked = rows.filter(({ trace }) => trace.mark);
	for (const absentSince of [at, null]) {
		const some = marked.filter(({ outcome }) => (outcome === "absent") === (absentSince !== null));
		const ids = each(some, ({ trace }) => trace.mark?.membershipId);
		const open = and(among(memberships.id, ids), isNull(memberships.validTo));
		if (ids.length > 0) yield* run(tx.update(memberships).set({ absentSince }).where(open));
	}
}
