import { and, eq, gt, lte, min, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencyMonths, unitCourseMonths } from "#db/schema/index.ts";
import { addCounts, type Counts, mapCounts, noCounts } from "./delta.ts";
import { currentGeneration } from "./generation.server.ts";
import { addMonths, type Month, monthsUpTo } from "./month.ts";

/** An agency's state at the end of each month asked for, oldest first; null before its first fact. */
export type Series = (Counts | null)[];

/** How many months a page shows. */
export const MONTHS = 12;

const isCurrent = eq(agencyMonths.generation, currentGeneration);

/** Every agency that has data by `last`, with its state at the end of the twelve months up to it. */
export async function seriesOfAgencies(last: Month): Promise<Map<string, Series>> {
	const months = monthsUpTo(last, MONTHS);
	const [base, changes] = await Promise.all([
		statesAt(addMonths(last, -MONTHS)),
		db
			.select()
			.from(agencyMonths)
			.where(and(isCurrent, gt(agencyMonths.month, addMonths(last, -MONTHS)), lte(agencyMonths.month, last))),
	]);
	const changed = new Map(changes.map((row) => [`${row.agencyId} ${row.month}`, row]));
	const ids = new Set([...base.keys(), ...changes.map((row) => row.agencyId)]);
	return new Map(
		[...ids].map((id) => [id, accumulate(base.get(id), months, (m) => changed.get(`${id} ${m}`))]),
	);
}

/** The same of one agency; null when it has no data by `last`. */
export async function seriesOfAgency(agencyId: string, last: Month): Promise<Series | null> {
	const rows = await db
		.select()
		.from(agencyMonths)
		.where(and(isCurrent, eq(agencyMonths.agencyId, agencyId), lte(agencyMonths.month, last)));
	if (rows.length === 0) return null;
	const [first = last] = monthsUpTo(last, MONTHS);
	const before = rows.filter((row) => row.month < first);
	const base = before.length > 0 ? before.reduce<Counts>(addCounts, noCounts) : undefined;
	return accumulate(base, monthsUpTo(last, MONTHS), (month) => rows.find((row) => row.month === month));
}

/** The month of the oldest fact of all; null when there is none. */
export async function firstMonth(): Promise<Month | null> {
	const [row] = await db
		.select({ month: min(agencyMonths.month) })
		.from(agencyMonths)
		.where(isCurrent);
	return row?.month ?? null;
}

/** One agency's states at the end of `last`, by unit id ("" for none). */
export const statesByUnit = (agencyId: string, last: Month) => statesBy("unitId", agencyId, last);
/** One agency's states at the end of `last`, by course id ("" for facts of no course). */
export const statesByCourse = (agencyId: string, last: Month) => statesBy("courseId", agencyId, last);

async function statesAt(last: Month): Promise<Map<string, Counts>> {
	const rows = await db
		.select({ id: agencyMonths.agencyId, ...sumsOf(agencyMonths) })
		.from(agencyMonths)
		.where(and(isCurrent, lte(agencyMonths.month, last)))
		.groupBy(agencyMonths.agencyId);
	return byId(rows);
}

async function statesBy(
	by: "unitId" | "courseId",
	agencyId: string,
	last: Month,
): Promise<Map<string, Counts>> {
	const table = unitCourseMonths;
	const rows = await db
		.select({ id: table[by], ...sumsOf(table) })
		.from(table)
		.where(and(eq(table.generation, currentGeneration), eq(table.agencyId, agencyId), lte(table.month, last)))
		.groupBy(table[by]);
	return byId(rows);
}

/** sum() comes back as text, on PostgreSQL always. */
export function sumsOf(table: typeof agencyMonths | typeof unitCourseMonths) {
	return mapCounts((measure) => sql<number>`sum(${table[measure]})`.mapWith(Number));
}

const byId = (rows: ({ id: string } & Counts)[]) =>
	new Map(rows.map(({ id, ...counts }): [string, Counts] => [id, counts]));

function accumulate(
	base: Counts | undefined,
	months: Month[],
	changeIn: (month: Month) => Counts | undefined,
): Series {
	let state = base ?? null;
	return months.map((month) => {
		const change = changeIn(month);
		if (change) state = addCounts(state ?? noCounts, change);
		return state;
	});
}
