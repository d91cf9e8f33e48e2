import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type AgencyKind, agencies, provinces } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { foldText } from "./fold.ts";

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

/** Brings provinces and agencies to the registry's state by code; ids stay, and running it again changes nothing. */
export function* importRegistry(tx: Tx, registry: Registry): Body<void> {
	for (const chunk of chunks(registry.provinces)) yield* putProvinces(tx, chunk);
	for (const chunk of chunks(registry.agencies)) yield* putAgencies(tx, chunk);
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
	yield* run(tx.insert(agencies).values(values).onConflictDoUpdate({ target: agencies.code, set }));
}

function chunks<T>(rows: readonly T[]): T[][] {
	const count = Math.ceil(rows.length / CHUNK);
	return Array.from({ length: count }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK));
}
