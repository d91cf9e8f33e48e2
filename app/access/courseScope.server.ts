import type { CourseScope } from "../assessment/courseScope.server.ts";
import { can } from "./permissions.ts";
import type { Viewer } from "./viewer.server.ts";

/** Whose courses' exams the viewer examines: those of each agency in which they are reviewer or agency-admin. */
export function examinedCourses({ grants }: Viewer): CourseScope {
	const held = grants.filter((grant) => can({ grants: [grant] }, "exam.supervise"));
	const agencies = held.flatMap(({ agencyId }) => agencyId ?? []);
	return agencies.length < held.length ? "nation" : agencies;
}
