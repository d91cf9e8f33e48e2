import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type AgencyKind, agencies, agencyVersions } from "#db/schema/index.ts";
import { listProvinces, type Province } from "../agencies/listAgencies.server.ts";
import { type AgencyScope, belongsTo } from "../agencies/scope.ts";
import { type Counts, mapCounts } from "./delta.ts";
import { type Month, monthsUpTo } from "./month.ts";
import { MONTHS, type Series, seriesOfAgencies } from "./rollups.server.ts";
import { type Cells, cellsOf, type Figures, totalOf, visibleTotalOf } from "./suppress.ts";

/** An agency as a viewer sees it; cells null: it has no data. */
export type AgencyLine = {
	id: string;
	code: string;
	name: string;
	shortName: string;
	kind: AgencyKind;
	provinceCode: string | null;
	sortKey: string;
	cells: Cells | null;
};

export type Nation = {
	month: Month;
	lines: AgencyLine[];
	/** How many agencies have data. */
	reporting: number;
	total: Figures;
	/** The twelve months up to `month`; figures null: nobody had data yet. */
	months: { month: Month; figures: Figures | null }[];
	/** Each province with what can be seen of its agencies; figures null: none of them has data. */
	provinces: (Province & { figures: Figures | null })[];
};

/** The state of every agency at the end of `last`, as the scopes allow it to be seen. Roll-ups only. */
export async function nationReadiness(last: Month, scopes: readonly AgencyScope[]): Promise<Nation> {
	const [rows, provinces, series] = await Promise.all([
		listRows(last),
		listProvinces(),
		seriesOfAgencies(last),
	]);
	const isInside = (agencyId: string) => scopes.some((scope) => belongsTo(scope, agencyId));
	const at = (index: number) => shownRows(series, index, isInside);
	const now = at(MONTHS - 1);
	const lines = rows.map((row) => ({ ...row, cells: now.get(row.id)?.cells ?? null }));
	return {
		month: last,
		lines,
		reporting: now.size,
		total: totalOf([...now.values()]),
		months: monthsUpTo(last, MONTHS).map((month, index) => {
			const shown = [...at(index).values()];
			return { month, figures: shown.length > 0 ? totalOf(shown) : null };
		}),
		provinces: provinces.map((province) => {
			const its = rows.flatMap((row) => (row.provinceCode === province.code ? (now.get(row.id) ?? []) : []));
			return { ...province, figures: its.length > 0 ? visibleTotalOf(its) : null };
		}),
	};
}

type Shown = { counts: Counts; cells: Cells };

function shownRows(series: Map<string, Series>, index: number, isInside: (agencyId: string) => boolean) {
	const shown = new Map<string, Shown>();
	for (const [id, states] of series) {
		const counts = states[index];
		if (counts) shown.set(id, { counts: mapCounts((m) => counts[m]), cells: cellsOf(counts, isInside(id)) });
	}
	return shown;
}

/** The agencies that there were at the end of the month, called as they were known then. */
function listRows(month: Month) {
	const { code, name, shortName, countsFrom, countsTo, agencyId } = agencyVersions;
	// No month has more days, and days compare as text.
	const lastDay = `${month}-31`;
	const counts = and(lte(countsFrom, lastDay), or(isNull(countsTo), gt(countsTo, lastDay)));
	const { id, kind, provinceCode, sortKey } = agencies;
	return db
		.select({ id, code, name, shortName, kind, provinceCode, sortKey })
		.from(agencies)
		.innerJoin(agencyVersions, and(eq(agencyId, id), counts))
		.orderBy(asc(sortKey), asc(code));
}
