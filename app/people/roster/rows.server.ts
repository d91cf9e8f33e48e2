import { and, asc, eq, gt, gte, inArray, isNull, lte, type SQL } from "drizzle-orm";
import { among, updateMany } from "#db/bulk.server.ts";
import { type RosterOutcome, type rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Plan } from "./plan.ts";
import { emptyTrace, type Trace } from "./trace.ts";

export type RosterRun = typeof rosterImports.$inferSelect;
export type Done = NonNullable<(typeof rosterRows.$inferSelect)["done"]>;
/** What a pass needs of a row: not what it said in the file. */
export type RosterRow = Pick<
	typeof rosterRows.$inferSelect,
	| "runId"
	| "position"
	| "number"
	| "outcome"
	| "reason"
	| "personId"
	| "membershipId"
	| "done"
	| "isRename"
	| "touched"
> & { plan: Plan | null; trace: Trace };

/** Rows that one short transaction writes, when nothing else is said. */
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
export function* nextRows(tx: Tx, roster: RosterRun, most: number): Body<RosterRow[]> {
	const { runId, position, number, outcome, reason, personId, membershipId, done, isRename, touched } =
		rosterRows;
	const own = { runId, position, number, outcome, reason, personId, membershipId, done, isRename, touched };
	const rows = yield* run(
		tx
			.select({ ...own, plan: rosterRows.plan, trace: rosterRows.trace })
			.from(rosterRows)
			.where(and(eq(runId, roster.id), gt(position, roster.cursor), rowsOfPass(roster)))
			.orderBy(asc(position))
			.limit(most),
	);
	return rows.map((row) => ({
		...row,
		plan: row.plan as Plan | null,
		trace: { ...emptyTrace, ...(row.trace as Trace | null) },
	}));
}

/** Stores what became of rows. */
export function* saveRows(tx: Tx, rows: readonly RosterRow[]): Body<void> {
	const { runId, position } = rosterRows;
	yield* updateMany(tx, rosterRows, {
		keys: [runId, position],
		set: ["done", "trace", "reason", "touched", "personId", "isRename"],
		rows: rows.map((row) => ({ ...row, findings: [], changes: [] })),
	});
}

/** Marks rows of which nothing else changes. */
export function* markRows(tx: Tx, rows: readonly RosterRow[], done: Done): Body<void> {
	const [first, last] = [rows[0], rows.at(-1)];
	if (!first || !last) return;
	const { runId, position } = rosterRows;
	const positions = rows.map((row) => row.position);
	const within = and(eq(runId, first.runId), gte(position, first.position), lte(position, last.position));
	yield* run(
		tx
			.update(rosterRows)
			.set({ done })
			.where(and(within, among(position, positions))),
	);
}

/** What the rows hold of one kind, without those that hold nothing. */
export const each = <T>(rows: readonly RosterRow[], pick: (row: RosterRow) => T | null | undefined): T[] =>
	rows.flatMap((row) => pick(row) ?? []);
