import { integer, json, key, primaryKey, table, text, time } from "../columns/columns.ts";
import { people } from "./people.ts";
import { drafts } from "./studio.ts";

/** A file of questions that was read for a draft and shown, not yet taken; forgotten after a day. */
export const itemImports = table("item_imports", {
	id: key("id").primaryKey(),
	draftId: key("draft_id")
		.notNull()
		.references(() => drafts.id),
	fileName: text("file_name").notNull(),
	format: text("format").$type<"gift" | "moodle-xml" | "qti">().notNull(),
	/** What is said of the file as a whole: a list of `Note` of app/assessment/exchange. */
	notes: json<unknown>("notes").notNull(),
	createdBy: key("created_by")
		.notNull()
		.references(() => people.id),
	createdAt: time("created_at").notNull(),
	/** When all of its rows were there: it is shown from then on. */
	readyAt: time("ready_at"),
	appliedAt: time("applied_at"),
});

/** What became, or would become, of one question of the file. */
export const itemImportRows = table(
	"item_import_rows",
	{
		importId: key("import_id")
			.notNull()
			.references(() => itemImports.id),
		position: integer("position").notNull(),
		outcome: text("outcome").$type<"taken" | "adapted" | "present" | "refused">().notNull(),
		/** A `StoredRow` of app/studio/exchange. */
		row: json<unknown>("row").notNull(),
		/** Null until it was taken: written, or left because the bank had changed meanwhile. */
		done: text("done").$type<"written" | "left">(),
	},
	(t) => [primaryKey({ columns: [t.importId, t.position] })],
);
