import {
	index,
	integer,
	json,
	key,
	primaryKey,
	real,
	table,
	text,
	time,
	unique,
} from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { courseVersions } from "./catalog.ts";
import { people } from "./people.ts";

export const itemTypes = ["single", "multiple", "truefalse", "matching", "numeric", "text"] as const;
export type ItemType = (typeof itemTypes)[number];

/** An item of a version's bank; `content` holds the keys and never leaves the server whole. */
export const items = table(
	"items",
	{
		id: key("id").primaryKey(),
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		code: key("code").notNull(),
		type: text("type").$type<ItemType>().notNull(),
		competence: key("competence").notNull(),
		level: integer("level").notNull(),
		/** An `ItemContent` of app/assessment/item.ts, of this type. */
		content: json<unknown>("content").notNull(),
	},
	(t) => [
		unique("items_code").on(t.versionId, t.code),
		index("items_cell").on(t.versionId, t.competence, t.level),
	],
);

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
		state: text("state").$type<"open" | "submitted">().notNull(),
		startedAt: time("started_at").notNull(),
		deadlineAt: time("deadline_at").notNull(),
		submittedAt: time("submitted_at"),
		/** Points reached, 0..1 each item, summed. */
		points: real("points"),
		/** Whole per cent of the points, rounded down. */
		score: integer("score"),
		passed: integer("passed"),
	},
	(t) => [
		unique("attempts_number").on(t.enrolmentId, t.number),
		index("attempts_person").on(t.personId),
		index("attempts_open").on(t.state, t.deadlineAt),
	],
);

/** An item as drawn for an attempt, with the order its options are shown in, and the saved answer. */
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
		answer: json<unknown>("answer"),
		savedAt: time("saved_at"),
		points: real("points"),
	},
	(t) => [primaryKey({ columns: [t.attemptId, t.position] }), index("attempt_items_item").on(t.itemId)],
);
