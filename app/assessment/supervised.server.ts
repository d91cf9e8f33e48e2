import { and, eq, exists, gt, isNull, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attempts, courses, courseVersions, examRooms, examSeats, examSessions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/**
 * Whose attempts an examiner may act on: of people in an agency, and of anybody in an agency's own courses. null in
 * either place: none by that way; "nation": all.
 */
export type ExaminerScope = {
	people: string | "nation" | null;
	courses: string | "nation" | null;
	/** The rooms of an exam session that somebody without a role watches, of those that were not closed before. */
	rooms?: { supervisorId: string; closedAfter: number };
};
type AttemptRow = typeof attempts.$inferSelect;

/** The condition on `attempts` joined with `courses`; undefined when everything is in scope. */
export function inExaminerScope(scope: ExaminerScope): SQL | undefined {
	if (scope.people === "nation" || scope.courses === "nation") return undefined;
	const own = scope.people === null ? undefined : eq(attempts.agencyId, scope.people);
	const taught = scope.courses === null ? undefined : eq(courses.agencyId, scope.courses);
	const watched = scope.rooms && inWatchedRoom(scope.rooms);
	if (!own && !taught && !watched) throw new RangeError("an examiner has a scope");
	return or(own, taught, watched);
}

function inWatchedRoom({ supervisorId, closedAfter }: NonNullable<ExaminerScope["rooms"]>): SQL {
	const seat = db
		.select({ attemptId: examSeats.attemptId })
		.from(examSeats)
		.innerJoin(examRooms, eq(examRooms.id, examSeats.roomId))
		.innerJoin(examSessions, eq(examSessions.id, examSeats.sessionId))
		.where(
			and(
				eq(examSeats.attemptId, attempts.id),
				eq(examRooms.supervisorId, supervisorId),
				isNull(examSessions.cancelledAt),
				gt(examSessions.closesAt, closedAfter),
			),
		);
	return exists(seat);
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
