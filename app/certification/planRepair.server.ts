import { v7 as uuid } from "uuid";
import { itemRepairs } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Answer, answerFits, answerText } from "../assessment/answer.ts";
import { itemOf } from "../assessment/drawnItems.server.ts";
import { examPolicyAt } from "../assessment/examPolicy.server.ts";
import type { Item } from "../assessment/item.ts";
import { ITEM_MAX } from "../assessment/items/points.ts";
import { type Repair, rekeyed } from "../assessment/repair.ts";
import { keyAnswer, scoreAnswer } from "../assessment/score.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { REPAIR_JOB, type RepairBy } from "./repairActs.server.ts";
import { itemInScope } from "./repairItem.server.ts";

type Plan = RepairBy & { itemId: string; reason: string } & Repair;
export type PlanOutcome =
	| { repairId: string }
	/** "under-repair": the item has a repair that is not undone yet; "no-key": the answer cannot be its key. */
	| { refused: "unknown" | "under-repair" | "no-key" | "same-key" };

/** What to do about an item version, to be counted first: nothing changes for anybody before it is applied. */
export function* planRepair(tx: Tx, { scope, actor, now, ...plan }: Plan): Body<PlanOutcome> {
	const found = yield* itemInScope(tx, plan.itemId, scope);
	if (!found) return { refused: "unknown" };
	const { kind, itemId, reason } = plan;
	const answer = kind === "neutral" ? null : plan.answer;
	const wrong = kind === "neutral" ? null : keyFault(itemOf(found), kind, answer);
	if (wrong) return { refused: wrong };
	const id = uuid();
	const protects = examPolicyAt(now).protectPasses;
	const by = { actorId: actor.id, actorName: actor.name, createdAt: now };
	const row = { id, itemId, kind, answer, reason, protects, state: "counting" as const, ...by };
	const [made] = yield* run(tx.insert(itemRepairs).values(row).onConflictDoNothing().returning());
	if (!made) return { refused: "under-repair" };
	yield* enqueue(tx, { name: REPAIR_JOB, payload: { repairId: id }, runAt: now });
	return { repairId: id };
}

function keyFault(item: Item, kind: "rekey" | "accept-also", answer: Answer): "no-key" | "same-key" | null {
	if (answer === null || !answerFits(item, answer) || !rekeyed(item, answer)) return "no-key";
	const isSame = kind === "rekey" && answerText(answer) === answerText(keyAnswer(item));
	const isRight = kind === "accept-also" && scoreAnswer(item, answer) === ITEM_MAX;
	return isSame || isRight ? "same-key" : null;
}
