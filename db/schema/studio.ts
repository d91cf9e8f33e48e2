import { index, integer, json, key, table, text, time, uniqueIndex } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { courses } from "./catalog.ts";
import { people } from "./people.ts";

export const draftStates = ["draft", "submitted", "returned", "published", "discarded"] as const;
export type DraftState = (typeof draftStates)[number];

/** The next version of a course, being written. A course has at most one that is not yet published. */
export const drafts = table(
	"drafts",
	{
		id: key("id").primaryKey(),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		state: text("state").$type<DraftState>().notNull(),
		/** courseId while it is open, null when published or discarded: unique, so one open draft a course. */
		openCourseId: key("open_course_id").unique(),
		/** A `DraftFacts` of app/studio/facts.ts: title, summary, outcomes, JP, exam rules, … */
		facts: json<unknown>("facts").notNull(),
		/** Who wrote any of it: none of them may publish it. */
		writerIds: json<string[]>("writer_ids").notNull(),
		submittedAt: time("submitted_at"),
		submittedBy: key("submitted_by"),
		/** Set when the agency has no second person and asks the national reviewer. */
		nationalReview: integer("national_review").notNull().default(0),
		revision: integer("revision").notNull().default(1),
		createdAt: time("created_at").notNull(),
		updatedAt: time("updated_at").notNull(),
	},
	(t) => [index("drafts_agency").on(t.agencyId, t.state), index("drafts_course").on(t.courseId)],
);

export const draftLessons = table(
	"draft_lessons",
	{
		id: key("id").primaryKey(),
		draftId: key("draft_id")
			.notNull()
			.references(() => drafts.id),
		position: integer("position").notNull(),
		slug: key("slug").notNull(),
		title: text("title").notNull(),
		minutes: integer("minutes").notNull(),
		objective: text("objective").notNull(),
		/** MDX without front matter. */
		source: text("source").notNull(),
		/** Counts saves, so that an older tab cannot overwrite a newer text unseen. */
		revision: integer("revision").notNull().default(1),
		updatedAt: time("updated_at").notNull(),
		updatedBy: key("updated_by"),
	},
	(t) => [uniqueIndex("draft_lessons_slug").on(t.draftId, t.slug)],
);

export const draftItems = table(
	"draft_items",
	{
		id: key("id").primaryKey(),
		draftId: key("draft_id")
			.notNull()
			.references(() => drafts.id),
		code: key("code").notNull(),
		/** The whole item in the shape of bank.yaml. */
		item: json<unknown>("item").notNull(),
		updatedAt: time("updated_at").notNull(),
	},
	(t) => [uniqueIndex("draft_items_code").on(t.draftId, t.code)],
);

export const draftMedia = table(
	"draft_media",
	{
		id: key("id").primaryKey(),
		draftId: key("draft_id")
			.notNull()
			.references(() => drafts.id),
		name: key("name").notNull(),
		hash: key("hash").notNull(),
		type: text("type").notNull(),
		bytes: integer("bytes").notNull(),
	},
	(t) => [uniqueIndex("draft_media_name").on(t.draftId, t.name)],
);

/** What reviewers decided, with their remark. */
export const reviews = table(
	"reviews",
	{
		id: key("id").primaryKey(),
		draftId: key("draft_id")
			.notNull()
			.references(() => drafts.id),
		reviewerId: key("reviewer_id")
			.notNull()
			.references(() => people.id),
		decision: text("decision").$type<"published" | "returned">().notNull(),
		remark: text("remark").notNull(),
		decidedAt: time("decided_at").notNull(),
	},
	(t) => [index("reviews_draft").on(t.draftId, t.decidedAt)],
);
