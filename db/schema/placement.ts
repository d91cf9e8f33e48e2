import {
	index,
	integer,
	json,
	key,
	primaryKey,
	real,
	table,
	text,
	time,
	unique,
} from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { items } from "./assessment.ts";
import { people } from "./people.ts";

/** What a recalibration would change of one item; logits. */
export type ProposedChange = {
	code: string;
	competence: string;
	askedHash: string;
	discrimination: number;
	answers: number;
	before: number;
	after: number;
	standardError: number;
};

/** One sitting of asesmen awal; `left` was not ended in time and has no result. */
export const placementSittings = table(
	"placement_sittings",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		unitId: key("unit_id"),
		/** The person's own running number, from 1. */
		number: integer("number").notNull(),
		state: text("state").$type<"open" | "finished" | "left">().notNull(),
		/** Of the random draws: with the answers it gives the same items again. */
		seed: integer("seed").notNull(),
		/** The item parameters that it uses to its end; 0: the authors' own. */
		parameterVersion: integer("parameter_version").notNull(),
		startedAt: time("started_at").notNull(),
		lastAt: time("last_at").notNull(),
		finishedAt: time("finished_at"),
		stopReason: text("stop_reason").$type<"precise" | "longest" | "no-item">(),
	},
	(t) => [unique("placement_sittings_number").on(t.personId, t.number)],
);

/** An item as a sitting drew it, with the parameters that count in this sitting. */
export const placementItems = table(
	"placement_items",
	{
		sittingId: key("sitting_id")
			.notNull()
			.references(() => placementSittings.id),
		position: integer("position").notNull(),
		itemId: key("item_id")
			.notNull()
			.references(() => items.id),
		optionOrder: json<string[]>("option_order").notNull(),
		/** Logits. */
		difficulty: real("difficulty").notNull(),
		/** Per logit. */
		discrimination: real("discrimination").notNull(),
	},
	(t) => [primaryKey({ columns: [t.sittingId, t.position] }), index("placement_items_item").on(t.itemId)],
);

/** The answer to a drawn item; append-only: the next item was chosen by it, so that the first one holds. */
export const placementAnswers = table(
	"placement_answers",
	{
		sittingId: key("sitting_id")
			.notNull()
			.references(() => placementSittings.id),
		position: integer("position").notNull(),
		/** An `Answer` of app/assessment/answer.ts; null: "I do not know". */
		value: json<unknown>("value"),
		milliPoints: integer("milli_points").notNull(),
		givenAt: time("given_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.sittingId, t.position] })],
);

/** What a finished sitting says of one domain, or of the general ability (`domain` "G"); never computed anew. */
export const placementResults = table(
	"placement_results",
	{
		sittingId: key("sitting_id")
			.notNull()
			.references(() => placementSittings.id),
		domain: key("domain").notNull(),
		personId: key("person_id").notNull(),
		/** Logits of a population N(0, 1). */
		mean: real("mean").notNull(),
		standardError: real("standard_error").notNull(),
		items: integer("items").notNull(),
		/** The highest level that an item of the bank asked for: nothing above it was measured. */
		topLevel: integer("top_level").notNull(),
		at: time("at").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.sittingId, t.domain] }),
		index("placement_results_person").on(t.personId, t.at),
	],
);

/** A recalibration that was applied; sittings begun from then on use its parameters. */
export const placementParameterVersions = table("placement_parameter_versions", {
	/** From 1. */
	number: integer("number").primaryKey(),
	appliedAt: time("applied_at").notNull(),
	actorId: key("actor_id"),
	actorName: text("actor_name").notNull(),
	reason: text("reason").notNull(),
	answers: integer("answers").notNull(),
});

/** An item's parameters in a version, by what it asks; items without a row keep their author's. */
export const placementParameters = table(
	"placement_parameters",
	{
		version: integer("version")
			.notNull()
			.references(() => placementParameterVersions.number),
		askedHash: key("asked_hash").notNull(),
		difficulty: real("difficulty").notNull(),
		discrimination: real("discrimination").notNull(),
		answers: integer("answers").notNull(),
	},
	(t) => [primaryKey({ columns: [t.version, t.askedHash] })],
);

/** How many sittings drew an item, by its hash; "sittings": how many there were. Counted anew by a job. */
export const placementExposure = table("placement_exposure", {
	askedHash: key("asked_hash").primaryKey(),
	drawn: integer("drawn").notNull(),
	countedAt: time("counted_at").notNull(),
});

/** What the recalibrating job last found: one row waits, those that were applied stay beside their version. */
export const placementProposals = table("placement_proposals", {
	id: key("id").primaryKey(),
	computedAt: time("computed_at").notNull(),
	/** The parameters that it would change. */
	parameterVersion: integer("parameter_version").notNull(),
	sittings: integer("sittings").notNull(),
	/** Items with too few answers to say anything. */
	tooFew: integer("too_few").notNull(),
	changes: json<ProposedChange[]>("changes").notNull(),
	appliedAs: integer("applied_as").references(() => placementParameterVersions.number),
});
