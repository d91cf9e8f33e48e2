import { and, asc, eq, exists, gt, isNull, max, ne, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attempts, courses, courseVersions, examStatistics as table } from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";
import { type CourseScope, inCourseScope } from "./courseScope.server.ts";
import { type ExamStatistics, examStatistics } from "./examStatistics.ts";
import { readResponses } from "./responses.server.ts";

/** Changes whenever the rules do, so that what an earlier release stored is computed anew. */
const RULES = 1;
const DAY_MS = 86_400_000;

/** Computes a version's statistics from the log of answers, and keeps them: the same answers give the same figures. */
export async function refreshStatistics(versionId: string, now: number): Promise<ExamStatistics> {
	const { items, sittings } = await readResponses(versionId);
	const figures = examStatistics(items, sittings);
	const kept = { rules: RULES, people: figures.n, computedAt: now, figures };
	await transaction((tx) =>
		run(
			tx
				.insert(table)
				.values({ versionId, ...kept })
				.onConflictDoUpdate({ target: table.versionId, set: kept }),
		),
	);
	return figures;
}

/** Computes anew where attempts were handed in since, and where there is nothing yet. @returns how many versions */
export async function refreshStaleStatistics(now: number): Promise<number> {
	const versions = [...new Set([...(await changed(now)), ...(await missing())])].sort();
	for (const versionId of versions) await refreshStatistics(versionId, now);
	return versions.length;
}

/** Looks at the attempts of the last two days only. */
async function changed(now: number): Promise<string[]> {
	const lately = and(eq(attempts.state, "submitted"), gt(attempts.deadlineAt, now - 2 * DAY_MS));
	const rows = await db
		.select({ versionId: attempts.versionId, closedAt: max(attempts.closedAt), computedAt: table.computedAt })
		.from(attempts)
		.innerJoin(table, eq(table.versionId, attempts.versionId))
		.where(lately)
		.groupBy(attempts.versionId, table.computedAt);
	return rows.flatMap(({ versionId, closedAt, computedAt }) =>
		(closedAt ?? 0) >= computedAt ? versionId : [],
	);
}

async function missing(): Promise<string[]> {
	const { id } = courseVersions;
	const own = and(eq(attempts.versionId, id), eq(attempts.state, "submitted"));
	const rows = await db
		.select({ id })
		.from(courseVersions)
		.leftJoin(table, eq(table.versionId, id))
		.where(
			and(
				or(isNull(table.versionId), ne(table.rules, RULES)),
				exists(db.select({ id: attempts.id }).from(attempts).where(own)),
			),
		);
	return rows.map((row) => row.id);
}

/** The versions in scope with what is known of their exams, by course and number. */
export async function versionsWithStatistics(scope: CourseScope, slug?: string) {
	const { title, number, publishedAt } = courseVersions;
	return db
		.select({
			versionId: courseVersions.id,
			slug: courses.slug,
			agencyId: courses.agencyId,
			title,
			number,
			publishedAt,
			people: table.people,
			computedAt: table.computedAt,
		})
		.from(courseVersions)
		.innerJoin(courses, eq(courses.id, courseVersions.courseId))
		.leftJoin(table, and(eq(table.versionId, courseVersions.id), eq(table.rules, RULES)))
		.where(and(inCourseScope(scope), slug === undefined ? undefined : eq(courses.slug, slug)))
		.orderBy(asc(courses.slug), asc(number));
}

/** A version's statistics as last computed; null when they never were. */
export async function storedStatistics(
	versionId: string,
): Promise<{ figures: ExamStatistics; computedAt: number } | null> {
	const own = and(eq(table.versionId, versionId), eq(table.rules, RULES));
	const [row] = await db.select().from(table).where(own);
	return row ? { figures: row.figures as ExamStatistics, computedAt: row.computedAt } : null;
}
