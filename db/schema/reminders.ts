import {
	boolean,
	index,
	integer,
	json,
	key,
	primaryKey,
	table,
	text,
	time,
	uniqueIndex,
} from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { assignments } from "./assignments.ts";
import { people } from "./people.ts";

/** Days on which nobody is reminded, beside the weekly ones of the policy; kept by system-admins. */
export const calendarDays = table("calendar_days", {
	/** ISO day. */
	day: key("day").primaryKey(),
	name: text("name").notNull(),
	kind: text("kind").$type<"holiday" | "joint-leave" | "other">().notNull(),
	source: text("source").notNull(),
	/** Not yet compared with the decree. */
	needsCheck: boolean("needs_check").notNull(),
	changedAt: time("changed_at").notNull(),
	/** Taken out by an admin: its file does not bring it back. */
	removedAt: time("removed_at"),
});

/** Something to be reminded of: told to the one who has to do it, or to their superior. */
export const reminderLines = table(
	"reminder_lines",
	{
		recipientId: key("recipient_id")
			.notNull()
			.references(() => people.id),
		kind: text("kind").$type<"own" | "superior">().notNull(),
		assignmentId: key("assignment_id")
			.notNull()
			.references(() => assignments.id),
		/** Who has to do it. */
		personId: key("person_id").notNull(),
		dueDay: key("due_day").notNull(),
		/** Days from the deadline, below 0 before it. */
		stage: integer("stage").notNull(),
		createdAt: time("created_at").notNull(),
		/** The digest that told it, "" for one that was dropped; null: it waits. */
		digestId: key("digest_id"),
	},
	(t) => [
		primaryKey({ columns: [t.recipientId, t.kind, t.assignmentId, t.personId, t.dueDay, t.stage] }),
		index("reminder_lines_waiting").on(t.digestId, t.recipientId),
	],
);

/** The one message a day that a person may get. */
export const reminderDigests = table(
	"reminder_digests",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		/** ISO day in their zone. */
		day: key("day").notNull(),
		lines: integer("lines").notNull(),
		sentAt: time("sent_at").notNull(),
	},
	(t) => [uniqueIndex("reminder_digests_day").on(t.personId, t.day)],
);

/** A message of an admin to those who were late at `createdAt`, handed out by a job. */
export const assignmentMessages = table(
	"assignment_messages",
	{
		id: key("id").primaryKey(),
		assignmentId: key("assignment_id")
			.notNull()
			.references(() => assignments.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		text: text("text").notNull(),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		/** The last who got it. */
		after: json<{ sortKey: string; personId: string }>("after"),
		people: integer("people").notNull(),
		finishedAt: time("finished_at"),
	},
	(t) => [index("assignment_messages_of").on(t.assignmentId, t.createdAt)],
);

/** The secret of a person's calendar address: sha256 of it, hex. */
export const calendarTokens = table("calendar_tokens", {
	personId: key("person_id")
		.primaryKey()
		.references(() => people.id),
	tokenHash: key("token_hash").notNull().unique(),
	createdAt: time("created_at").notNull(),
});
