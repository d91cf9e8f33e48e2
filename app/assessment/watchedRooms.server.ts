import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { examRooms, examSessions } from "#db/schema/index.ts";
import { SUPERVISED_AFTER_MS } from "./sessionWindow.ts";

/** The rooms that the person supervises, in sessions that are not over for long; the next one first. */
export async function watchedRooms(personId: string, now: number) {
	const theirs = and(eq(examRooms.supervisorId, personId), isNull(examSessions.cancelledAt));
	return db
		.select({
			roomId: examRooms.id,
			sessionId: examSessions.id,
			title: examSessions.title,
			room: examRooms.name,
		})
		.from(examRooms)
		.innerJoin(examSessions, eq(examSessions.id, examRooms.sessionId))
		.where(and(theirs, gt(examSessions.closesAt, now - SUPERVISED_AFTER_MS)))
		.orderBy(asc(examSessions.opensAt), asc(examRooms.id))
		.limit(20);
}
