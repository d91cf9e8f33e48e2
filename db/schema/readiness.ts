import { bigint, index, integer, key, primaryKey, table, time } from "../columns/columns.ts";

const counts = () => ({
	/** Memberships begun minus ended in the month. */
	people: integer("people").notNull().default(0),
	enrolled: integer("enrolled").notNull().default(0),
	finished: integer("finished").notNull().default(0),
	passed: integer("passed").notNull().default(0),
	/** Issued minus revoked. */
	certificates: integer("certificates").notNull().default(0),
	jp: integer("jp").notNull().default(0),
});

/**
 * An agency's change in a month (of WIB, "YYYY-MM"): summed up to a month it is the state at its end.
 * A rebuild writes a generation of its own beside the one that is read, which `settings` names.
 */
export const agencyMonths = table(
	"agency_months",
	{
		generation: key("generation").notNull(),
		agencyId: key("agency_id").notNull(),
		month: key("month").notNull(),
		...counts(),
	},
	(t) => [
		primaryKey({ columns: [t.generation, t.agencyId, t.month] }),
		index("agency_months_month").on(t.generation, t.month),
	],
);

/** The same by unit and course; "" stands for no unit, or for facts that belong to no course (people). */
export const unitCourseMonths = table(
	"unit_course_months",
	{
		generation: key("generation").notNull(),
		agencyId: key("agency_id").notNull(),
		unitId: key("unit_id").notNull(),
		courseId: key("course_id").notNull(),
		month: key("month").notNull(),
		...counts(),
	},
	(t) => [primaryKey({ columns: [t.generation, t.agencyId, t.unitId, t.courseId, t.month] })],
);

/** How far the log has been folded into the generation of that name. */
export const foldCursors = table("fold_cursors", {
	name: key("name").primaryKey(),
	transactionId: key("transaction_id").notNull(),
	seq: bigint("seq").notNull(),
	foldedAt: time("folded_at").notNull(),
});

/**
 * Where the figures of a unit ("" for none) count since it went to another agency, by generation: facts that are told
 * later still name the place they happened in.
 */
export const foldForwards = table(
	"fold_forwards",
	{
		generation: key("generation").notNull(),
		agencyId: key("agency_id").notNull(),
		unitId: key("unit_id").notNull(),
		toAgencyId: key("to_agency_id").notNull(),
		toUnitId: key("to_unit_id").notNull(),
		/** The month of WIB, "YYYY-MM", from which they count there. */
		month: key("month").notNull(),
	},
	(t) => [primaryKey({ columns: [t.generation, t.agencyId, t.unitId] })],
);
