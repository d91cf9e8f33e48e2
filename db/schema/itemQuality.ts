import { integer, json, key, table, time } from "../columns/columns.ts";
import { courseVersions } from "./catalog.ts";

/** The statistics of a version's exam as they were last computed from the answers: derived, so it can be made anew. */
export const examStatistics = table("exam_statistics", {
	versionId: key("version_id")
		.primaryKey()
		.references(() => courseVersions.id),
	/** Of the rules by which it was computed: another release's are computed anew. */
	rules: integer("rules").notNull(),
	people: integer("people").notNull(),
	computedAt: time("computed_at").notNull(),
	/** An `ExamStatistics` of app/assessment/examStatistics.ts. */
	figures: json<unknown>("figures").notNull(),
});
