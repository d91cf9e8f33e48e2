import { inArray, type SQL } from "drizzle-orm";
import { courses } from "#db/schema/index.ts";

/** The agencies whose courses' items somebody may judge; "nation": all. */
export type CourseScope = readonly string[] | "nation";

/** The condition on `courses`; undefined when every course is in scope. */
export function inCourseScope(scope: CourseScope): SQL | undefined {
	return scope === "nation" ? undefined : inArray(courses.agencyId, [...scope]);
}
