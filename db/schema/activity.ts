import { index, integer, json, key, sequence, table, text, time, transactionId } from "../columns/columns.ts";

export const activityKinds = [
	"person.joined",
	"person.left",
	/** Job class, employment or standing changed, the place did not. */
	"person.changed",
	"course.enrolled",
	"lesson.read",
	"exam.begun",
	"exam.passed",
	"exam.not-passed",
	"exam.passed-again",
	"exam.pass-withdrawn",
	"placement.finished",
	"course.finished",
	"certificate.issued",
	"certificate.revoked",
	"certificate.reinstated",
	/** Another one in its stead, with a name or number corrected: neither more certificates nor more hours. */
	"certificate.reissued",
	/** Learning elsewhere; its hours are in `data`: no certificate of ours is behind them. */
	"learning.recognised",
	"learning.taken-back",
	"version.published",
	"version.withdrawn",
	"unit.reorganised",
	"agency.reorganised",
	/** The unit, with all its figures, went to the place that `data` names: toAgency, toUnit. */
	"unit.transferred",
	/** Two records became one: `data` says what of the course was counted twice and is counted once from now on. */
	"record.merged",
	"record.unmerged",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/**
 * The append-only log of facts: one row for each, written in the transaction of what it tells of.
 * `person.joined` and `person.left` carry the membership; a move is a left and a joined.
 */
export const activity = table(
	"activity",
	{
		seq: sequence("seq"),
		id: key("id").notNull().unique(),
		kind: text("kind").$type<ActivityKind>().notNull(),
		personId: key("person_id"),
		agencyId: key("agency_id"),
		unitId: key("unit_id"),
		courseId: key("course_id"),
		versionId: key("version_id"),
		/** Training hours that the fact credits or (negative) takes back. */
		jp: integer("jp").notNull().default(0),
		data: json<Record<string, string | number | boolean | null>>("data").notNull(),
		occurredAt: time("occurred_at").notNull(),
		recordedAt: time("recorded_at").notNull(),
		transactionId: transactionId("transaction_id"),
	},
	(t) => [
		index("activity_fold").on(t.transactionId, t.seq),
		index("activity_person").on(t.personId, t.occurredAt),
	],
);

/** Administrative acts and looks at personal data: who, what, on what, when. */
export const auditLog = table(
	"audit_log",
	{
		id: key("id").primaryKey(),
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		action: text("action").notNull(),
		subjectKind: text("subject_kind").notNull(),
		subjectId: key("subject_id").notNull(),
		agencyId: key("agency_id"),
		detail: json<Record<string, string | number | boolean | null>>("detail").notNull(),
		at: time("at").notNull(),
	},
	(t) => [
		index("audit_at").on(t.at, t.id),
		index("audit_actor").on(t.actorId, t.at),
		index("audit_action").on(t.action, t.at),
		index("audit_agency").on(t.agencyId, t.at),
		index("audit_subject").on(t.subjectKind, t.subjectId, t.at),
	],
);
