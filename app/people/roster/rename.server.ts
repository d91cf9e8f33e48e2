import { and, eq, isNull, sql } from "drizzle-orm";
import { memberships, people, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { sortKeyOf } from "../names.ts";
import type { PersonPatch, Plan } from "./plan.ts";
import type { Done, RosterRow, RosterRun } from "./rows.server.ts";
import { addTokens, dropTokens } from "./tokens.server.ts";
import type { Trace } from "./trace.ts";

/** Changed names that turn in the moment of publication itself; with more than these all follow within seconds. */
const AT_THE_MOMENT = 50;

/** Gives known people the name and titles that `named` says, and makes them found by it. */
export function* rename(
	tx: Tx,
	rows: readonly RosterRow[],
	named: (row: RosterRow) => PersonPatch,
): Body<void> {
	for (const row of rows) {
		if (!row.isRename || !row.personId) continue;
		const { name = "", ...rest } = named(row);
		const posts = yield* setNames(tx, row.personId, { ...rest, ...(name && { name }) });
		const places = posts.map(({ agencyId, personId }) => ({ agencyId, personId, name }));
		yield* dropTokens(tx, places);
		yield* addTokens(tx, places);
	}
}

type Posted = { agencyId: string; personId: string };

/** @returns the open posts whose place in lists the name changes */
function* setNames(tx: Tx, personId: string, patch: PersonPatch): Body<Posted[]> {
	const sortKey = patch.name === undefined ? {} : { sortKey: sortKeyOf(patch.name) };
	const named = { ...patch, ...sortKey };
	yield* run(tx.update(people).set(named).where(eq(people.id, personId)));
	if (patch.name === undefined) return [];
	const open = and(eq(memberships.personId, personId), isNull(memberships.validTo));
	return yield* run(tx.update(memberships).set(sortKey).where(open).returning());
}

/** As the index says it: a parameter would not find it. */
const isRenamed = sql`${rosterRows.isRename}`;

/** Turns the names in the transaction that publishes a run ("written") or withdraws it ("unsettled"). */
export function* turnNames(tx: Tx, roster: RosterRun, done: Done): Body<void> {
	const mine = and(eq(rosterRows.runId, roster.id), isRenamed, eq(rosterRows.done, done));
	const { personId, plan, trace } = rosterRows;
	const rows = yield* run(
		tx
			.select({ personId, plan, trace })
			.from(rosterRows)
			.where(mine)
			.limit(AT_THE_MOMENT + 1),
	);
	if (rows.length > AT_THE_MOMENT) return;
	for (const row of rows) {
		const names = done === "written" ? (row.plan as Plan).person : (row.trace as Trace).person;
		if (row.personId && names) yield* setNames(tx, row.personId, names);
	}
}
