import { eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type AgencyKind, agencies, agencyVersions, provinces } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { foldText } from "./fold.ts";
import { beginAgencyVersions } from "./versions.server.ts";

export type ProvinceRow = {
	code: string;
	name: string;
	timeZone: string;
	tileColumn: number;
	tileRow: number;
};
export type AgencyRow = {
	code: string;
	name: string;
	shortName: string;
	kind: AgencyKind;
	provinceCode: string | null;
	timeZone: string;
	source: string;
	needsCheck: boolean;
	/** ISO day. */
	validFrom: string;
};
export type Registry = { provinces: readonly ProvinceRow[]; agencies: readonly AgencyRow[] };

const CHUNK = 200;

/**
 * Brings provinces and agencies to the registry's state by code; ids stay, and running it again changes nothing. An
 * agency whose name or end was decided by an act here is left as that act says.
 */
export function* importRegistry(tx: Tx, registry: Registry): Body<void> {
	for (const chunk of chunks(registry.provinces)) yield* putProvinces(tx, chunk);
	const acted = yield* codesWithActs(tx);
	const open = registry.agencies.filter(({ code }) => !acted.has(code));
	for (const chunk of chunks(open)) yield* putAgencies(tx, chunk);
}

function* putProvinces(tx: Tx, rows: ProvinceRow[]): Body<void> {
	const set = {
		name: sql`excluded.name`,
		timeZone: sql`excluded.time_zone`,
		tileColumn: sql`excluded.tile_column`,
		tileRow: sql`excluded.tile_row`,
	};
	const values = rows.map(({ code, name, timeZone, tileColumn, tileRow }) => ({
		code,
		name,
		timeZone,
		tileColumn,
		tileRow,
	}));
	yield* run(tx.insert(provinces).values(values).onConflictDoUpdate({ target: provinces.code, set }));
}

function* putAgencies(tx: Tx, rows: AgencyRow[]): Body<void> {
	const set = {
		name: sql`excluded.name`,
		shortName: sql`excluded.short_name`,
		kind: sql`excluded.kind`,
		provinceCode: sql`excluded.province_code`,
		timeZone: sql`excluded.time_zone`,
		source: sql`excluded.source`,
		needsCheck: sql`excluded.needs_check`,
		validFrom: sql`excluded.valid_from`,
		sortKey: sql`excluded.sort_key`,
	};
	const values = rows.map((row) => ({
		...row,
		id: uuid(),
		provinceCode: row.provinceCode || null,
		sortKey: foldText(row.name),
	}));
	const put = tx.insert(agencies).values(values).onConflictDoUpdate({ target: agencies.code, set });
	yield* putVersions(tx, yield* run(put.returning()));
}

function* codesWithActs(tx: Tx): Body<Set<string>> {
	const acted = or(isNotNull(agencyVersions.begunBy), isNotNull(agencyVersions.endedBy));
	const rows = yield* run(tx.select({ code: agencyVersions.code }).from(agencyVersions).where(acted));
	return new Set(rows.map(({ code }) => code));
}

/** The registry corrects what an agency is called; what it was called before an act is that act's to say. */
function* putVersions(tx: Tx, rows: (typeof agencies.$inferSelect)[]): Body<void> {
	const ids = rows.map(({ id }) => id);
	const { agencyId, code, name, shortName, validFrom } = agencyVersions;
	const known = yield* run(
		tx
			.select({ agencyId, code, name, shortName, validFrom })
			.from(agencyVersions)
			.where(inArray(agencyId, ids)),
	);
	const byId = new Map(known.map((version) => [version.agencyId, version]));
	const fresh = rows.filter(({ id }) => !byId.has(id));
	yield* beginAgencyVersions(tx, fresh);
	for (const row of rows) {
		const { id, validFrom } = row;
		const version = byId.get(id);
		const said = { code: row.code, name: row.name, shortName: row.shortName, validFrom };
		if (version && JSON.stringify({ agencyId: id, ...said }) !== JSON.stringify(version))
			yield* run(tx.update(agencyVersions).set(said).where(eq(agencyVersions.agencyId, id)));
	}
}

function chunks<T>(rows: readonly T[]): T[][] {
	const count = Math.ceil(rows.length / CHUNK);
	return Array.from({ length: count }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK));
}
