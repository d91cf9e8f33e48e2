import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { attempts, courses, examRooms, examSeats, examSessions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Seat } from "./sessionEntry.ts";

export type OwnSeat = Seat & { courseId: string; slug: string };

/** The person's seats in sessions that are not over, from which nothing was begun yet (or only what is void now); the next one first. */
export function* ownSeats(tx: Tx, personId: string, now: number): Body<OwnSeat[]> {
	const unused = or(isNull(examSeats.attemptId), eq(attempts.state, "void"));
	const ahead = and(isNull(examSessions.cancelledAt), gt(examSessions.closesAt, now));
	return yield* run(
		tx
			.select({
				sessionId: examSessions.id,
				courseId: examSessions.courseId,
				slug: courses.slug,
				title: examSessions.title,
				room: examRooms.name,
				opensAt: examSessions.opensAt,
				closesAt: examSessions.closesAt,
				timeZone: examSessions.timeZone,
				extraMinutes: examSeats.extraMinutes,
			})
			.from(examSeats)
			.innerJoin(examSessions, eq(examSessions.id, examSeats.sessionId))
			.innerJoin(courses, eq(courses.id, examSessions.courseId))
			.innerJoin(examRooms, eq(examRooms.id, examSeats.roomId))
			.leftJoin(attempts, eq(attempts.id, examSeats.attemptId))
			.where(and(eq(examSeats.personId, personId), unused, ahead))
			.orderBy(asc(examSessions.opensAt)),
	);
}

/** The seat that the person has in a session of the course, now or next; null: none. */
export function* ownSeat(tx: Tx, personId: string, courseId: string, now: number): Body<OwnSeat | null> {
	const seats = yield* ownSeats(tx, personId, now);
	return seats.find((seat) => seat.courseId === courseId) ?? null;
}
