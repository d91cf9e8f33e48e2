import { index, integer, json, key, table, text, time, unique, uniqueIndex } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";

export type CompetenceLevel = { code: string; level: number };
/** From the course's own bank, unless it says "national". */
export type BlueprintCell = { competence: string; level: number; count: number; from?: "national" };
export type ExamRules = {
	durationMinutes: number;
	/** Per cent of the points. */
	passMark: number;
	attempts: number;
	waitHours: number;
	feedback: "full" | "competence";
	blueprint: BlueprintCell[];
	/** Two reviewers mark each free text, independently. */
	secondMarker?: boolean;
};
/** How long a certificate is valid, and whether who passed an earlier version may renew by what is new since then alone. */
export type Validity = { months: number; renewal: "whole" | "difference" };
export type JpLine = { subject: string; minutes: number; jp: number };
export type CourseSource = { title: string; publisher: string; date: string; note?: string };

/** A course belongs to an agency; `all` opens it to everyone, `agency` to the own agency only. */
export const courses = table(
	"courses",
	{
		id: key("id").primaryKey(),
		slug: key("slug").notNull().unique(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		audience: text("audience").$type<"all" | "agency">().notNull(),
		/** The version that new learners get; null before the first publication and after a withdrawal. */
		currentVersionId: key("current_version_id"),
		createdAt: time("created_at").notNull(),
	},
	(t) => [index("courses_agency").on(t.agencyId)],
);

/** A published version: immutable, except that it can be withdrawn. */
export const courseVersions = table(
	"course_versions",
	{
		id: key("id").primaryKey(),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		number: integer("number").notNull(),
		title: text("title").notNull(),
		summary: text("summary").notNull(),
		outcomes: json<string[]>("outcomes").notNull(),
		level: integer("level").notNull(),
		competences: json<CompetenceLevel[]>("competences").notNull(),
		jp: integer("jp").notNull(),
		jpCalculation: json<JpLine[]>("jp_calculation").notNull(),
		/** SIASN's form-of-training id. */
		form: integer("form").notNull(),
		authors: json<string[]>("authors").notNull(),
		sources: json<CourseSource[]>("sources").notNull(),
		reviewedOn: text("reviewed_on").notNull(),
		signatory: json<{ name: string; position: string }>("signatory").notNull(),
		exam: json<ExamRules>("exam").notNull(),
		/** null: its certificates do not run out. */
		validity: json<Validity>("validity"),
		/** sha256 of everything in the version: content/ is published anew only when it changed. */
		contentHash: key("content_hash").notNull(),
		/** Folded words of title, summary and competences, for the catalogue's search. */
		searchText: text("search_text").notNull(),
		publishedAt: time("published_at").notNull(),
		publishedBy: key("published_by"),
		withdrawnAt: time("withdrawn_at"),
		withdrawnReason: text("withdrawn_reason"),
	},
	(t) => [unique("course_versions_number").on(t.courseId, t.number)],
);

export const lessons = table(
	"lessons",
	{
		id: key("id").primaryKey(),
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		position: integer("position").notNull(),
		slug: key("slug").notNull(),
		title: text("title").notNull(),
		minutes: integer("minutes").notNull(),
		objective: text("objective").notNull(),
		source: text("source").notNull(),
		sourceHash: key("source_hash").notNull(),
	},
	(t) => [
		uniqueIndex("lessons_slug").on(t.versionId, t.slug),
		index("lessons_position").on(t.versionId, t.position),
	],
);

/** What compiling gave: derived, and made anew when the renderer changes. Keys never leave the server. */
export const compiledLessons = table("compiled_lessons", {
	/** `${sourceHash}:${rendererVersion}:${lang}` */
	key: key("key").primaryKey(),
	html: text("html").notNull(),
	headings: json<{ id: string; text: string; depth: number }[]>("headings").notNull(),
	checks: json<unknown[]>("checks").notNull(),
	compiledAt: time("compiled_at").notNull(),
});

/** A file of the content-addressed store that a version's lessons name. */
export const media = table(
	"media",
	{
		id: key("id").primaryKey(),
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		/** As lessons write it: "media/x.svg". */
		name: key("name").notNull(),
		/** sha256 of the bytes, hex. */
		hash: key("hash").notNull(),
		type: text("type").notNull(),
		bytes: integer("bytes").notNull(),
	},
	(t) => [uniqueIndex("media_name").on(t.versionId, t.name), index("media_hash").on(t.hash)],
);
