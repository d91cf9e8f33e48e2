import { index, integer, json, key, table, text, time, unique } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { attempts, items } from "./assessment.ts";
import { people } from "./people.ts";

/**
 * An answer in free text that was handed in: what reviewers find to mark, by an id that leads to no name. Derived from
 * the log of answers and the marks; of an answer that changed afterwards it is the last.
 */
export const essayAnswers = table(
	"essay_answers",
	{
		id: key("id").primaryKey(),
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		position: integer("position").notNull(),
		itemId: key("item_id")
			.notNull()
			.references(() => items.id),
		/** The course's agency, whose reviewers mark. */
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		/** Who wrote it: never shown to those who mark, and never their own. */
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		/** sha256 of the text, which marks hold on to. */
		textHash: key("text_hash").notNull(),
		state: text("state").$type<"waiting" | "settled">().notNull(),
		submittedAt: time("submitted_at").notNull(),
	},
	(t) => [
		unique("essay_answers_position").on(t.attemptId, t.position),
		index("essay_answers_agency").on(t.state, t.agencyId, t.submittedAt),
		index("essay_answers_queue").on(t.state, t.submittedAt),
	],
);

/** A reviewer's mark of one text; append-only. What they come to is the rule of app/assessment/settleMarks.ts. */
export const marks = table(
	"marks",
	{
		id: key("id").primaryKey(),
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		position: integer("position").notNull(),
		textHash: key("text_hash").notNull(),
		markerId: key("marker_id")
			.notNull()
			.references(() => people.id),
		/** Milli-points by the rubric's criterion. */
		points: json<Record<string, number>>("points").notNull(),
		/** Their sum. */
		milliPoints: integer("milli_points").notNull(),
		comment: text("comment").notNull(),
		at: time("at").notNull(),
	},
	(t) => [unique("marks_marker").on(t.attemptId, t.position, t.textHash, t.markerId)],
);
