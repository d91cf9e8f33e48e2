import { sql } from "drizzle-orm";
import { index, integer, json, key, table, text, time, uniqueIndex } from "../columns/columns.ts";
import { type BlueprintCell, courseVersions } from "./catalog.ts";
import { certificates } from "./certification.ts";
import { enrolments } from "./learning.ts";

/** What one person does to renew a certificate that runs out: fixed when they begin, on the version of that day. */
export const renewals = table(
	"renewals",
	{
		id: key("id").primaryKey(),
		enrolmentId: key("enrolment_id")
			.notNull()
			.references(() => enrolments.id),
		/** The certificate that runs out. */
		certificateId: key("certificate_id")
			.notNull()
			.references(() => certificates.id),
		/** The version that was passed. */
		fromVersionId: key("from_version_id")
			.notNull()
			.references(() => courseVersions.id),
		/** The version that is learnt now. */
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		way: text("way").$type<"whole" | "difference">().notNull(),
		/** The lessons to be read. */
		lessonIds: json<string[]>("lesson_ids").notNull(),
		/** What the exam asks; for a difference only items that the version passed did not have. */
		blueprint: json<BlueprintCell[]>("blueprint").notNull(),
		durationMinutes: integer("duration_minutes").notNull(),
		/** Training hours that its certificate is worth. */
		jp: integer("jp").notNull(),
		begunAt: time("begun_at").notNull(),
		/** When its exam was passed; null while it goes on. */
		passedAt: time("passed_at"),
	},
	(t) => [
		uniqueIndex("renewals_open").on(t.enrolmentId).where(sql`${t.passedAt} is null`),
		index("renewals_certificate").on(t.certificateId),
	],
);
