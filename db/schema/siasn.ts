import { boolean, index, integer, json, key, primaryKey, table, text, time } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";

/** What SIASN calls an agency and its place: its own ids, which an agency's admin fills in. */
export const siasnSettings = table("siasn_settings", {
	agencyId: key("agency_id")
		.primaryKey()
		.references(() => agencies.id),
	instansiId: text("instansi_id").notNull(),
	lokasiId: text("lokasi_id").notNull(),
	changedAt: time("changed_at").notNull(),
});

export type SiasnExportState = "running" | "done";

/** One export of an agency's training hours: what was new since the one before it. */
export const siasnExports = table(
	"siasn_exports",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		state: text("state").$type<SiasnExportState>().notNull(),
		/** Hours credited from that time on are looked at; and up to when it was made. */
		since: time("since").notNull(),
		/** First those who lacked a PNS ID, then the ledger; where in it: the last place that was dealt with. */
		phase: text("phase").$type<"waiting" | "ledger">().notNull(),
		cursor: text("cursor").notNull(),
		added: integer("added").notNull().default(0),
		removed: integer("removed").notNull().default(0),
		/** Left for later: their holders have no PNS ID yet. */
		waiting: integer("waiting").notNull().default(0),
		/** null: the command line. */
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		finishedAt: time("finished_at"),
		/** When sending it to SIASN was asked for; null: it was not. */
		pushedAt: time("pushed_at"),
	},
	(t) => [index("siasn_exports_agency").on(t.agencyId, t.createdAt)],
);

/** A line of an export, as it was written: the file is the same whenever it is downloaded. */
export const siasnExportRows = table(
	"siasn_export_rows",
	{
		exportId: key("export_id")
			.notNull()
			.references(() => siasnExports.id),
		/** From 1. */
		position: integer("position").notNull(),
		kind: text("kind").$type<"added" | "removed">().notNull(),
		/** The certificate, or the piece of learning elsewhere. */
		about: key("about").notNull(),
		/** `SiasnRow` of app/records/siasn. */
		row: json<unknown>("row").notNull(),
		/** Sending it has begun; with neither an answer nor a fault it is not known whether it arrived. */
		sendingAt: time("sending_at"),
		sentAt: time("sent_at"),
		/** SIASN's id of it; null where it said none. */
		siasnId: text("siasn_id"),
		fault: text("fault"),
	},
	(t) => [primaryKey({ columns: [t.exportId, t.position] }), index("siasn_export_rows_about").on(t.about)],
);

/** What was last exported about a certificate or a piece of learning elsewhere, or that it waits. */
export const siasnItems = table(
	"siasn_items",
	{
		about: key("about").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		/** Hours that SIASN should have now; 0: none. */
		jp: integer("jp").notNull(),
		/** `SiasnRow`; null: nothing of it was exported. */
		row: json<unknown>("row"),
		isWaiting: boolean("is_waiting").notNull(),
	},
	(t) => [index("siasn_items_waiting").on(t.agencyId, t.isWaiting, t.about)],
);
