import {
	bigint,
	boolean,
	index,
	integer,
	json,
	key,
	primaryKey,
	table,
	text,
	time,
	unique,
} from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { courseVersions } from "./catalog.ts";
import { people } from "./people.ts";

export const itemTypes = [
	"single",
	"multiple",
	"truefalse",
	"matching",
	"ordering",
	"numeric",
	"text",
	"gaptext",
	"gapchoice",
	"classification",
	"areas",
	"inbox",
	"sharing",
	"signedfile",
	"essay",
] as const;
export type ItemType = (typeof itemTypes)[number];

/**
 * An item version: of a course version's bank, or of the national bank. It never changes; what is revised is a new row.
 * `content` holds the keys and never leaves the server whole.
 */
export const items = table(
	"items",
	{
		id: key("id").primaryKey(),
		/** null: of the national bank. */
		versionId: key("version_id").references(() => courseVersions.id),
		code: key("code").notNull(),
		type: text("type").$type<ItemType>().notNull(),
		competence: key("competence").notNull(),
		level: integer("level").notNull(),
		/** An `ItemContent` of app/assessment/item.ts, of this type. */
		content: json<unknown>("content").notNull(),
		/** Of what is asked and how it is scored (app/catalog/askedHash.ts): equal in versions that may be pooled. */
		askedHash: key("asked_hash").notNull().default(""),
		/** When the national bank put another version in its place or left it out; null: in use. */
		retiredAt: time("retired_at"),
	},
	(t) => [
		unique("items_code").on(t.versionId, t.code),
		index("items_asked").on(t.askedHash),
		index("items_cell").on(t.versionId, t.competence, t.level),
	],
);

export type AttemptState = "open" | "submitted" | "void";

/** One sitting of the exam. */
export const attempts = table(
	"attempts",
	{
		id: key("id").primaryKey(),
		enrolmentId: key("enrolment_id").notNull(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		number: integer("number").notNull(),
		state: text("state").$type<AttemptState>().notNull(),
		/** The exam session in which it was begun. */
		sessionId: key("session_id"),
		/** The renewal of a certificate that it belongs to. */
		renewalId: key("renewal_id"),
		startedAt: time("started_at").notNull(),
		deadlineAt: time("deadline_at").notNull(),
		/** How long after the deadline answers that were given in time are still taken, by the policy at its start. */
		lateWindowMs: integer("late_window_ms").notNull().default(0),
		/** When it was handed in, at the latest the deadline. */
		submittedAt: time("submitted_at"),
		/** When it was closed: what is received later no longer counts by itself. */
		closedAt: time("closed_at"),
		/** Reached, 0..1000 an item, summed. */
		milliPoints: integer("milli_points"),
		/** Whole per cent of the points, rounded down. */
		score: integer("score"),
		passed: integer("passed"),
		/** When an answer last came too late to count by itself; null: none that waits for a decision. */
		lateAt: time("late_at"),
	},
	(t) => [
		index("attempts_agency").on(t.agencyId, t.startedAt),
		index("attempts_version").on(t.versionId, t.startedAt),
		index("attempts_late").on(t.lateAt),
		unique("attempts_number").on(t.enrolmentId, t.number),
		index("attempts_person").on(t.personId),
		index("attempts_open").on(t.state, t.deadlineAt),
	],
);

/** An item as drawn for an attempt, and the order its options are shown in. */
export const attemptItems = table(
	"attempt_items",
	{
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		position: integer("position").notNull(),
		itemId: key("item_id")
			.notNull()
			.references(() => items.id),
		optionOrder: json<string[]>("option_order").notNull(),
		/** What the counted answer earned, 0..1000; null until the attempt is closed. */
		milliPoints: integer("milli_points"),
		/** false: neutralised when it was last scored, so part of no total (db/schema/itemRepairs.ts). */
		counts: boolean("counts").notNull().default(true),
	},
	(t) => [primaryKey({ columns: [t.attemptId, t.position] }), index("attempt_items_item").on(t.itemId)],
);

/**
 * Every answer that was ever given, as it arrived; append-only. What counts is the fold of app/assessment/answerLog.ts.
 */
export const answerEvents = table(
	"answer_events",
	{
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		position: integer("position").notNull(),
		/** An `Answer` of app/assessment/answer.ts; null: taken back. */
		value: json<unknown>("value"),
		/** Made by the browser for one attempt, or by the server for one form. */
		device: key("device").notNull(),
		/** The device's own running number, from 1. */
		number: integer("number").notNull(),
		/** What the device said of its clock: the server's time when it last heard of it, and how long ago that was. */
		heardAt: time("heard_at").notNull(),
		elapsedMs: bigint("elapsed_ms").notNull(),
		/** In the server's time, made of these when it arrived. */
		givenAt: time("given_at").notNull(),
		receivedAt: time("received_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.attemptId, t.device, t.number] })],
);

/** What an examiner decided on an answer that came too late; of several the last holds. */
export const answerDecisions = table(
	"answer_decisions",
	{
		id: key("id").primaryKey(),
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		device: key("device").notNull(),
		number: integer("number").notNull(),
		counts: boolean("counts").notNull(),
		reason: text("reason").notNull(),
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		at: time("at").notNull(),
	},
	(t) => [index("answer_decisions_attempt").on(t.attemptId)],
);

/** The browsers in which an attempt was opened, as far as they said so. */
export const attemptDevices = table(
	"attempt_devices",
	{
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		device: key("device").notNull(),
		/** "Chrome di Android". */
		name: text("name").notNull(),
		firstSeenAt: time("first_seen_at").notNull(),
		lastSeenAt: time("last_seen_at").notNull(),
		/** Answers that it still held when it was last heard. */
		waiting: integer("waiting").notNull(),
		/** When the person went on here; the latest of an attempt is the one in use. */
		inUseSince: time("in_use_since").notNull(),
		/** When its page was closed; null while open. */
		leftAt: time("left_at"),
	},
	(t) => [primaryKey({ columns: [t.attemptId, t.device] })],
);
