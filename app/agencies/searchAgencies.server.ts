import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type AgencyKind, agencies } from "#db/schema/index.ts";
import { foldText } from "./fold.ts";
import type { AgencyScope } from "./scope.ts";

export type FoundAgency = {
	id: string;
	code: string;
	name: string;
	shortName: string;
	kind: AgencyKind;
	validFrom: string;
	validTo: string | null;
};

const columns = {
	id: agencies.id,
	code: agencies.code,
	name: agencies.name,
	shortName: agencies.shortName,
	kind: agencies.kind,
	validFrom: agencies.validFrom,
	validTo: agencies.validTo,
};
const within = (scope: AgencyScope) =>
	scope.kind === "nation" ? undefined : eq(agencies.id, scope.agencyId);

/** A page of the scope's agencies that have every word of the search in name, short name or code, by name. */
export async function searchAgencies(
	scope: AgencyScope,
	search: string,
	page: number,
	size: number,
): Promise<{ rows: FoundAgency[]; count: number; page: number; pages: number }> {
	// The whole registry is some 650 short rows: reading it costs less than an index for parts of words.
	const all = await db
		.select(columns)
		.from(agencies)
		.where(within(scope))
		.orderBy(asc(agencies.sortKey), asc(agencies.code));
	const words = foldText(search).split(" ").filter(Boolean);
	const found = all.filter(({ name, shortName, code }) => {
		const text = foldText(`${name} ${shortName} ${code}`);
		return words.every((word) => text.includes(word));
	});
	const pages = Math.max(1, Math.ceil(found.length / size));
	const at = Math.min(Math.max(1, page), pages);
	return { rows: found.slice((at - 1) * size, at * size), count: found.length, page: at, pages };
}

/** The agency of that code within the scope; null when there is none there. */
export async function agencyInScope(code: string, scope: AgencyScope): Promise<FoundAgency | null> {
	const rows = await db.select(columns).from(agencies).where(eq(agencies.code, code));
	const [row] = rows.filter(({ id }) => scope.kind === "nation" || scope.agencyId === id);
	return row ?? null;
}
