import { index, integer, json, key, table, text, time } from "../columns/columns.ts";

export const jobs = table(
	"jobs",
	{
		id: key("id").primaryKey(),
		name: text("name").notNull(),
		/** At most one waiting job has the same key; null: no such limit. */
		uniqueKey: key("unique_key").unique(),
		payload: json<Record<string, string | number | boolean | null>>("payload").notNull(),
		state: text("state").$type<"waiting" | "running" | "done" | "failed">().notNull(),
		runAt: time("run_at").notNull(),
		lockedUntil: time("locked_until"),
		attempts: integer("attempts").notNull().default(0),
		lastError: text("last_error"),
		createdAt: time("created_at").notNull(),
		finishedAt: time("finished_at"),
	},
	(t) => [index("jobs_due").on(t.state, t.runAt)],
);

/** When each recurring job runs next. */
export const schedules = table("schedules", {
	name: key("name").primaryKey(),
	everyMs: integer("every_ms").notNull(),
	nextAt: time("next_at").notNull(),
});

/** Small facts about this database: demo mark, key fingerprint, secrets' fingerprints. */
export const settings = table("settings", {
	name: key("name").primaryKey(),
	value: text("value").notNull(),
});
