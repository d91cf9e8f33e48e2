import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencyVersions, unitVersions } from "#db/schema/index.ts";
import { inOrder, type PlacedUnit } from "./tree.ts";

const holds = (table: typeof unitVersions | typeof agencyVersions, day: string) =>
	and(lte(table.validFrom, day), or(isNull(table.validTo), gt(table.validTo, day)));

/** What the agency was called on the day (ISO); null when it did not exist then. */
export async function agencyAsOf(agencyId: string, day: string) {
	const { code, name, shortName, legalBasis, validFrom, validTo } = agencyVersions;
	const [row] = await db
		.select({ code, name, shortName, legalBasis, validFrom, validTo })
		.from(agencyVersions)
		.where(and(eq(agencyVersions.agencyId, agencyId), holds(agencyVersions, day)));
	return row ?? null;
}

const columns = {
	id: unitVersions.unitId,
	parentId: unitVersions.parentId,
	code: unitVersions.code,
	name: unitVersions.name,
	since: unitVersions.validFrom,
};

/** The agency's units as they stood on the day (ISO), each below the one above it, by name. */
export async function unitTreeAsOf(agencyId: string, day: string): Promise<PlacedUnit[]> {
	const rows = await db
		.select(columns)
		.from(unitVersions)
		.where(and(eq(unitVersions.agencyId, agencyId), holds(unitVersions, day)))
		.orderBy(asc(unitVersions.sortKey), asc(unitVersions.unitId));
	return inOrder(rows);
}

/**
 * The units that a report of the month ("YYYY-MM") goes by: as they were known when the month was over, so that what
 * is recorded later changes no report of the past.
 */
export async function unitsOfReport(agencyId: string, month: string): Promise<PlacedUnit[]> {
	// No month has more days, and days compare as text.
	const lastDay = `${month}-31`;
	const counts = and(
		lte(unitVersions.countsFrom, lastDay),
		or(isNull(unitVersions.countsTo), gt(unitVersions.countsTo, lastDay)),
	);
	const rows = await db
		.select(columns)
		.from(unitVersions)
		.where(and(eq(unitVersions.agencyId, agencyId), counts))
		.orderBy(asc(unitVersions.sortKey), asc(unitVersions.unitId));
	return inOrder(rows);
}

/** Every name that the agency had on some day, oldest first. */
export async function agencyHistory(agencyId: string) {
	const { id, code, name, shortName, legalBasis, validFrom, validTo } = agencyVersions;
	const rows = await db
		.select({ id, code, name, shortName, legalBasis, validFrom, validTo })
		.from(agencyVersions)
		.where(eq(agencyVersions.agencyId, agencyId))
		.orderBy(asc(validFrom), asc(id));
	return rows.filter((row) => row.validTo !== row.validFrom);
}
