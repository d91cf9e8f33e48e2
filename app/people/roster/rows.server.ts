import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type RosterOutcome, type rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Plan } from "./plan.ts";
import { emptyTrace, type Trace } from "./trace.ts";

export type RosterRun = typeof rosterImports.$inferSelect;
export type Done = NonNullable<(typeof rosterRows.$inferSelect)["done"]>;
export type RosterRow = Omit<typeof rosterRows.$inferSelect, "plan" | "trace"> & {
	plan: Plan | null;
	trace: Trace;
};

/** Rows that one short transaction writes. */
export const ROWS_AT_ONCE = 40;

const written: RosterOutcome[] = ["new", "changed", "moved-in", "moved-out", "absent"];

/** Which rows a pass over the run in that state deals with. */
function rowsOfPass({ state, takesMoves }: RosterRun): SQL | undefined {
	const { outcome, done } = rosterRows;
	const wanted = written.filter((one) => takesMoves || one !== "moved-in");
	if (state === "applying") return and(inArray(outcome, wanted), isNull(done));
	if (state === "undoing") return eq(done, "settled");
	return inArray(done, ["written", "unsettled"]);
}

/** The next rows after the run's cursor. */
export function* nextRows(tx: Tx, roster: RosterRun): Body<RosterRow[]> {
	const rows = yield* run(
		tx
			.select()
			.from(rosterRows)
			.where(and(eq(rosterRows.runId, roster.id), gt(rosterRows.position, roster.cursor), rowsOfPass(roster)))
			.orderBy(asc(rosterRows.position))
			.limit(ROWS_AT_ONCE),
	);
	return rows.map((row) => ({
		...row,
		plan: row.plan as Plan | null,
		trace: { ...emptyTrace, ...(row.trace as Trace | null) },
	}));
}

/** Stores what became of rows, all of them in one statement. */
export function* saveRows(tx: Tx, rows: readonly RosterRow[]): Body<void> {
	if (rows.length === 0) return;
	const { runId, position } = rosterRows;
	const set = Object.fromEntries(
		(["done", "trace", "reason", "touched"] as const).map((name) => [name, sql.raw(`excluded.${name}`)]),
	);
	const more = { personId: sql.raw("excluded.person_id"), isRename: sql.raw("excluded.is_rename") };
	yield* run(
		tx
			.insert(rosterRows)
			.values([...rows])
			.onConflictDoUpdate({ target: [runId, position], set: { ...set, ...more } }),
	);
}

/** What the rows hold of one kind, without those that hold nothing. */
export const each = <T>(rows: readonly RosterRow[], pick: (row: RosterRow) => T | null | undefined): T[] =>
	rows.flatMap((row) => pick(row) ?? []);
