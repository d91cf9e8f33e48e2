import { and, eq, gt, isNull } from "drizzle-orm";
import { agencies, assignmentCourses, assignmentMembers, assignments, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { lastRenewalBegun } from "./openRenewal.server.ts";
import { instantOf, isSessionZone } from "./sessionWindow.ts";

/**
 * From when on attempts in a course count, UTC milliseconds, for somebody who has to pass it again: the latest beginning
 * of a period of their recurring assignments, or of a renewal of their certificate. 0, everything counts, without any.
 */
export function* renewedFrom(tx: Tx, personId: string, courseId: string): Body<number> {
	const renewing = yield* lastRenewalBegun(tx, personId, courseId);
	// `sinceRenewal` takes what was begun later.
	return Math.max(yield* recurringFrom(tx, personId, courseId), renewing === null ? 0 : renewing - 1);
}

function* recurringFrom(tx: Tx, personId: string, courseId: string): Body<number> {
	const rows = yield* run(
		tx
			.select({ day: assignmentMembers.periodFrom, own: people.timeZone, agency: agencies.timeZone })
			.from(assignmentMembers)
			.innerJoin(assignments, eq(assignments.id, assignmentMembers.assignmentId))
			.innerJoin(
				assignmentCourses,
				and(
					eq(assignmentCourses.assignmentId, assignmentMembers.assignmentId),
					eq(assignmentCourses.courseId, courseId),
				),
			)
			.innerJoin(people, eq(people.id, assignmentMembers.personId))
			.innerJoin(agencies, eq(agencies.id, assignmentMembers.agencyId))
			.where(
				and(
					eq(assignmentMembers.personId, personId),
					eq(assignmentMembers.state, "active"),
					gt(assignmentMembers.periodFrom, ""),
					isNull(assignmentMembers.exemptAt),
					isNull(assignments.endedAt),
				),
			),
	);
	return Math.max(0, ...rows.map(({ day, own, agency }) => endOf(day, own ?? agency)));
}

function endOf(day: string, timeZone: string): number {
	return (instantOf(`${day}T23:59`, isSessionZone(timeZone) ? timeZone : "Asia/Jakarta") ?? 0) + 59_999;
}

/** Those of the attempts that count: all, or what was begun since the course has to be passed again, and an open one. */
export function sinceRenewal<A extends { startedAt: number; state: string }>(
	past: readonly A[],
	from: number,
): A[] {
	return past.filter(({ startedAt, state }) => startedAt > from || state === "open");
}
