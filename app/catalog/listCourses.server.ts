import { and, asc, count, eq, gte, isNotNull, like, lte, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, courses, courseVersions } from "#db/schema/index.ts";
import { fold } from "./searchText.ts";

export const COURSES_A_PAGE = 20;

export type CourseFilter = {
	/** The viewer's agency: its own courses are listed beside those open to all. */
	agencyId: string | null;
	search?: string;
	competence?: string;
	level?: number;
	minJp?: number;
	maxJp?: number;
	/** From 1. */
	page: number;
};

/** Courses with a current version that are open to a person of this agency, by title. */
export async function listOpenCourses(filter: CourseFilter) {
	const where = and(isNotNull(courses.currentVersionId), opensTo(filter.agencyId), ...narrowing(filter));
	const joined = eq(courseVersions.id, courses.currentVersionId);
	const [total] = await db
		.select({ n: count() })
		.from(courses)
		.innerJoin(courseVersions, joined)
		.where(where);
	const rows = await db
		.select({
			slug: courses.slug,
			title: courseVersions.title,
			summary: courseVersions.summary,
			jp: courseVersions.jp,
			level: courseVersions.level,
			competences: courseVersions.competences,
			agencyName: agencies.name,
			audience: courses.audience,
		})
		.from(courses)
		.innerJoin(courseVersions, joined)
		.innerJoin(agencies, eq(agencies.id, courses.agencyId))
		.where(where)
		.orderBy(asc(courses.slug))
		.limit(COURSES_A_PAGE)
		.offset((filter.page - 1) * COURSES_A_PAGE);
	return { courses: rows, total: total?.n ?? 0 };
}

/** The courses that a person of this agency (null: a stranger) may see. */
export function opensTo(agencyId: string | null): SQL | undefined {
	const open = eq(courses.audience, "all");
	return agencyId === null ? open : or(open, eq(courses.agencyId, agencyId));
}

function narrowing({ search, competence, level, minJp, maxJp }: CourseFilter): (SQL | undefined)[] {
	const words = fold(search ?? "")
		.split(" ")
		.filter(Boolean)
		.slice(0, 6);
	return [
		...words.map((word) => like(courseVersions.searchText, `% ${word}%`)),
		// Codes have no character that LIKE knows: the search text carries "d3 1" for D3.1.
		competence ? like(courseVersions.searchText, `% ${fold(competence)}%`) : undefined,
		level ? eq(courseVersions.level, level) : undefined,
		minJp ? gte(courseVersions.jp, minJp) : undefined,
		maxJp ? lte(courseVersions.jp, maxJp) : undefined,
	].filter((condition) => condition !== undefined);
}
