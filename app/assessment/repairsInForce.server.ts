import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Queries } from "#db/client.server.ts";
import { runPrepared } from "#db/prepared.server.ts";
import { attemptItems, itemRepairs } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { answerSchema } from "./answer.ts";
import type { Repair } from "./repair.ts";

const inForce = inArray(itemRepairs.state, ["applying", "applied"]);
const { itemId, kind, answer } = itemRepairs;
const columns = { itemId, kind, answer };
type Row = { itemId: string; kind: Repair["kind"]; answer: unknown };

const byItem = (rows: readonly Row[]): ReadonlyMap<string, Repair> =>
	new Map(rows.map(({ itemId, kind, answer }) => [itemId, { kind, answer: answerSchema.parse(answer) }]));

const ofAttempt = (on: Queries, name: string) =>
	on
		.select(columns)
		.from(attemptItems)
		.innerJoin(itemRepairs, eq(itemRepairs.itemId, attemptItems.itemId))
		.where(and(eq(attemptItems.attemptId, sql.placeholder("attemptId")), inForce))
		.prepare(name);

/** The repairs in force of an attempt's items, by item. */
export function* repairsOfAttempt(tx: Tx, attemptId: string): Body<ReadonlyMap<string, Repair>> {
	return byItem(yield* runPrepared(tx, "repairs-of-attempt", ofAttempt, { attemptId }));
}

/** The repairs in force of those items, by item. */
export async function repairsOf(itemIds: readonly string[]): Promise<ReadonlyMap<string, Repair>> {
	if (itemIds.length === 0) return new Map();
	return byItem(
		await db
			.select(columns)
			.from(itemRepairs)
			.where(and(inArray(itemRepairs.itemId, [...itemIds]), inForce)),
	);
}

/** Ids of all items that are neutralised: the few that no draw should give anybody. */
export function* neutralItems(tx: Tx): Body<ReadonlySet<string>> {
	const neutral = and(eq(itemRepairs.kind, "neutral"), inForce);
	const rows = yield* run(tx.select({ itemId }).from(itemRepairs).where(neutral));
	return new Set(rows.map((row) => row.itemId));
}
