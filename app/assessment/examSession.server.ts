import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { examRooms, examSeats, examSessions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { overlaps, type SessionWindow, type SessionZone } from "./sessionWindow.ts";

export type SessionFacts = { title: string; timeZone: SessionZone } & SessionWindow;
export type NewRoom = { name: string; supervisorId: string | null };
type By = { actor: Actor; now: number };

/** Plans a session with its rooms, still without people; audited. */
export function* createSession(
	tx: Tx,
	session: SessionFacts & { agencyId: string; courseId: string; rooms: readonly NewRoom[] } & By,
): Body<{ sessionId: string }> {
	const { rooms, actor, now, ...facts } = session;
	const sessionId = uuid();
	const made = { createdBy: actor.id ?? "", createdAt: now };
	yield* run(tx.insert(examSessions).values({ ...facts, ...made, id: sessionId }));
	yield* addRooms(tx, sessionId, rooms);
	const { title, opensAt, closesAt } = facts;
	const detail = { title, opensAt, closesAt, rooms: rooms.length };
	yield* audit(tx, "exam-session.create", { sessionId, agencyId: facts.agencyId, actor, now }, detail);
	return { sessionId };
}

type Change = { sessionId: string; reason: string } & By;
/** "clash": somebody of the session has another one at the new time; "cancelled": nothing is changed any more. */
export type ChangeOutcome = "done" | "clash" | "cancelled" | "unknown";

/** Changes title, window and zone, gives rooms other names and supervisors and adds rooms; audited with its reason. */
export function* changeSession(
	tx: Tx,
	change: Change &
		SessionFacts & { rooms: readonly (NewRoom & { id: string })[]; newRooms: readonly NewRoom[] },
): Body<ChangeOutcome> {
	const { sessionId, reason, actor, now, rooms, newRooms, ...facts } = change;
	const session = yield* sessionRow(tx, sessionId);
	if (!session) return "unknown";
	if (session.cancelledAt !== null) return "cancelled";
	if (yield* someoneIsBusy(tx, sessionId, facts)) return "clash";
	yield* run(tx.update(examSessions).set(facts).where(eq(examSessions.id, sessionId)));
	for (const { id, name, supervisorId } of rooms) {
		const own = and(eq(examRooms.id, id), eq(examRooms.sessionId, sessionId));
		yield* run(tx.update(examRooms).set({ name, supervisorId }).where(own));
	}
	yield* addRooms(tx, sessionId, newRooms);
	const { title, opensAt, closesAt } = facts;
	const was = { wasOpensAt: session.opensAt, wasClosesAt: session.closesAt };
	const by = { sessionId, agencyId: session.agencyId, actor, now };
	yield* audit(tx, "exam-session.change", by, { title, opensAt, closesAt, ...was, reason });
	return "done";
}

/** Calls a session off; who has begun goes on, and the others may sit the exam as without a session. */
export function* cancelSession(tx: Tx, { sessionId, reason, actor, now }: Change): Body<ChangeOutcome> {
	const session = yield* sessionRow(tx, sessionId);
	if (!session) return "unknown";
	if (session.cancelledAt !== null) return "cancelled";
	yield* run(tx.update(examSessions).set({ cancelledAt: now }).where(eq(examSessions.id, sessionId)));
	yield* audit(tx, "exam-session.cancel", { sessionId, agencyId: session.agencyId, actor, now }, { reason });
	return "done";
}

/** Takes people who have not begun out of a session; audited. @returns how many were taken out */
export function* unseat(
	tx: Tx,
	{ sessionId, personIds, reason, actor, now }: Change & { personIds: readonly string[] },
): Body<number> {
	const session = yield* sessionRow(tx, sessionId);
	if (!session || personIds.length === 0) return 0;
	const waiting = and(
		eq(examSeats.sessionId, sessionId),
		inArray(examSeats.personId, [...personIds]),
		isNull(examSeats.attemptId),
	);
	const gone = yield* run(tx.delete(examSeats).where(waiting).returning({ personId: examSeats.personId }));
	for (const { personId } of gone) {
		const by = { sessionId, agencyId: session.agencyId, actor, now };
		yield* audit(tx, "exam-session.unseat", by, { personId, reason });
	}
	return gone.length;
}

/** The rooms with how many sit in them, by name. */
export function* roomLoads(tx: Tx, sessionId: string): Body<{ roomId: string; seated: number }[]> {
	return yield* run(
		tx
			.select({ roomId: examRooms.id, seated: count(examSeats.personId) })
			.from(examRooms)
			.leftJoin(examSeats, eq(examSeats.roomId, examRooms.id))
			.where(eq(examRooms.sessionId, sessionId))
			.groupBy(examRooms.id, examRooms.name)
			.orderBy(asc(examRooms.id)),
	);
}

/** Those of the people who have a seat in another session, not cancelled, at that time. */
export function* busyAt(
	tx: Tx,
	personIds: readonly string[],
	window: SessionWindow,
	besides: string | null,
): Body<Set<string>> {
	const rows = yield* run(
		tx
			.select({
				personId: examSeats.personId,
				sessionId: examSessions.id,
				opensAt: examSessions.opensAt,
				closesAt: examSessions.closesAt,
			})
			.from(examSeats)
			.innerJoin(examSessions, eq(examSessions.id, examSeats.sessionId))
			.where(and(inArray(examSeats.personId, [...personIds]), isNull(examSessions.cancelledAt))),
	);
	const meets = rows.filter((row) => row.sessionId !== besides && overlaps(row, window));
	return new Set(meets.map(({ personId }) => personId));
}

function* someoneIsBusy(tx: Tx, sessionId: string, window: SessionWindow): Body<boolean> {
	const seats = yield* run(
		tx.select({ personId: examSeats.personId }).from(examSeats).where(eq(examSeats.sessionId, sessionId)),
	);
	for (let begin = 0; begin < seats.length; begin += 500) {
		const some = seats.slice(begin, begin + 500).map(({ personId }) => personId);
		if ((yield* busyAt(tx, some, window, sessionId)).size > 0) return true;
	}
	return false;
}

function* addRooms(tx: Tx, sessionId: string, rooms: readonly NewRoom[]): Body<void> {
	if (rooms.length === 0) return;
	yield* run(tx.insert(examRooms).values(rooms.map((room) => ({ ...room, sessionId, id: uuid() }))));
}

function* sessionRow(tx: Tx, sessionId: string) {
	const [row] = yield* run(tx.select().from(examSessions).where(eq(examSessions.id, sessionId)));
	return row;
}

type Audited = { sessionId: string; agencyId: string } & By;
type Detail = Record<string, string | number | boolean | null>;

function* audit(tx: Tx, action: string, by: Audited, detail: Detail): Body<void> {
	const { sessionId, agencyId, actor, now } = by;
	const subject = { subjectKind: "exam-session", subjectId: sessionId };
	yield* recordAudit(tx, { ...subject, actor, action, agencyId, detail, at: now });
}
