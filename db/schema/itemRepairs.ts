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
import { attempts, items } from "./assessment.ts";

export const repairKinds = ["neutral", "rekey", "accept-also"] as const;
export type RepairKind = (typeof repairKinds)[number];

/**
 * counting → ready → applying → applied → undoing → undone; "discarded" instead of applying. It is in force, for every
 * score that is computed, while "applying" and "applied".
 */
export const repairStates = [
	"counting",
	"ready",
	"applying",
	"applied",
	"undoing",
	"undone",
	"discarded",
] as const;
export type RepairState = (typeof repairStates)[number];

/** What an examiner does about an item version that turned out wrong; the item itself and the answers never change. */
export const itemRepairs = table(
	"item_repairs",
	{
		id: key("id").primaryKey(),
		itemId: key("item_id")
			.notNull()
			.references(() => items.id),
		kind: text("kind").$type<RepairKind>().notNull(),
		/** The `Answer` that is right now, or right too; null: the item is neutralised. */
		answer: json<unknown>("answer"),
		reason: text("reason").notNull(),
		/** By the policy at its making: who passed stays so. */
		protects: boolean("protects").notNull(),
		state: text("state").$type<RepairState>().notNull(),
		/** The last attempt that the running pass has dealt with; null: none yet. */
		cursor: key("cursor"),
		/** Attempts that had the item when it was counted, and those of them in which no item would be left. */
		met: integer("met").notNull().default(0),
		emptied: integer("emptied").notNull().default(0),
		/** Who made it, or last set it going; the audit log knows each act. */
		actorId: key("actor_id").notNull(),
		actorName: text("actor_name").notNull(),
		createdAt: time("created_at").notNull(),
		countedAt: time("counted_at"),
		appliedAt: time("applied_at"),
		undoneAt: time("undone_at"),
	},
	(t) => [
		uniqueIndex("item_repairs_one").on(t.itemId).where(sql`${t.state} not in ('undone', 'discarded')`),
		index("item_repairs_made").on(t.createdAt),
	],
);

/** An attempt whose score or pass a repair changes: as it would be when counted, as it became when applied. */
export const itemRepairEffects = table(
	"item_repair_effects",
	{
		repairId: key("repair_id")
			.notNull()
			.references(() => itemRepairs.id),
		attemptId: key("attempt_id")
			.notNull()
			.references(() => attempts.id),
		/** Whole per cent; null: free texts waited for their marks. */
		scoreBefore: integer("score_before"),
		scoreAfter: integer("score_after"),
		passedBefore: boolean("passed_before").notNull(),
		passedAfter: boolean("passed_after").notNull(),
		/** Passed before, would no longer reach the pass mark, and was protected. */
		isProtected: boolean("is_protected").notNull(),
		/** When its enrolment had been passed before: what an undo puts back. */
		enrolmentPassedAt: time("enrolment_passed_at"),
		/** null: counted only. */
		appliedAt: time("applied_at"),
	},
	(t) => [primaryKey({ columns: [t.repairId, t.attemptId] })],
);
