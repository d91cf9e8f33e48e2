import { desc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions } from "#db/schema/index.ts";
import { unitsOfReport } from "../agencies/history.server.ts";
import { carriedStates, carriesUpTo } from "./carries.server.ts";
import { type Counts, measures } from "./delta.ts";
import { type Month, monthsUpTo } from "./month.ts";
import { MONTHS, seriesOfAgency, statesByCourse, statesByUnit } from "./rollups.server.ts";
import { type Cells, cellsOf, protectParts } from "./suppress.ts";
import { linesWithOwn, type UnitLine } from "./unitTree.ts";

export type CourseLine = { id: string; title: string; cells: Cells };

export type AgencyReadiness = {
	month: Month;
	total: Cells;
	units: UnitLine[];
	courses: CourseLine[];
	/** State at the end of each of the twelve months; cells null: no data yet. */
	months: { month: Month; cells: Cells | null }[];
};

/**
 * One agency at the end of `last` by unit, course and month; null when it has no data. Roll-ups only.
 * @param inside whether the viewer belongs to the agency, and so sees small counts
 * @param ownUnits units whose small counts, and those of all below, the viewer sees in any case
 */
export async function agencyReadiness(
	agencyId: string,
	last: Month,
	inside: boolean,
	ownUnits: readonly string[] = [],
): Promise<AgencyReadiness | null> {
	const series = await seriesOfAgency(agencyId, last);
	const now = series?.at(-1);
	if (!series || !now) return null;
	const total = cellsOf(now, inside);
	const [units, carries, byUnit, byCourse] = await Promise.all([
		unitsOfReport(agencyId, last),
		carriesUpTo(agencyId, last),
		statesByUnit(agencyId, last),
		statesByCourse(agencyId, last),
	]);
	return {
		month: last,
		total,
		units: linesWithOwn(units, carriedStates(byUnit, carries), total, { inside, ownUnits }),
		courses: await courseLines(byCourse, total, inside),
		months: monthsUpTo(last, MONTHS).map((month, index) => {
			const state = series[index];
			return { month, cells: state ? cellsOf(state, inside) : null };
		}),
	};
}

async function courseLines(
	states: ReadonlyMap<string, Counts>,
	total: Cells,
	inside: boolean,
): Promise<CourseLine[]> {
	const counted = [...states].filter(([id, counts]) => id !== "" && measures.some((m) => counts[m] !== 0));
	const titles = await titlesOf(counted.map(([id]) => id));
	const rows = counted
		.map(([id, counts]) => ({ id, title: titles.get(id) ?? "", counts, cells: cellsOf(counts, inside) }))
		.sort((a, b) => a.title.localeCompare(b.title, "id"));
	return (inside ? rows : protectParts(total, rows)).map(({ id, title, cells }) => ({ id, title, cells }));
}

/** A course is called as in its latest version, also when that was withdrawn. */
async function titlesOf(courseIds: string[]): Promise<Map<string, string>> {
	if (courseIds.length === 0) return new Map();
	const rows = await db
		.select({ id: courses.id, title: courseVersions.title })
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.courseId, courses.id))
		.where(inArray(courses.id, courseIds))
		.orderBy(desc(courseVersions.number));
	return new Map(rows.reverse().map((row) => [row.id, row.title]));
}
