import { and, eq, isNull } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { identifiers, memberships, nameTokens, people, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { following, inUse } from "./inUse.server.ts";
import { recordMoves } from "./moves.server.ts";
import { rename } from "./rename.server.ts";
import { each, markRows, type RosterRow, type RosterRun } from "./rows.server.ts";
import { left } from "./settleRows.server.ts";
import { addTokens, dropTokens } from "./tokens.server.ts";

/**
 * Takes away what a run wrote that is not in force: of one that was cancelled before it was published, or of one that was
 * withdrawn, for which the log is told and names, marks and roles are put back.
 */
export function* clearRows(tx: Tx, roster: RosterRun, rows: readonly RosterRow[]): Body<void> {
	const begun = each(rows, ({ trace }) => trace.begun?.id);
	const ended = each(rows, ({ trace }) => trace.ended?.id);
	const named = rows.flatMap(({ trace }) => trace.identifierIds);
	const posts = and(among(memberships.id, begun), eq(memberships.beginRunId, roster.id));
	if (begun.length > 0) yield* run(tx.delete(memberships).where(posts));
	const marked = and(among(memberships.id, ended), eq(memberships.endRunId, roster.id));
	if (ended.length > 0) yield* run(tx.update(memberships).set({ endRunId: null }).where(marked));
	yield* dropTokens(tx, each(rows, entered));
	const own = and(among(identifiers.id, named), eq(identifiers.beginRunId, roster.id));
	if (named.length > 0) yield* run(tx.delete(identifiers).where(own));
	yield* forgetNew(
		tx,
		each(rows, ({ trace, personId }) => (trace.isNew ? personId : null)),
	);
	if (roster.withdrawnAt !== null) yield* putBack(tx, rows, roster.withdrawnAt);
	yield* markRows(tx, rows, "cleared");
}

/** Where the person was found since. */
function entered({ outcome, personId, trace: { begun } }: RosterRow) {
	return begun && personId && outcome !== "changed" ? { agencyId: begun.agencyId, personId } : null;
}

/** People whom the run made. One who was used in the last moment stays, without a post. */
function* forgetNew(tx: Tx, ids: string[]): Body<void> {
	const used = yield* inUse(tx, ids);
	const unused = ids.filter((id) => !used.has(id));
	if (unused.length === 0) return;
	for (const [table, column] of following) yield* run(tx.delete(table).where(among(column, unused)));
	yield* run(tx.delete(nameTokens).where(among(nameTokens.personId, unused)));
	yield* run(tx.delete(people).where(among(people.id, unused)));
}

function* putBack(tx: Tx, rows: readonly RosterRow[], at: number): Body<void> {
	yield* recordMoves(tx, rows, "undo", at);
	yield* rename(tx, rows, ({ trace }) => trace.person ?? {});
	const known = each(rows, ({ personId }) => personId);
	const names = yield* run(
		tx.select({ id: people.id, name: people.name }).from(people).where(among(people.id, known)),
	);
	const nameOf = new Map(names.map(({ id, name }) => [id, name]));
	yield* addTokens(
		tx,
		each(rows, left).map((one) => ({ ...one, name: nameOf.get(one.personId) ?? "" })),
	);
	for (const { trace } of rows) {
		if (!trace.mark) continue;
		const open = and(eq(memberships.id, trace.mark.membershipId), isNull(memberships.validTo));
		yield* run(tx.update(memberships).set({ absentSince: trace.mark.before }).where(open));
	}
	const replaced = rows.flatMap(({ trace }) => trace.replacedIds);
	if (replaced.length > 0)
		yield* run(tx.update(identifiers).set({ validTo: null }).where(among(identifiers.id, replaced)));
	const grants = rows.flatMap(({ trace }) => trace.grantIds);
	if (grants.length > 0)
		yield* run(tx.update(roleGrants).set({ revokedAt: null }).where(among(roleGrants.id, grants)));
}
