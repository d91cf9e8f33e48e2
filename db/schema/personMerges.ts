import { index, json, key, primaryKey, table, text, time } from "../columns/columns.ts";
import { people } from "./people.ts";

/** Two records of one person made one: `gone` stays as a stone that leads to `kept`, and can be called back. */
export const personMerges = table(
	"person_merges",
	{
		id: key("id").primaryKey(),
		keptId: key("kept_id")
			.notNull()
			.references(() => people.id),
		goneId: key("gone_id")
			.notNull()
			.references(() => people.id),
		state: text("state").$type<"merged" | "undone">().notNull(),
		reason: text("reason").notNull(),
		/** A `MergeTrace` of app/records/merge: every row that it moved or changed. */
		trace: json<unknown>("trace").notNull(),
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		at: time("at").notNull(),
		undoneAt: time("undone_at"),
	},
	(t) => [index("person_merges_kept").on(t.keptId, t.at), index("person_merges_gone").on(t.goneId)],
);

export type DuplicateReason = "birth-date" | "old-new-number" | "email";

/** Two records that may be one person's; `oneId` is the smaller id. Nothing is merged by itself. */
export const duplicateCandidates = table(
	"duplicate_candidates",
	{
		oneId: key("one_id")
			.notNull()
			.references(() => people.id),
		otherId: key("other_id")
			.notNull()
			.references(() => people.id),
		reason: text("reason").$type<DuplicateReason>().notNull(),
		/** The agency in which both worked when they were found; null: not the same one. */
		agencyId: key("agency_id"),
		foundAt: time("found_at").notNull(),
		/** When somebody said that they are two people. */
		dismissedAt: time("dismissed_at"),
		dismissedBy: text("dismissed_by"),
	},
	(t) => [
		primaryKey({ columns: [t.oneId, t.otherId] }),
		index("duplicate_candidates_open").on(t.dismissedAt, t.foundAt),
		index("duplicate_candidates_agency").on(t.agencyId, t.dismissedAt, t.foundAt),
	],
);
