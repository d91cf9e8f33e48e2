import { sql } from "drizzle-orm";
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
import { agencies } from "./agencies.ts";

/**
 * reading → ready → applying → settling → applied → undoing → clearing → undone; from reading, ready and (over clearing)
 * applying also cancelled. Reading stops at "mapping" while somebody has to say what columns mean, and at "refused" when
 * the file cannot be read. Its rows are in force, for every reader, while it is settling, applied or undoing.
 */
export const rosterStates = [
	"reading",
	"mapping",
	"refused",
	"ready",
	"applying",
	"settling",
	"applied",
	"undoing",
	"clearing",
	"undone",
	"cancelled",
] as const;
export type RosterState = (typeof rosterStates)[number];

export const rosterOutcomes = [
	"new",
	"changed",
	"moved-in",
	"moved-out",
	"absent",
	"refused",
	"doubtful",
	"same",
] as const;
export type RosterOutcome = (typeof rosterOutcomes)[number];

/** A roster file that an agency sent, and what became of it. The file itself is not kept. */
export const rosterImports = table(
	"roster_imports",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		fileName: text("file_name").notNull(),
		/** SHA-256 of the file, in hex; "" until it has been read whole. */
		sha256: key("sha256").notNull(),
		state: text("state").$type<RosterState>().notNull(),
		/** The last row that the running pass, or the reading, has dealt with. */
		cursor: integer("cursor").notNull().default(0),
		/** `ColumnHead[]` of app/people/roster: the columns that were read, as the file names them. */
		columns: json<unknown>("columns").notNull(),
		/** `FileFacts` of app/people/roster: what was found out about the file as a whole. */
		facts: json<unknown>("facts"),
		/** Why the file as a whole was refused, in Bahasa Indonesia; "" otherwise. */
		problem: text("problem").notNull().default(""),
		/** Rows by `RosterOutcome`, and cells that were restored. */
		counts: json<Partial<Record<RosterOutcome | "restored", number>>>("counts").notNull(),
		/** Who worked in the agency when it was compared. */
		members: integer("members").notNull().default(0),
		/** Whose file it looks like, when that is not the agency that it was given for. */
		foreignAgencyId: key("foreign_agency_id"),
		/** Whether those who are known elsewhere come here with it. */
		takesMoves: boolean("takes_moves").notNull().default(false),
		/** Who read it, or last set it going; null id: the command line. The audit log knows each act. */
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		readyAt: time("ready_at"),
		/** When it came into force: the one moment at which readers see it. */
		publishedAt: time("published_at"),
		/** When it went out of force again. */
		withdrawnAt: time("withdrawn_at"),
		finishedAt: time("finished_at"),
	},
	(t) => [
		uniqueIndex("roster_imports_busy")
			.on(t.agencyId)
			.where(sql`${t.state} in ('applying', 'settling', 'undoing', 'clearing')`),
		index("roster_imports_agency").on(t.agencyId, t.createdAt),
	],
);

/** What became, or would become, of one row of the file, or (without a row number) of somebody who is not in it. */
export const rosterRows = table(
	"roster_rows",
	{
		runId: key("run_id")
			.notNull()
			.references(() => rosterImports.id),
		/** Counted from 1 in the order of the file, and on over those who are absent from it. */
		position: integer("position").notNull(),
		/** The row as the spreadsheet shows it. */
		rowNumber: integer("row_number"),
		/** NIP or NI PPPK; "" where it could not be read. */
		number: key("number").notNull(),
		outcome: text("outcome").$type<RosterOutcome>().notNull(),
		/** A `RowReason` of app/people/roster; "" where nothing has to be said, or the findings say it. */
		reason: text("reason").notNull(),
		/** What the reader says of its cells: `CellFinding[]` of app/people/roster. */
		findings: json<unknown>("findings").notNull(),
		personId: key("person_id"),
		/** The post that it was compared with. */
		membershipId: key("membership_id"),
		/** Where somebody who moves in comes from, where somebody in the file works instead. */
		otherAgencyId: key("other_agency_id"),
		/** The read cells as they stood, for the file of refused rows; null where nothing is to be done. */
		raw: json<unknown>("raw"),
		/** `Change[]` of app/people/roster: field, before, after. */
		changes: json<unknown>("changes").notNull(),
		/** `Plan` of app/people/roster: what applying writes. */
		plan: json<unknown>("plan"),
		/** `Doubt` of app/people/roster: who it may be, and what taking it as either would do; null where that is certain. */
		doubt: json<unknown>("doubt"),
		/** What somebody decided about a doubtful row; null: nothing yet, and it is left. */
		decision: text("decision").$type<"same" | "other">(),
		/** written → settled → unsettled → cleared; "left": somebody else had changed the same meanwhile. */
		done: text("done").$type<"written" | "settled" | "unsettled" | "cleared" | "left">(),
		/** What it wrote and what was there before: `Trace` of app/people/roster. */
		trace: json<unknown>("trace"),
		/** Whether it changes the name or a title of somebody known. */
		isRename: boolean("is_rename").notNull().default(false),
		/** Why an undo was refused: what had touched it since. */
		touched: text("touched"),
	},
	(t) => [
		primaryKey({ columns: [t.runId, t.position] }),
		index("roster_rows_outcome").on(t.runId, t.outcome, t.position),
		index("roster_rows_person").on(t.runId, t.personId),
		index("roster_rows_rename").on(t.runId).where(sql`${t.isRename}`),
		index("roster_rows_touched").on(t.runId).where(sql`${t.touched} is not null`),
	],
);

/** What an agency said that a column of its files means: asked once, remembered. */
export const rosterMappings = table(
	"roster_mappings",
	{
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		/** `columnKey` of app/people/roster: the column's name without what writers of headers vary. */
		column: key("column_key").notNull(),
		/** As the file wrote it. */
		name: text("name").notNull(),
		/** A `RosterSource` of app/people/roster; null: not read. */
		source: text("source"),
		savedAt: time("saved_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.agencyId, t.column] })],
);
