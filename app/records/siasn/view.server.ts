import { and, asc, count, desc, eq, gt, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	certificates,
	learningElsewhere,
	people,
	siasnExportRows,
	siasnExports,
	siasnItems,
} from "#db/schema/index.ts";
import { fullName } from "../../people/names.ts";
import type { SiasnRow } from "./row.ts";

export type SiasnExport = typeof siasnExports.$inferSelect;

/** The agency's last exports, at most 50. */
export function siasnExportsOf(agencyId: string): PromiseLike<SiasnExport[]> {
	const { createdAt } = siasnExports;
	const own = eq(siasnExports.agencyId, agencyId);
	return db.select().from(siasnExports).where(own).orderBy(desc(createdAt)).limit(50);
}

/** The agency's export of that id; null when it has none. */
export async function findSiasnExport(exportId: string, agencyId: string): Promise<SiasnExport | null> {
	const own = and(eq(siasnExports.id, exportId), eq(siasnExports.agencyId, agencyId));
	const [found] = await db.select().from(siasnExports).where(own);
	return found ?? null;
}

/** The lines of an export of one kind, as they were written. */
export async function siasnRowsOf(exportId: string, kind: "added" | "removed"): Promise<SiasnRow[]> {
	const own = and(eq(siasnExportRows.exportId, exportId), eq(siasnExportRows.kind, kind));
	const rows = await db
		.select({ row: siasnExportRows.row })
		.from(siasnExportRows)
		.where(own)
		.orderBy(asc(siasnExportRows.position));
	return rows.map(({ row }) => row as SiasnRow);
}

/** Whose hours wait for a PNS ID, by name, at most so many. */
export async function waitingPeople(agencyId: string, limit: number) {
	const waiting = and(eq(siasnItems.agencyId, agencyId), eq(siasnItems.isWaiting, true));
	const of = (what: typeof certificates | typeof learningElsewhere) =>
		db
			.selectDistinct({ person: people })
			.from(siasnItems)
			.innerJoin(what, eq(what.id, siasnItems.about))
			.innerJoin(people, eq(people.id, what.personId))
			.where(waiting)
			.orderBy(asc(people.sortKey), asc(people.id))
			.limit(limit);
	const found = (await Promise.all([of(certificates), of(learningElsewhere)])).flat();
	const byId = new Map(found.map(({ person }) => [person.id, person]));
	return [...byId.values()]
		.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
		.slice(0, limit)
		.map((person) => ({ id: person.id, name: fullName(person) }));
}

export type SendingCounts = { sent: number; faults: { fault: string; n: number }[]; unsure: number };

/** How far sending an export has come. `unsure`: begun, and never answered. */
export async function sendingCounts(exportId: string): Promise<SendingCounts> {
	const { sentAt, sendingAt, fault } = siasnExportRows;
	const own = eq(siasnExportRows.exportId, exportId);
	const [[sent], [begun], faults] = await Promise.all([
		db
			.select({ n: count() })
			.from(siasnExportRows)
			.where(and(own, isNotNull(sentAt))),
		db
			.select({ n: count() })
			.from(siasnExportRows)
			.where(and(own, gt(sendingAt, 0))),
		db
			.select({ fault, n: count() })
			.from(siasnExportRows)
			.where(and(own, isNotNull(fault)))
			.groupBy(fault)
			.orderBy(desc(count()))
			.limit(10),
	]);
	const failed = faults.reduce((sum, { n }) => sum + n, 0);
	return {
		sent: sent?.n ?? 0,
		faults: faults.map(({ fault: text, n }) => ({ fault: text ?? "", n })),
		unsure: Math.max(0, (begun?.n ?? 0) - (sent?.n ?? 0) - failed),
	};
}
