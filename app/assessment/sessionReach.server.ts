import { and, asc, desc, eq, gt, isNull, lt, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, courses, courseVersions, examRooms, examSessions, people } from "#db/schema/index.ts";
import { SUPERVISED_AFTER_MS } from "./sessionWindow.ts";
import type { ExaminerScope } from "./supervised.server.ts";

/** How far somebody reaches into sessions: as an examiner, and as the supervisor of rooms given to them. */
export type SessionReach = { examiner: Pick<ExaminerScope, "people" | "courses">; personId: string };
export type SessionRoom = {
	id: string;
	name: string;
	supervisorId: string | null;
	supervisor: string | null;
};
export type SupervisedSession = NonNullable<Awaited<ReturnType<typeof findSession>>>;

const columns = {
	id: examSessions.id,
	agencyId: examSessions.agencyId,
	agency: agencies.shortName,
	courseId: examSessions.courseId,
	courseAgencyId: courses.agencyId,
	slug: courses.slug,
	course: courseVersions.title,
	versionId: courseVersions.id,
	title: examSessions.title,
	opensAt: examSessions.opensAt,
	closesAt: examSessions.closesAt,
	timeZone: examSessions.timeZone,
	cancelledAt: examSessions.cancelledAt,
};

/** A session with the rooms that the reach opens: all to an examiner, the own ones to a supervisor; null: none. */
export async function findSession(sessionId: string, { examiner, personId }: SessionReach, now: number) {
	const [session] = await sessionRows(eq(examSessions.id, sessionId), 1);
	if (!session) return null;
	const all = await roomsOf(sessionId);
	const manages =
		reaches(examiner.people, session.agencyId) || reaches(examiner.courses, session.courseAgencyId);
	const isWatched = session.cancelledAt === null && session.closesAt > now - SUPERVISED_AFTER_MS;
	const rooms = manages ? all : all.filter(({ supervisorId }) => isWatched && supervisorId === personId);
	return rooms.length > 0 || manages ? { ...session, manages, rooms } : null;
}

const reaches = (scope: string | null, agencyId: string) => scope === "nation" || scope === agencyId;

function roomsOf(sessionId: string): Promise<SessionRoom[]> {
	const { id, name, supervisorId } = examRooms;
	return Promise.resolve(
		db
			.select({ id, name, supervisorId, supervisor: people.name })
			.from(examRooms)
			.leftJoin(people, eq(people.id, supervisorId))
			.where(eq(examRooms.sessionId, sessionId))
			.orderBy(asc(id)),
	);
}

export type SessionCursor = { opensAt: number; id: string };

/** The sessions of the reach, the latest first, after the cursor. Each part of the reach is one range of an index. */
export async function sessionsWithin(
	{ examiner, personId }: SessionReach,
	after: SessionCursor | null,
	limit: number,
	now: number,
) {
	const parts = await Promise.all([
		...managed(examiner).map((part) => sessionRows(and(part, below(after)), limit)),
		supervised(personId, after, limit, now),
	]);
	const byId = new Map(parts.flat().map((row) => [row.id, row]));
	return [...byId.values()].sort((a, b) => b.opensAt - a.opensAt || (a.id < b.id ? 1 : -1)).slice(0, limit);
}

function managed({ people: own, courses: taught }: SessionReach["examiner"]): (SQL | undefined)[] {
	if (own === "nation" || taught === "nation") return [undefined];
	return [
		...(own === null ? [] : [eq(examSessions.agencyId, own)]),
		...(taught === null ? [] : [eq(courses.agencyId, taught)]),
	];
}

async function supervised(personId: string, after: SessionCursor | null, limit: number, now: number) {
	const mine = and(eq(examRooms.supervisorId, personId), isNull(examSessions.cancelledAt));
	const rows = await db
		.selectDistinct({ id: examSessions.id, opensAt: examSessions.opensAt })
		.from(examRooms)
		.innerJoin(examSessions, eq(examSessions.id, examRooms.sessionId))
		.where(and(mine, gt(examSessions.closesAt, now - SUPERVISED_AFTER_MS), below(after)))
		.orderBy(desc(examSessions.opensAt), desc(examSessions.id))
		.limit(limit);
	if (rows.length === 0) return [];
	return sessionRows(or(...rows.map(({ id }) => eq(examSessions.id, id))), limit);
}

function below(after: SessionCursor | null): SQL | undefined {
	if (!after) return undefined;
	const same = and(eq(examSessions.opensAt, after.opensAt), lt(examSessions.id, after.id));
	return or(lt(examSessions.opensAt, after.opensAt), same);
}

function sessionRows(condition: SQL | undefined, limit: number) {
	return db
		.select(columns)
		.from(examSessions)
		.innerJoin(courses, eq(courses.id, examSessions.courseId))
		.leftJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.innerJoin(agencies, eq(agencies.id, examSessions.agencyId))
		.where(condition)
		.orderBy(desc(examSessions.opensAt), desc(examSessions.id))
		.limit(limit);
}
