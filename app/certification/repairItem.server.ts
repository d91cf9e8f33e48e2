import { and, eq } from "drizzle-orm";
import { courses, courseVersions, items } from "#db/schema/index.ts";
import { run, type Tx } from "#db/transaction.server.ts";
import { type CourseScope, inCourseScope } from "../assessment/courseScope.server.ts";

/** An item version with its content, if it is of a course in scope; one of the national bank for the whole nation's. */
export function* itemInScope(tx: Tx, itemId: string, scope: CourseScope) {
	const [row] = yield* run(
		tx
			.select({
				id: items.id,
				code: items.code,
				content: items.content,
				versionId: items.versionId,
				number: courseVersions.number,
				course: courseVersions.title,
			})
			.from(items)
			.leftJoin(courseVersions, eq(courseVersions.id, items.versionId))
			.leftJoin(courses, eq(courses.id, courseVersions.courseId))
			.where(and(eq(items.id, itemId), inCourseScope(scope))),
	);
	return row ?? null;
}
