import { and, desc, eq, inArray, isNotNull, lt, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, attempts, courses, courseVersions, people } from "#db/schema/index.ts";
import type { ExaminerScope } from "./supervised.server.ts";

export type SupervisedFilter = "late" | "open" | "all";
/** The last row of the page before. */
export type SupervisedCursor = { startedAt: number; id: string };
export type SupervisedRow = Awaited<ReturnType<typeof rowsWhere>>[number];

/** Attempts in the examiner's scope, the latest begun first. Each part of the scope is one range of an index. */
export async function supervisedAttempts(
	scope: ExaminerScope,
	filter: SupervisedFilter,
	after: SupervisedCursor | null,
	limit: number,
): Promise<SupervisedRow[]> {
	const state =
		filter === "late"
			? isNotNull(attempts.lateAt)
			: filter === "open"
				? eq(attempts.state, "open")
				: undefined;
	const parts = await rangesOf(scope);
	const found = await Promise.all(parts.map((part) => rowsWhere(and(part, state, below(after)), limit)));
	const byId = new Map(found.flat().map((row) => [row.id, row]));
	return [...byId.values()]
		.sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1))
		.slice(0, limit);
}

async function rangesOf({ people, courses: taught }: ExaminerScope): Promise<(SQL | undefined)[]> {
	if (people === "nation" || taught === "nation") return [undefined];
	const own = people === null ? [] : [eq(attempts.agencyId, people)];
	if (taught === null) return own;
	const versions = await db
		.select({ id: courseVersions.id })
		.from(courseVersions)
		.innerJoin(courses, eq(courses.id, courseVersions.courseId))
		.where(eq(courses.agencyId, taught));
	return [...own, ...versions.map(({ id }) => eq(attempts.versionId, id))];
}

function below(after: SupervisedCursor | null): SQL | undefined {
	if (!after) return undefined;
	const same = and(eq(attempts.startedAt, after.startedAt), lt(attempts.id, after.id));
	return or(lt(attempts.startedAt, after.startedAt), same);
}

function rowsWhere(condition: SQL | undefined, limit: number) {
	return db
		.select({
			id: attempts.id,
			name: people.name,
			agency: agencies.shortName,
			course: courseVersions.title,
			number: attempts.number,
			state: attempts.state,
			startedAt: attempts.startedAt,
			deadlineAt: attempts.deadlineAt,
			score: attempts.score,
			lateAt: attempts.lateAt,
		})
		.from(attempts)
		.innerJoin(people, eq(people.id, attempts.personId))
		.innerJoin(agencies, eq(agencies.id, attempts.agencyId))
		.innerJoin(courseVersions, eq(courseVersions.id, attempts.versionId))
		.where(condition)
		.orderBy(desc(attempts.startedAt), desc(attempts.id))
		.limit(limit);
}

/** One attempt as the list shows it. */
export async function supervisedRow(attemptId: string): Promise<SupervisedRow | null> {
	const [row] = await rowsWhere(inArray(attempts.id, [attemptId]), 1);
	return row ?? null;
}
