import { index, integer, key, primaryKey, table, text, time } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { certificates } from "./certification.ts";

export const certificateActKinds = ["revoke", "reinstate", "reissue"] as const;
export type CertificateActKind = (typeof certificateActKinds)[number];
/** ready → running → done; "discarded" instead of running. */
export type CertificateActState = "ready" | "running" | "done" | "discarded";

/** Something that an issuer does about many of its certificates at once: looked at first, then done in short steps. */
export const certificateActs = table(
	"certificate_acts",
	{
		id: key("id").primaryKey(),
		kind: text("kind").$type<CertificateActKind>().notNull(),
		/** The agency that issued them all. */
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		/** Its holders, and whoever checks, read it. */
		reason: text("reason").notNull(),
		state: text("state").$type<CertificateActState>().notNull(),
		/** How many certificates it names, and the position of the last one that was dealt with. */
		total: integer("total").notNull(),
		cursor: integer("cursor").notNull().default(0),
		/** null: the command line. */
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		startedAt: time("started_at"),
		finishedAt: time("finished_at"),
	},
	(t) => [index("certificate_acts_agency").on(t.agencyId, t.createdAt)],
);

export const certificateActRows = table(
	"certificate_act_rows",
	{
		actId: key("act_id")
			.notNull()
			.references(() => certificateActs.id),
		/** From 1. */
		position: integer("position").notNull(),
		certificateId: key("certificate_id")
			.notNull()
			.references(() => certificates.id),
		/** A `CertificateFault` of app/certification: why it is left as it is; null: it is met. */
		fault: text("fault"),
		doneAt: time("done_at"),
		/** Of a reissue, the new one. */
		newId: key("new_id"),
	},
	(t) => [primaryKey({ columns: [t.actId, t.position] })],
);
