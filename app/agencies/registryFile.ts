import { z } from "zod";
import { agencyKinds } from "#db/schema/agencies.ts";
import { csvRecords, RegistryFileError } from "./csvRecords.ts";
import type { AgencyRow, ProvinceRow, Registry } from "./importRegistry.server.ts";

const PROVINCES = "provinces.csv";
const AGENCIES = "agencies.csv";

const words = z.string().min(1, "tidak boleh kosong");
const timeZone = z.enum(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"], "bukan zona waktu Indonesia");
const tile = z
	.string()
	.regex(/^\d{1,2}$/, "bukan bilangan")
	.transform(Number);
const provinceCode = z.string().regex(/^\d{2}$/, "harus dua angka");

const provinceLine = z.object({
	code: provinceCode,
	name: words,
	time_zone: timeZone,
	tile_col: tile,
	tile_row: tile,
});

const agencyLine = z.object({
	code: z.string().regex(/^(\d{2}|\d{4}|[A-Z]-[A-Z0-9-]+)$/, "bukan kode wilayah atau kode instansi pusat"),
	name: words,
	short_name: words,
	kind: z.enum(agencyKinds, "jenis instansi tidak dikenal"),
	province_code: z.union([z.literal(""), provinceCode], "harus dua angka atau kosong"),
	time_zone: timeZone,
	source: words,
	valid_from: z.iso.date("bukan tanggal berbentuk TTTT-BB-HH"),
	needs_check: z.enum(["yes", "no"], "harus yes atau no"),
});

/**
 * Reads the registry's two CSV texts (UTF-8, header line first).
 * @throws RegistryFileError in Bahasa, naming file, line and column, at the first thing that is wrong: a cell,
 * a code or tile used twice, a province that is not listed
 */
export function parseRegistry(texts: { provinces: string; agencies: string }): Registry {
	const provinces = parseProvinces(texts.provinces);
	return { provinces, agencies: parseAgencies(texts.agencies, new Set(provinces.map(({ code }) => code))) };
}

function parseProvinces(text: string): ProvinceRow[] {
	const codes = onlyOnce(PROVINCES, "code");
	const tiles = onlyOnce(PROVINCES, "tile_col,tile_row");
	return csvRecords(text, PROVINCES, Object.keys(provinceLine.shape)).map(({ line, record }) => {
		const row = checked(provinceLine, record, PROVINCES, line);
		codes(row.code, line);
		tiles(`${row.tile_col},${row.tile_row}`, line);
		return {
			code: row.code,
			name: row.name,
			timeZone: row.time_zone,
			tileColumn: row.tile_col,
			tileRow: row.tile_row,
		};
	});
}

function parseAgencies(text: string, provinces: ReadonlySet<string>): AgencyRow[] {
	const codes = onlyOnce(AGENCIES, "code");
	return csvRecords(text, AGENCIES, Object.keys(agencyLine.shape)).map(({ line, record }) => {
		const row = checked(agencyLine, record, AGENCIES, line);
		codes(row.code, line);
		if (row.province_code && !provinces.has(row.province_code)) {
			throw new RegistryFileError(
				AGENCIES,
				line,
				`provinsi ${row.province_code} tidak ada dalam ${PROVINCES}`,
			);
		}
		return agencyRow(row);
	});
}

function agencyRow(row: z.infer<typeof agencyLine>): AgencyRow {
	return {
		code: row.code,
		name: row.name,
		shortName: row.short_name,
		kind: row.kind,
		provinceCode: row.province_code || null,
		timeZone: row.time_zone,
		source: row.source,
		validFrom: row.valid_from,
		needsCheck: row.needs_check === "yes",
	};
}

function checked<S extends z.ZodType>(schema: S, record: unknown, file: string, line: number): z.infer<S> {
	const parsed = schema.safeParse(record);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new RegistryFileError(file, line, `kolom ${issue?.path.join(".")} ${issue?.message}`);
}

function onlyOnce(file: string, column: string): (value: string, line: number) => void {
	const seen = new Map<string, number>();
	return (value, line) => {
		const before = seen.get(value);
		if (before !== undefined) {
			throw new RegistryFileError(
				file,
				line,
				`kolom ${column} memakai ${value}, yang sudah dipakai pada baris ${before}`,
			);
		}
		seen.set(value, line);
	};
}
