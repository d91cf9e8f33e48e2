import { index, integer, json, key, primaryKey, table, text, time, uniqueIndex } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { courses } from "./catalog.ts";

/** A learning path: courses in an order, each with a reason. Without agency it is national and kept by content/paths. */
export const paths = table(
	"paths",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id").references(() => agencies.id),
		/** The file's name of a national path. */
		slug: key("slug").unique(),
		title: text("title").notNull(),
		reason: text("reason").notNull(),
		/** Roles of content/framework that it is meant for. */
		roles: json<string[]>("roles").notNull(),
		createdAt: time("created_at").notNull(),
		changedAt: time("changed_at").notNull(),
		retiredAt: time("retired_at"),
	},
	(t) => [index("paths_agency").on(t.agencyId, t.retiredAt)],
);

export const pathSteps = table(
	"path_steps",
	{
		pathId: key("path_id")
			.notNull()
			.references(() => paths.id),
		/** From 1. */
		position: integer("position").notNull(),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		reason: text("reason").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.pathId, t.position] }),
		uniqueIndex("path_steps_course").on(t.pathId, t.courseId),
	],
);
