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
import { agencies, units } from "./agencies.ts";
import { courses, courseVersions, lessons } from "./catalog.ts";
import { people } from "./people.ts";

export const enrolmentStates = [
	"enrolled",
	"learning",
	"finished",
	"passed",
	"not-passed",
	"cancelled",
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** A person's place in one course, on the version that was current when they joined. */
export const enrolments = table(
	"enrolments",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		/** Agency and unit at the time of enrolment. */
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		unitId: key("unit_id").references(() => units.id),
		state: text("state").$type<EnrolmentState>().notNull(),
		enrolledAt: time("enrolled_at").notNull(),
		/** All lessons read. */
		finishedAt: time("finished_at"),
		passedAt: time("passed_at"),
		lastLessonId: key("last_lesson_id").references(() => lessons.id),
		lastSeenAt: time("last_seen_at"),
	},
	(t) => [
		uniqueIndex("enrolments_once").on(t.personId, t.courseId),
		index("enrolments_version").on(t.versionId, t.state),
		index("enrolments_agency").on(t.agencyId, t.courseId),
	],
);

export const lessonProgress = table(
	"lesson_progress",
	{
		enrolmentId: key("enrolment_id")
			.notNull()
			.references(() => enrolments.id),
		lessonId: key("lesson_id")
			.notNull()
			.references(() => lessons.id),
		readAt: time("read_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.enrolmentId, t.lessonId] })],
);

/** The last answer to a check-yourself question or practice task. */
export const checkAnswers = table(
	"check_answers",
	{
		enrolmentId: key("enrolment_id")
			.notNull()
			.references(() => enrolments.id),
		lessonId: key("lesson_id")
			.notNull()
			.references(() => lessons.id),
		checkId: key("check_id").notNull(),
		chosen: json<string[]>("chosen").notNull(),
		correct: boolean("correct").notNull(),
		answeredAt: time("answered_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.enrolmentId, t.lessonId, t.checkId] })],
);

/**
 * Training hours credited, append only: what is taken back is a negative row that names the one it reverses. Totals are
 * added up whenever they are asked for.
 */
export const jpLedger = table(
	"jp_ledger",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		/** Calendar year, in the person's zone, that the hours count for. */
		year: integer("year").notNull(),
		jp: integer("jp").notNull(),
		sourceKind: text("source_kind").$type<JpSource>().notNull(),
		sourceId: key("source_id").notNull(),
		creditedAt: time("credited_at").notNull(),
		/** ISO day of that year that the hours count for; null in rows from before days were kept. */
		countedOn: key("counted_on"),
		/** The course version; null for learning elsewhere. */
		versionId: key("version_id"),
		/** SIASN's form-of-training id; null in rows from before it was kept: the certificate says it. */
		form: integer("form"),
		/** The row that this one takes back or gives again. */
		reversalOf: key("reversal_of"),
	},
	(t) => [
		uniqueIndex("jp_ledger_source").on(t.sourceKind, t.sourceId),
		index("jp_ledger_person").on(t.personId, t.year),
		index("jp_ledger_agency").on(t.agencyId, t.creditedAt, t.id),
	],
);

export type JpSource =
	| "certificate"
	| "revocation"
	| "reinstatement"
	/** Taken back from a certificate that was replaced; the one in its stead has them as "certificate". */
	| "replacement"
	| "merge"
	| "unmerge"
	/** Learning elsewhere that was recognised, and that it was taken back. */
	| "recognition"
	| "recognition-reversal";

/** What a person is told on /beranda; text is made from `kind` and `data` by the message catalogue. */
export const notices = table(
	"notices",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		kind: text("kind")
			.$type<
				| "version-withdrawn"
				| "certificate-issued"
				| "certificate-revoked"
				| "certificate-reinstated"
				| "certificate-reissued"
				| "exam-marked"
				| "exam-repaired"
				| "exam-repair-undone"
				| "assignments-due"
				| "assignments-late-below"
				| "assignment-message"
				| "certificate-ending"
				| "certificate-ended"
				| "learning-recognised"
				| "learning-returned"
				| "learning-taken-back"
			>()
			.notNull(),
		data: json<Record<string, string>>("data").notNull(),
		createdAt: time("created_at").notNull(),
		dismissedAt: time("dismissed_at"),
	},
	(t) => [index("notices_person").on(t.personId, t.createdAt)],
);
