import { and, asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { rosterMappings } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { columnKey } from "./columns.ts";
import type { ColumnMapping, RosterSource } from "./rosterLine.ts";

/** What the agency said that columns mean, by their names as first seen. */
export async function mappingOf(agencyId: string): Promise<ColumnMapping> {
	const rows = await rememberedColumns(agencyId);
	return Object.fromEntries(rows.map(({ name, source }) => [name, source]));
}

/** The same as a list in the order of the names. */
export async function rememberedColumns(
	agencyId: string,
): Promise<{ name: string; source: RosterSource | null }[]> {
	const { name, source } = rosterMappings;
	const rows = await db
		.select({ name, source })
		.from(rosterMappings)
		.where(eq(rosterMappings.agencyId, agencyId))
		.orderBy(asc(name));
	return rows.map((row) => ({ ...row, source: row.source as RosterSource | null }));
}

/** Remembers for the agency's next files what columns mean; null: not read. */
export function* rememberMapping(
	tx: Tx,
	agencyId: string,
	mapping: ColumnMapping,
	savedAt: number,
): Body<void> {
	const { agencyId: agency, column } = rosterMappings;
	for (const [name, source] of Object.entries(mapping)) {
		const row = { agencyId, column: columnKey(name), name, source, savedAt };
		const set = { name, source, savedAt };
		yield* run(
			tx
				.insert(rosterMappings)
				.values(row)
				.onConflictDoUpdate({ target: [agency, column], set }),
		);
	}
}

/** The agency is asked about that column again. */
export function* forgetMapping(tx: Tx, agencyId: string, name: string): Body<void> {
	const mine = and(eq(rosterMappings.agencyId, agencyId), eq(rosterMappings.column, columnKey(name)));
	yield* run(tx.delete(rosterMappings).where(mine));
}
