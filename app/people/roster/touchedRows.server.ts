import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, rosterImports, rosterRows } from "#db/schema/index.ts";
import type { Touch } from "./trace.ts";

/** Why the last undo of the agency's run was not done: its rows that something newer touched, and by what. */
export async function touchedRows(
	runId: string,
	agencyId: string,
): Promise<{ row: number | null; name: string; touched: Touch }[]> {
	const mine = and(
		eq(rosterRows.runId, runId),
		eq(rosterImports.agencyId, agencyId),
		isNotNull(rosterRows.touched),
	);
	const rows = await db
		.select({ row: rosterRows.rowNumber, name: people.name, touched: rosterRows.touched })
		.from(rosterRows)
		.innerJoin(rosterImports, eq(rosterImports.id, rosterRows.runId))
		.leftJoin(people, eq(people.id, rosterRows.personId))
		.where(mine)
		.orderBy(asc(rosterRows.position));
	return rows.map(({ row, name, touched }) => ({ row, name: name ?? "", touched: touched as Touch }));
}
