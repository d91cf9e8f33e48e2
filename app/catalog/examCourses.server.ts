import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions } from "#db/schema/index.ts";
import { opensTo } from "./listCourses.server.ts";

/** Courses with an exam that people of the agency can take now: all open ones, or only those of an agency. */
export async function examCourses(agencyId: string, ownerId: string | null) {
	const rows = await db
		.select({
			courseId: courses.id,
			versionId: courseVersions.id,
			title: courseVersions.title,
			exam: courseVersions.exam,
		})
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(
			and(
				opensTo(agencyId),
				isNull(courseVersions.withdrawnAt),
				ownerId === null ? undefined : eq(courses.agencyId, ownerId),
			),
		)
		.orderBy(asc(courses.slug));
	return rows
		.filter(({ exam }) => exam.blueprint.some(({ count }) => count > 0))
		.map(({ exam: _exam, ...course }) => course);
}
