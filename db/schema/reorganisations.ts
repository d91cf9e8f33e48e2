import { index, integer, json, key, table, text, time } from "../columns/columns.ts";
import { agencies, units } from "./agencies.ts";

/**
 * Two intervals each, from inclusive, till exclusive, null while it lasts. `valid…`: when it was so, by the decree.
 * `counts…`: for which days reports use it; an act recorded late never reaches back into a month that is over.
 */
const intervals = () => ({
	validFrom: key("valid_from").notNull(),
	validTo: key("valid_to"),
	countsFrom: key("counts_from").notNull(),
	countsTo: key("counts_to"),
	legalBasis: text("legal_basis").notNull().default(""),
	/** The reorganisations that began and ended it; null: it was there before, or came with an import. */
	begunBy: key("begun_by"),
	endedBy: key("ended_by"),
});

/** What an agency was called, and when. The row of `agencies` is the state of today. */
export const agencyVersions = table(
	"agency_versions",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		code: key("code").notNull(),
		name: text("name").notNull(),
		shortName: text("short_name").notNull(),
		...intervals(),
	},
	(t) => [index("agency_versions_agency").on(t.agencyId, t.validFrom)],
);

/** What a unit was called and where it stood, and when. The row of `units` is the state of today. */
export const unitVersions = table(
	"unit_versions",
	{
		id: key("id").primaryKey(),
		unitId: key("unit_id")
			.notNull()
			.references(() => units.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		parentId: key("parent_id"),
		code: key("code").notNull(),
		name: text("name").notNull(),
		sortKey: key("sort_key").notNull(),
		...intervals(),
	},
	(t) => [
		index("unit_versions_agency").on(t.agencyId, t.sortKey),
		index("unit_versions_unit").on(t.unitId, t.validFrom),
	],
);

export const reorganisationKinds = [
	"unit.rename",
	"unit.move",
	"unit.merge",
	"unit.split",
	"unit.close",
	"agency.rename",
	"agency.close",
	"agency.merge",
	"agency.split",
] as const;
export type ReorganisationKind = (typeof reorganisationKinds)[number];

/** planned → applying → applied → undoing → undone; "discarded" instead of applying. */
export const reorganisationStates = [
	"planned",
	"applying",
	"applied",
	"undoing",
	"undone",
	"discarded",
] as const;
export type ReorganisationState = (typeof reorganisationStates)[number];

/** An act on an agency or its units: planned and shown first, then done in small steps, and undone whole. */
export const reorganisations = table(
	"reorganisations",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		kind: text("kind").$type<ReorganisationKind>().notNull(),
		/** ISO day from which it holds. */
		day: key("day").notNull(),
		plan: json<unknown>("plan").notNull(),
		/** Who goes where; known once the tree was changed, and gone through by the job. */
		effect: json<unknown>("effect"),
		/** The last change that an undoing has put back; null: none yet. */
		cursor: key("cursor"),
		reason: text("reason").notNull(),
		legalBasis: text("legal_basis").notNull(),
		state: text("state").$type<ReorganisationState>().notNull(),
		/** People who went along; known once it is applied. */
		people: integer("people").notNull().default(0),
		actorId: key("actor_id"),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		appliedAt: time("applied_at"),
		undoneAt: time("undone_at"),
	},
	(t) => [index("reorganisations_agency").on(t.agencyId, t.createdAt)],
);

export type ChangeKind =
	| "unit"
	| "agency"
	| "membership"
	| "grant"
	| "course"
	| "draft"
	| "exam-session"
	| "path"
	| "assignment"
	| "assignment-filter"
	/** Whom somebody belongs to who works elsewhere. */
	| "secondment";

/** A row that an act changed, before (null: it made the row) and after: what an undo compares and puts back. */
export const reorganisationChanges = table(
	"reorganisation_changes",
	{
		id: key("id").primaryKey(),
		reorganisationId: key("reorganisation_id")
			.notNull()
			.references(() => reorganisations.id),
		/** "course", "draft", "exam-session", "path": whose it is. An "assignment" without a row before goes on as `after.of`. Of a membership the row before is the one that ended and the row after the one that began. */
		kind: text("kind").$type<ChangeKind>().notNull(),
		rowId: key("row_id").notNull(),
		before: json<Record<string, unknown> | null>("before"),
		after: json<Record<string, unknown>>("after").notNull(),
	},
	(t) => [index("reorganisation_changes_of").on(t.reorganisationId, t.kind, t.id)],
);

/** Whose figures a unit's count with since that unit was merged or closed: from a month on, till (exclusive) another. */
export const unitCarries = table(
	"unit_carries",
	{
		/** Later carries have later ids: they follow each other in this order. */
		id: key("id").primaryKey(),
		reorganisationId: key("reorganisation_id")
			.notNull()
			.references(() => reorganisations.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		fromUnitId: key("from_unit_id").notNull(),
		/** "" for no unit. */
		toUnitId: key("to_unit_id").notNull(),
		month: key("month").notNull(),
		monthTo: key("month_to"),
	},
	(t) => [index("unit_carries_agency").on(t.agencyId, t.id)],
);
