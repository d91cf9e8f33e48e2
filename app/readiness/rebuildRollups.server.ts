import { and, eq, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencyMonths, foldCursors, foldForwards, unitCourseMonths } from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";
import { FOLD_CHUNK, foldChunk } from "./foldActivity.server.ts";
import { beginGeneration, flipTo, openGeneration, requireBuilding } from "./generation.server.ts";

/**
 * Folds the whole log anew into a generation of its own, in short transactions, while pages go on reading the
 * one that is there; the last transaction flips over to it.
 * @returns how many rows of the log were read
 * @throws Error when another rebuild begins meanwhile
 */
export async function rebuildRollups(now = Date.now()): Promise<number> {
	const generation = await transaction(beginGeneration);
	for (let total = 0; ; ) {
		const folded = await foldOrFlip(generation, now);
		total += folded;
		if (folded > 0) continue;
		await removeOldGenerations();
		return total;
	}
}

function foldOrFlip(generation: string, now: number): Promise<number> {
	return transaction(function* (tx) {
		yield* requireBuilding(tx, generation);
		const folded = yield* foldChunk(tx, generation, FOLD_CHUNK, now);
		if (folded === 0) yield* flipTo(tx, generation);
		return folded;
	});
}

/** What a broken-off rebuild left goes too. Agency by agency, so that no delete is long. */
async function removeOldGenerations(): Promise<void> {
	const current = await transaction(openGeneration);
	for (const table of [agencyMonths, unitCourseMonths, foldForwards]) {
		const { generation, agencyId } = table;
		const old = await db.selectDistinct({ generation, agencyId }).from(table).where(ne(generation, current));
		for (const row of old) {
			const rows = and(eq(generation, row.generation), eq(agencyId, row.agencyId));
			await transaction((tx) => run(tx.delete(table).where(rows)));
		}
	}
	await db.delete(foldCursors).where(ne(foldCursors.name, current));
}
