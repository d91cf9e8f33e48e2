import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions } from "#db/schema/index.ts";
import { opensTo } from "./listCourses.server.ts";

/** Every course that people of the agency can take now, by title. */
export async function assignableCourses(agencyId: string): Promise<{ courseId: string; title: string }[]> {
	return db
		.select({ courseId: courses.id, title: courseVersions.title })
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(and(opensTo(agencyId), isNull(courseVersions.withdrawnAt)))
		.orderBy(asc(courseVersions.title), asc(courses.slug));
}
