import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { rosterImports, rosterRows } from "#db/schema/index.ts";
import type { Touch } from "./trace.ts";

/** Why the last undo of the agency's run was not done: its rows that something newer touched, and by what. */
export async function touchedRows(
	runId: string,
	agencyId: string,
): Promise<{ row: number | null; touched: Touch }[]> {
	const mine = and(
		eq(rosterRows.runId, runId),
		eq(rosterImports.agencyId, agencyId),
		isNotNull(rosterRows.touched),
	);
	const rows = await db
		.select({ row: rosterRows.rowNumber, touched: rosterRows.touched })
		.from(rosterRows)
		.innerJoin(rosterImports, eq(rosterImports.id, rosterRows.runId))
		.where(mine)
		.orderBy(asc(rosterRows.position));
	return rows.map(({ row, touched }) => ({ row, touched: touched as Touch }));
}
