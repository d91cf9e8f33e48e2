import { index, json, key, table, text, time } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { people } from "./people.ts";

export const personActKinds = [
	"post",
	"agency",
	"secondment",
	"leave",
	"return",
	"retirement",
	"death",
	"contract-end",
	"employment",
	"number",
	"email",
	"name",
] as const;
export type PersonActKind = (typeof personActKinds)[number];

/**
 * - draft: its preview is shown, nothing is done
 * - planned: comes into force by itself on its day
 * - refused: could not come into force on its day; `fault` says why
 */
export type PersonActState = "draft" | "planned" | "done" | "undone" | "cancelled" | "refused";

/** One dated administrative act on a person. */
export const personActs = table(
	"person_acts",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		/** Where the person was when it was decided: whose admins see it, and may undo it. */
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		kind: text("kind").$type<PersonActKind>().notNull(),
		/** ISO day from which it holds. */
		day: key("day").notNull(),
		reason: text("reason").notNull(),
		/** An `ActPlan` of app/records/acts. */
		plan: json<unknown>("plan").notNull(),
		state: text("state").$type<PersonActState>().notNull(),
		/** An `ActFault` of app/records/acts. */
		fault: text("fault"),
		/** An `ActTrace` of app/records/acts: what it wrote and what was there before. */
		trace: json<unknown>("trace"),
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		doneAt: time("done_at"),
		/** When it was undone or called off. */
		endedAt: time("ended_at"),
	},
	(t) => [
		index("person_acts_person").on(t.personId, t.createdAt),
		index("person_acts_due").on(t.state, t.day),
	],
);
