import { and, asc, eq, exists, inArray, lt, lte, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { UNDO_DAYS } from "./rosterActs.server.ts";
import { dropRosterFile, forgetRosterFiles } from "./rosterFiles.server.ts";

const DAY = 86_400_000;
/** After so many days nobody comes back to what was compared and not applied. */
const STAGED_DAYS = 7;
const ENDED_DAYS = 1;
const AT_ONCE = 200;

/** Deletes what is kept of a run's rows, a few at a time; the run itself stays in the list of the agency's runs. */
export async function forgetRows(runId: string): Promise<void> {
	while ((await transaction((tx) => forgetSome(tx, runId))) === AT_ONCE);
}

function* forgetSome(tx: Tx, runId: string): Body<number> {
	const { position } = rosterRows;
	const mine = eq(rosterRows.runId, runId);
	const some = yield* run(
		tx.select({ position }).from(rosterRows).where(mine).orderBy(asc(position)).limit(AT_ONCE),
	);
	const last = some.at(-1)?.position ?? 0;
	yield* run(tx.delete(rosterRows).where(and(mine, lte(position, last))));
	return some.length;
}

/**
 * Forgets old runs' rows and files: compared ones that were never applied are cancelled after a week, those that ended are
 * forgotten after a day, and applied ones when they cannot be undone any more.
 */
export async function forgetOldRosters(now: number): Promise<void> {
	const { id, state, createdAt, finishedAt } = rosterImports;
	const waiting = and(
		inArray(state, ["reading", "mapping", "ready"]),
		lt(createdAt, now - STAGED_DAYS * DAY),
	);
	for (const { id: runId } of await db.select({ id }).from(rosterImports).where(waiting)) {
		const set = { state: "cancelled" as const, finishedAt: now };
		await db
			.update(rosterImports)
			.set(set)
			.where(and(eq(id, runId), waiting));
		await dropRosterFile(runId);
	}
	const ended = and(
		inArray(state, ["cancelled", "refused", "undone"]),
		lt(finishedAt, now - ENDED_DAYS * DAY),
	);
	const settled = and(eq(state, "applied"), lt(finishedAt, now - UNDO_DAYS * DAY));
	const kept = exists(
		db.select({ runId: rosterRows.runId }).from(rosterRows).where(eq(rosterRows.runId, id)),
	);
	const over = await db
		.select({ id })
		.from(rosterImports)
		.where(and(or(ended, settled), kept));
	for (const one of over) await forgetRows(one.id);
	await forgetRosterFiles(now - STAGED_DAYS * DAY);
}
