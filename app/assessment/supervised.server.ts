import { and, eq, or, type SQL } from "drizzle-orm";
import { attempts, courses, courseVersions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/**
 * Whose attempts an examiner may act on: of people in an agency, and of anybody in an agency's own courses. null in
 * either place: none by that way; "nation": all.
 */
export type ExaminerScope = { people: string | "nation" | null; courses: string | "nation" | null };
type AttemptRow = typeof attempts.$inferSelect;

/** The condition on `attempts` joined with `courses`; undefined when everything is in scope. */
export function inExaminerScope(scope: ExaminerScope): SQL | undefined {
	if (scope.people === "nation" || scope.courses === "nation") return undefined;
	const own = scope.people === null ? undefined : eq(attempts.agencyId, scope.people);
	const taught = scope.courses === null ? undefined : eq(courses.agencyId, scope.courses);
	if (!own && !taught) throw new RangeError("an examiner has a scope");
	return or(own, taught);
}

/** The attempt when it is in the examiner's scope, else null. */
export function* supervisedAttempt(tx: Tx, attemptId: string, scope: ExaminerScope): Body<AttemptRow | null> {
	const [row] = yield* run(
		tx
			.select({ attempt: attempts })
			.from(attempts)
			.innerJoin(courseVersions, eq(courseVersions.id, attempts.versionId))
			.innerJoin(courses, eq(courses.id, courseVersions.courseId))
			.where(and(eq(attempts.id, attemptId), inExaminerScope(scope))),
	);
	return row?.attempt ?? null;
}
