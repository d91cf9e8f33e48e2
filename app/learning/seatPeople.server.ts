import { examSeats } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { type Assignment, assignRooms } from "../assessment/assignRooms.ts";
import { busyAt, roomLoads } from "../assessment/examSession.server.ts";
import type { SessionWindow } from "../assessment/sessionWindow.ts";
import type { Member } from "../people/members.server.ts";
import { enrolAll } from "./enrol.server.ts";

export type SeatingSession = {
	sessionId: string;
	agencyId: string;
	courseId: string;
	/** The course's version now, for those who do not take it yet. */
	versionId: string;
} & SessionWindow;
export type Seating = {
	session: SeatingSession;
	members: readonly Member[];
	how: Assignment;
	actor: Actor;
	now: number;
};
/** Ids of those who got a seat, and of those who have another session at that time. Who had a seat is in neither. */
export type Seated = { seated: string[]; busy: string[] };

/** Each chunk is one short transaction. */
const AT_ONCE = 100;

/**
 * Gives people a seat in a session and enrols them in its course, in chunks. Called again it goes on where it stopped;
 * nobody is seated twice.
 */
export async function seatPeople({ session, members, how, actor, now }: Seating): Promise<Seated> {
	const loads = await reading((tx) => roomLoads(tx, session.sessionId));
	const places = assignRooms(members, loads, how);
	const result: Seated = { seated: [], busy: [] };
	for (let begin = 0; begin < members.length; begin += AT_ONCE) {
		const some = members.slice(begin, begin + AT_ONCE);
		const chunk = await transaction((tx) => seatChunk(tx, { session, members: some, places, actor, now }));
		result.seated.push(...chunk.seated);
		result.busy.push(...chunk.busy);
	}
	return result;
}

type Chunk = Omit<Seating, "how"> & { places: ReadonlyMap<string, string> };

function* seatChunk(tx: Tx, { session, members, places, actor, now }: Chunk): Body<Seated> {
	const { sessionId, agencyId, courseId, versionId } = session;
	const ids = members.map(({ personId }) => personId);
	const busy = yield* busyAt(tx, ids, session, sessionId);
	const free = members.filter(({ personId }) => !busy.has(personId));
	if (free.length === 0) return { seated: [], busy: [...busy] };
	const rows = free.map(({ personId, sortKey }) => ({
		sessionId,
		personId,
		sortKey,
		roomId: places.get(personId) ?? "",
	}));
	const made = yield* run(
		tx.insert(examSeats).values(rows).onConflictDoNothing().returning({ personId: examSeats.personId }),
	);
	const seated = made.map(({ personId }) => personId);
	yield* enrolAll(tx, free, { courseId, versionId, agencyId, now });
	if (seated.length > 0)
		yield* recordAudit(tx, {
			actor,
			action: "exam-session.seat",
			subjectKind: "exam-session",
			subjectId: sessionId,
			agencyId,
			detail: { people: seated.length },
			at: now,
		});
	return { seated, busy: [...busy] };
}
