import { asc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type AgencyKind, agencies, agencyKinds, provinces } from "#db/schema/index.ts";

export type ListedAgency = {
	code: string;
	name: string;
	shortName: string;
	kind: AgencyKind;
	province: string | null;
	timeZone: string;
	source: string;
	/** A person still has to compare this row with an official document. */
	needsCheck: boolean;
	validFrom: string;
	validTo: string | null;
};

/** The whole registry by code, with how many there are of each kind. */
export async function listAgencies(): Promise<{
	counts: Record<AgencyKind, number>;
	agencies: ListedAgency[];
}> {
	const rows = await db
		.select({
			code: agencies.code,
			name: agencies.name,
			shortName: agencies.shortName,
			kind: agencies.kind,
			province: agencies.provinceCode,
			timeZone: agencies.timeZone,
			source: agencies.source,
			needsCheck: agencies.needsCheck,
			validFrom: agencies.validFrom,
			validTo: agencies.validTo,
		})
		.from(agencies)
		.orderBy(asc(agencies.code));
	const count = (kind: AgencyKind) => rows.filter((row) => row.kind === kind).length;
	const counts = Object.fromEntries(agencyKinds.map((kind) => [kind, count(kind)]));
	return { counts: counts as Record<AgencyKind, number>, agencies: rows };
}

export type Province = typeof provinces.$inferSelect;

/** The provinces by code, with their places on the tile map. */
export async function listProvinces(): Promise<Province[]> {
	return await db.select().from(provinces).orderBy(asc(provinces.code));
}
