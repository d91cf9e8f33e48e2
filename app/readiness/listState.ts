import { z } from "zod";
import type { AgencyKind } from "#db/schema/index.ts";
import type { Filter, Sort, SortKey } from "./agencyList.ts";
import type { Measure } from "./delta.ts";
import { isMonth, type Month } from "./month.ts";

/** What the analyst's page shows; all of it stands in the address. */
export type ListState = Filter & { month: Month; sort: Sort; page: number; measure: Measure };

export const measureNames: Record<Measure, string> = {
	people: "pegawai",
	enrolled: "terdaftar",
	finished: "selesai",
	passed: "lulus",
	certificates: "sertifikat",
	jp: "jp",
};
export const kindNames: Record<AgencyKind, string> = {
	province: "provinsi",
	regency: "kabupaten",
	city: "kota",
	ministry: "kementerian",
	nonministerial: "nonkementerian",
	state_secretariat: "sekretariat",
	nonstructural: "nonstruktural",
	other: "lain",
};
const sortNames: Record<SortKey, string> = { name: "nama", ...measureNames };

const keyOf = <K extends string>(names: Record<K, string>, name: string) =>
	(Object.keys(names) as K[]).find((key) => names[key] === name);

/** The names of an address as their keys; an unknown name is an issue. */
function named<K extends string>(names: Record<K, string>) {
	return z.string().transform((name, context): K => {
		const key = keyOf(names, name);
		if (key === undefined) context.addIssue({ code: "custom" });
		return key ?? (Object.keys(names)[0] as K);
	});
}

/** Whoever has data comes first; most of the registry has none at the beginning. */
const largestFirst: Sort = { by: "people", descending: true };

const sort = z.string().transform((text, context): Sort => {
	const by = keyOf(sortNames, text.replace(/^-/, ""));
	if (by === undefined) context.addIssue({ code: "custom" });
	return { by: by ?? "name", descending: text.startsWith("-") };
});

/** A month of the past, or the current one. */
const monthUpTo = (now: Month) => z.string().refine((text) => isMonth(text) && text <= now);

const schema = (now: Month) =>
	z.object({
		bulan: monthUpTo(now).default(now),
		cari: z.string().max(100).default(""),
		jenis: named(kindNames).nullable().default(null),
		provinsi: z
			.string()
			.regex(/^\d\d$/)
			.nullable()
			.default(null),
		urut: sort.default(largestFirst),
		halaman: z.coerce.number().int().min(1).max(10_000).default(1),
		ukuran: named(measureNames).default("people"),
	});

/**
 * The state that the address names. What cannot be read falls back to its default and is named in `invalid`
 * (by parameter), so that the page can say so.
 */
export function readListState(params: URLSearchParams, now: Month): { state: ListState; invalid: string[] } {
	const { read, invalid } = readForgivingly(schema(now), params);
	const { bulan, cari, jenis, provinsi, urut, halaman, ukuran } = read;
	const filter = { search: cari, kind: jenis, province: provinsi };
	return { state: { month: bulan, ...filter, sort: urut, page: halaman, measure: ukuran }, invalid };
}

/** The same for the page of one agency, which has a month and a measure. */
export function readAgencyState(params: URLSearchParams, now: Month) {
	const { read, invalid } = readForgivingly(schema(now).pick({ bulan: true, ukuran: true }), params);
	return { month: read.bulan, measure: read.ukuran, invalid };
}

function readForgivingly<T>(shape: z.ZodType<T>, params: URLSearchParams): { read: T; invalid: string[] } {
	const given = Object.fromEntries([...params].filter(([, value]) => value.trim() !== ""));
	const first = shape.safeParse(given);
	if (first.success) return { read: first.data, invalid: [] };
	const invalid = [...new Set(first.error.issues.map((issue) => String(issue.path[0])))];
	for (const name of invalid) delete given[name];
	return { read: shape.parse(given), invalid };
}

/** The state as parameters of an address, in a fixed order and without what is the default. */
export function stateParams(state: ListState): [string, string][] {
	const { by, descending } = state.sort;
	const all: [string, string][] = [
		["bulan", state.month],
		["cari", state.search],
		["jenis", state.kind ? kindNames[state.kind] : ""],
		["provinsi", state.province ?? ""],
		[
			"urut",
			by === largestFirst.by && descending === largestFirst.descending
				? ""
				: `${descending ? "-" : ""}${sortNames[by]}`,
		],
		["halaman", state.page > 1 ? String(state.page) : ""],
		["ukuran", state.measure === "people" ? "" : measureNames[state.measure]],
	];
	return all.filter(([, value]) => value !== "");
}

/** The address of the page, or of its CSV, in the state. */
export function listAddress(state: ListState, path = "/kesiapan"): string {
	return `${path}?${new URLSearchParams(stateParams(state))}`;
}
