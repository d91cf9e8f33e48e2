import { and, count, eq, isNotNull } from "drizzle-orm";
import { rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { clearRows } from "./clearRows.server.ts";
import { Pace } from "./pace.server.ts";
import { turnNames } from "./rename.server.ts";
import { ROSTER_JOB } from "./rosterActs.server.ts";
import { nextRows, ROWS_AT_ONCE, type RosterRow, type RosterRun } from "./rows.server.ts";
import { settleRows } from "./settleRows.server.ts";
import { unsettleRows } from "./unsettleRows.server.ts";
import { writeRows } from "./writeRows.server.ts";

/** Then another job gets its turn. */
const TURN_MS = 4000;

/**
 * Goes on with what a roster import is at (applying, settling, undoing, clearing), in short transactions that remember how
 * far it came, so that a stopped worker loses nothing and does nothing twice. After a while it asks for another turn.
 */
export async function advanceRoster(runId: string, clock: () => number): Promise<void> {
	if (await advanceUntil(runId, clock, clock() + TURN_MS)) return;
	const again = { name: ROSTER_JOB, payload: { runId }, runAt: clock() };
	return transaction((tx) => enqueue(tx, again));
}

/** Goes on until nothing is left to do; a worker that does the same is no hindrance. */
export async function finishRoster(runId: string, clock: () => number): Promise<void> {
	await advanceUntil(runId, clock, Number.POSITIVE_INFINITY);
}

/** @returns whether nothing is left to do */
async function advanceUntil(runId: string, clock: () => number, until: number): Promise<boolean> {
	const pace = new Pace();
	const step = () => transaction((tx) => stepRoster(tx, runId, clock(), pace.rows), { isDurable: false });
	while (await pace.step(step)) if (clock() >= until) return false;
	// What is told as done is on the disk.
	await transaction(function* (tx) {
		const same = { cursor: rosterImports.cursor };
		yield* run(tx.update(rosterImports).set(same).where(eq(rosterImports.id, runId)));
	});
	return true;
}

/** One short transaction's worth. @returns whether there is more to do */
export function* stepRoster(tx: Tx, runId: string, now: number, most = ROWS_AT_ONCE): Body<boolean> {
	const [roster] = yield* run(tx.select().from(rosterImports).where(eq(rosterImports.id, runId)));
	if (!roster || !["applying", "settling", "undoing", "clearing"].includes(roster.state)) return false;
	const rows = yield* nextRows(tx, roster, most);
	const last = rows.at(-1);
	if (!last) return yield* turn(tx, roster, now);
	yield* pass(tx, roster, rows, now);
	yield* run(tx.update(rosterImports).set({ cursor: last.position }).where(eq(rosterImports.id, runId)));
	return true;
}

function* pass(tx: Tx, roster: RosterRun, rows: readonly RosterRow[], now: number): Body<void> {
	if (roster.state === "applying") yield* writeRows(tx, roster, rows, now);
	else if (roster.state === "settling") yield* settleRows(tx, roster, rows);
	else if (roster.state === "undoing") yield* unsettleRows(tx, roster, rows);
	else yield* clearRows(tx, roster, rows);
}

/** What follows when a pass is through; the turns to settling and to clearing are what readers see. */
function* turn(tx: Tx, roster: RosterRun, now: number): Body<boolean> {
	if (roster.state === "applying") {
		yield* turnNames(tx, roster, "written");
		yield* become(tx, roster, { state: "settling", publishedAt: now });
		return true;
	}
	if (roster.state === "undoing") {
		const isTouched = (yield* touchedRows(tx, roster.id)) > 0;
		if (!isTouched) yield* turnNames(tx, roster, "unsettled");
		yield* become(tx, roster, isTouched ? { state: "settling" } : { state: "clearing", withdrawnAt: now });
		return true;
	}
	const cleared = roster.withdrawnAt === null ? ("cancelled" as const) : ("undone" as const);
	const state = roster.state === "settling" ? ("applied" as const) : cleared;
	yield* become(tx, roster, { state, finishedAt: now });
	return false;
}

function* touchedRows(tx: Tx, runId: string): Body<number> {
	const touched = and(eq(rosterRows.runId, runId), isNotNull(rosterRows.touched));
	const [row] = yield* run(tx.select({ n: count() }).from(rosterRows).where(touched));
	return row?.n ?? 0;
}

type Turned = Partial<Pick<RosterRun, "state" | "publishedAt" | "withdrawnAt" | "finishedAt">>;

function* become(tx: Tx, { id }: RosterRun, turned: Turned): Body<void> {
	yield* run(
		tx
			.update(rosterImports)
			.set({ ...turned, cursor: 0 })
			.where(eq(rosterImports.id, id)),
	);
}
