import {
	bigint,
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
import { agencies, units } from "./agencies.ts";
import { courses } from "./catalog.ts";
import { paths } from "./paths.ts";
import { type Employment, type JobClass, people } from "./people.ts";

/**
 * Whom an assignment is for: people of its agency for whom everything that is given holds. Empty lists say nothing;
 * `everyone` must be said for a rule that narrows by nothing else.
 */
export type AssignmentRule = {
	everyone: boolean;
	/** Units, each with all below. */
	units: string[];
	jobClasses: JobClass[];
	employments: Employment[];
	people: string[];
	/** A competence in which the measured level lies below the role's target; "" for none. */
	gap: string;
};

/** A rule with a name, for use in several assignments. */
export const assignmentFilters = table(
	"assignment_filters",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		name: text("name").notNull(),
		rule: json<AssignmentRule>("rule").notNull(),
		createdAt: time("created_at").notNull(),
	},
	(t) => [uniqueIndex("assignment_filters_name").on(t.agencyId, t.name)],
);

export const assignments = table(
	"assignments",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		/** The unit whose admins it belongs to; null: those of the whole agency. */
		unitId: key("unit_id").references(() => units.id),
		title: text("title").notNull(),
		reason: text("reason").notNull(),
		pathId: key("path_id").references(() => paths.id),
		rule: json<AssignmentRule>("rule").notNull(),
		/** ISO day on which the time ends at 23.59 of each person's zone; null: relative to joining. */
		dueDay: key("due_day"),
		/** Days after somebody came in; null: a fixed day. */
		dueAfterDays: integer("due_after_days"),
		/** To be done again after so many years; 0: once. */
		everyYears: integer("every_years").notNull(),
		/** The day from which those who were there already count as joined. */
		startsDay: key("starts_day").notNull(),
		createdAt: time("created_at").notNull(),
		createdBy: key("created_by"),
		endedAt: time("ended_at"),
		endReason: text("end_reason"),
		/** Of the pass over all people that is under way: who may come in, then who may leave; null when none is. */
		pass: text("pass").$type<"in" | "out">(),
		/** The last that the pass has seen. */
		passAfter: json<{ sortKey: string; id: string }>("pass_after"),
		/** Which pass it is, so that one begun anew is not set back by the one before. */
		passNumber: integer("pass_number").notNull().default(0),
		passedAt: time("passed_at"),
	},
	(t) => [index("assignments_agency").on(t.agencyId, t.endedAt, t.createdAt)],
);

/** The courses of an assignment, as its path had them when it was made. */
export const assignmentCourses = table(
	"assignment_courses",
	{
		assignmentId: key("assignment_id")
			.notNull()
			.references(() => assignments.id),
		position: integer("position").notNull(),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
	},
	(t) => [primaryKey({ columns: [t.assignmentId, t.courseId] })],
);

export const memberProgress = ["unopened", "begun", "not-passed", "done"] as const;
export type MemberProgress = (typeof memberProgress)[number];

/** Who has an assignment: computed from its rule and from the facts of the log, never written by hand. */
export const assignmentMembers = table(
	"assignment_members",
	{
		assignmentId: key("assignment_id")
			.notNull()
			.references(() => assignments.id),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		agencyId: key("agency_id").notNull(),
		sortKey: key("sort_key").notNull(),
		state: text("state").$type<"active" | "left">().notNull(),
		/** ISO days: when they came in, and until when it is to be done. */
		enteredDay: key("entered_day").notNull(),
		dueDay: key("due_day").notNull(),
		/** Of a recurring one: passes after this day count for the current period; "" for all. */
		periodFrom: key("period_from").notNull(),
		progress: text("progress").$type<MemberProgress>().notNull(),
		/** Courses passed. */
		passed: integer("passed").notNull(),
		exemptAt: time("exempt_at"),
		exemptReason: text("exempt_reason"),
		/** ISO day since which they are away (cuti, tugas belajar): nothing is due meanwhile; null: they are not. */
		awayFrom: key("away_from"),
		/** Days that they were away in this period; the deadline has moved by them. */
		waited: integer("waited").notNull().default(0),
		/** The last reminder for this `dueDay`: days from the deadline, below 0 before it. */
		reminded: integer("reminded"),
		/** ISO day from which the reminders look at it again; null: never. */
		remindOn: key("remind_on"),
	},
	(t) => [
		primaryKey({ columns: [t.assignmentId, t.personId] }),
		index("assignment_members_list").on(t.assignmentId, t.state, t.sortKey, t.personId),
		index("assignment_members_person").on(t.personId, t.state),
		index("assignment_members_remind").on(t.remindOn, t.assignmentId, t.personId),
	],
);

/** How far a reader of the activity log has come. */
export const factCursors = table("fact_cursors", {
	name: key("name").primaryKey(),
	transactionId: key("transaction_id").notNull(),
	seq: bigint("seq").notNull(),
});
