import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions, pathSteps, paths } from "#db/schema/index.ts";

const columns = {
	id: paths.id,
	agencyId: paths.agencyId,
	title: paths.title,
	reason: paths.reason,
	roles: paths.roles,
};

export type LearningPath = Awaited<ReturnType<typeof pathsFor>>[number];

/** The paths that the agency can use: the national ones and its own, by title, with their steps. */
export async function pathsFor(agencyId: string) {
	const mine = or(isNull(paths.agencyId), eq(paths.agencyId, agencyId));
	const rows = await db
		.select(columns)
		.from(paths)
		.where(and(mine, isNull(paths.retiredAt)))
		.orderBy(asc(paths.title), asc(paths.id));
	return withSteps(rows);
}

/** A path that the agency can use; null when there is none. */
export async function findPath(pathId: string, agencyId: string): Promise<LearningPath | null> {
	return (await pathsFor(agencyId)).find(({ id }) => id === pathId) ?? null;
}

async function withSteps<Row extends { id: string }>(rows: Row[]) {
	const ids = rows.map(({ id }) => id);
	const steps =
		ids.length === 0
			? []
			: await db
					.select({
						pathId: pathSteps.pathId,
						courseId: pathSteps.courseId,
						reason: pathSteps.reason,
						slug: courses.slug,
						title: courseVersions.title,
						jp: courseVersions.jp,
					})
					.from(pathSteps)
					.innerJoin(courses, eq(courses.id, pathSteps.courseId))
					.leftJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
					.where(inArray(pathSteps.pathId, ids))
					.orderBy(asc(pathSteps.pathId), asc(pathSteps.position));
	return rows.map((row) => ({
		...row,
		// A course without a version was withdrawn: its slug is all that is left to call it by.
		steps: steps
			.filter(({ pathId }) => pathId === row.id)
			.map(({ pathId: _pathId, title, jp, ...step }) => ({
				...step,
				title: title ?? step.slug,
				jp: jp ?? 0,
			})),
	}));
}
