import { index, integer, key, primaryKey, table, text, time } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { courses } from "./catalog.ts";
import { people } from "./people.ts";

/** A sitting of one exam for many people: sesi ujian. */
export const examSessions = table(
	"exam_sessions",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		title: text("title").notNull(),
		opensAt: time("opens_at").notNull(),
		closesAt: time("closes_at").notNull(),
		/** IANA zone in which its window was set and is shown. */
		timeZone: text("time_zone").notNull(),
		createdBy: key("created_by").notNull(),
		createdAt: time("created_at").notNull(),
		cancelledAt: time("cancelled_at"),
	},
	(t) => [
		index("exam_sessions_agency").on(t.agencyId, t.opensAt),
		index("exam_sessions_course").on(t.courseId, t.opensAt),
	],
);

export const examRooms = table(
	"exam_rooms",
	{
		id: key("id").primaryKey(),
		sessionId: key("session_id")
			.notNull()
			.references(() => examSessions.id),
		name: text("name").notNull(),
		/** Who watches it: sees its list and acts on it. */
		supervisorId: key("supervisor_id").references(() => people.id),
	},
	(t) => [index("exam_rooms_session").on(t.sessionId), index("exam_rooms_supervisor").on(t.supervisorId)],
);

/** A person's place in a session. */
export const examSeats = table(
	"exam_seats",
	{
		sessionId: key("session_id")
			.notNull()
			.references(() => examSessions.id),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		roomId: key("room_id")
			.notNull()
			.references(() => examRooms.id),
		/** Name as lists sort it. */
		sortKey: key("sort_key").notNull(),
		/** Given before the exam began; the attempt that begins here has them on top of the course's time. */
		extraMinutes: integer("extra_minutes").notNull().default(0),
		/** The attempt begun from this seat, the last when an earlier one was declared void. */
		attemptId: key("attempt_id"),
	},
	(t) => [
		primaryKey({ columns: [t.sessionId, t.personId] }),
		index("exam_seats_person").on(t.personId),
		index("exam_seats_session").on(t.sessionId, t.sortKey, t.personId),
		index("exam_seats_room").on(t.roomId, t.sortKey, t.personId),
		index("exam_seats_attempt").on(t.attemptId),
	],
);

export const roomActKinds = ["time", "reopen", "void"] as const;
export type RoomActKind = (typeof roomActKinds)[number];

/** One act on several people of a session at once. Its id is made by the form: sent twice it is the same act. */
export const examRoomActs = table(
	"exam_room_acts",
	{
		id: key("id").primaryKey(),
		sessionId: key("session_id")
			.notNull()
			.references(() => examSessions.id),
		kind: text("kind").$type<RoomActKind>().notNull(),
		minutes: integer("minutes").notNull(),
		reason: text("reason").notNull(),
		actorId: key("actor_id").notNull(),
		actorName: text("actor_name").notNull(),
		at: time("at").notNull(),
		/** null while people of it still wait for it. */
		finishedAt: time("finished_at"),
	},
	(t) => [index("exam_room_acts_session").on(t.sessionId, t.at)],
);

/** What became of an act for each person: written in the transaction of the act, so that nobody is met twice. */
export const examRoomActOutcomes = table(
	"exam_room_act_outcomes",
	{
		actId: key("act_id")
			.notNull()
			.references(() => examRoomActs.id),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		/** "done", or why it could not be done. */
		outcome: key("outcome").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.actId, t.personId] }),
		index("exam_room_act_outcomes_by").on(t.actId, t.outcome),
	],
);
