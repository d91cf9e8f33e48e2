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
	(t) => [index("exam_sessions_agency").on(t.agencyId, t.opensAt)],
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
		extraMinutes: integer("extra_minutes").notNull().default(0),
		/** When the supervisor noted that the person left. */
		leftAt: time("left_at"),
	},
	(t) => [
		primaryKey({ columns: [t.sessionId, t.personId] }),
		index("exam_seats_person").on(t.personId),
		index("exam_seats_room").on(t.roomId, t.sortKey),
	],
);

/** More time that a person has in each attempt at a course's exam from then on. */
export const examAllowances = table(
	"exam_allowances",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		minutes: integer("minutes").notNull(),
		reason: text("reason").notNull(),
		actorId: key("actor_id"),
		at: time("at").notNull(),
	},
	(t) => [index("exam_allowances_person").on(t.personId, t.courseId)],
);
