import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { courses, courseVersions, itemRepairs, items, type RepairState } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { type Answer, answerFits, answerText } from "../assessment/answer.ts";
import { type CourseScope, inCourseScope } from "../assessment/courseScope.server.ts";
import { itemOf } from "../assessment/drawnItems.server.ts";
import { examPolicyAt } from "../assessment/examPolicy.server.ts";
import type { Item } from "../assessment/item.ts";
import { ITEM_MAX } from "../assessment/items/points.ts";
import type { Repair } from "../assessment/repair.ts";
import { rekeyed } from "../assessment/repair.ts";
import { keyAnswer, scoreAnswer } from "../assessment/score.ts";
import { enqueue } from "../jobs/queue.server.ts";

type By = { scope: CourseScope; actor: Actor & { id: string }; now: number };
type Plan = By & { itemId: string; reason: string } & Repair;
export type PlanOutcome =
	| { repairId: string }
	/** "under-repair": the item has a repair that is not undone yet; "no-key": the answer cannot be its key. */
	| { refused: "unknown" | "under-repair" | "no-key" | "same-key" };
/** "emptied": in some attempt nothing would be left to score. */
export type RepairOutcome = "done" | "unknown" | "not-now" | "emptied";

export const REPAIR_JOB = "exam.item-repair";

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

function* itemInScope(tx: Tx, itemId: string, scope: CourseScope) {
	const [row] = yield* run(
		tx
			.select({ id: items.id, content: items.content, agencyId: courses.agencyId })
			.from(items)
			.leftJoin(courseVersions, eq(courseVersions.id, items.versionId))
			.leftJoin(courses, eq(courses.id, courseVersions.courseId))
			.where(and(eq(items.id, itemId), inCourseScope(scope))),
	);
	return row ?? null;
}

type Act = By & { repairId: string };

/** Puts a counted repair into force and begins to score anew whoever met the item. */
export function* applyRepair(tx: Tx, act: Act): Body<RepairOutcome> {
	const repair = yield* repairInScope(tx, act);
	if (!repair) return "unknown";
	if (repair.state === "ready" && repair.emptied > 0) return "emptied";
	return yield* move(tx, act, repair, ["ready"], "applying", {});
}

/** Takes an applied repair out of force and begins to put back whoever it had met. */
export function* undoRepair(tx: Tx, act: Act & { reason: string }): Body<RepairOutcome> {
	const repair = yield* repairInScope(tx, act);
	if (!repair) return "unknown";
	return yield* move(tx, act, repair, ["applied"], "undoing", { reason: act.reason });
}

/** Leaves a repair that was only counted. */
export function* discardRepair(tx: Tx, act: Act): Body<RepairOutcome> {
	const repair = yield* repairInScope(tx, act);
	if (!repair) return "unknown";
	return yield* move(tx, act, repair, ["counting", "ready"], "discarded", {});
}

type Found = typeof itemRepairs.$inferSelect & { agencyId: string | null };

function* repairInScope(tx: Tx, { repairId, scope }: Act): Body<Found | null> {
	const [row] = yield* run(
		tx
			.select({ repair: itemRepairs, agencyId: courses.agencyId })
			.from(itemRepairs)
			.innerJoin(items, eq(items.id, itemRepairs.itemId))
			.leftJoin(courseVersions, eq(courseVersions.id, items.versionId))
			.leftJoin(courses, eq(courses.id, courseVersions.courseId))
			.where(and(eq(itemRepairs.id, repairId), inCourseScope(scope))),
	);
	return row ? { ...row.repair, agencyId: row.agencyId } : null;
}

function* move(
	tx: Tx,
	{ actor, now }: Act,
	{ id, itemId, kind, reason, agencyId }: Found,
	from: RepairState[],
	state: "applying" | "undoing" | "discarded",
	detail: { reason?: string },
): Body<RepairOutcome> {
	const by = { actorId: actor.id, actorName: actor.name };
	const [moved] = yield* run(
		tx
			.update(itemRepairs)
			.set({ state, cursor: null, ...by })
			.where(and(eq(itemRepairs.id, id), inArray(itemRepairs.state, from)))
			.returning(),
	);
	if (!moved) return "not-now";
	if (state === "discarded") return "done";
	yield* enqueue(tx, { name: REPAIR_JOB, payload: { repairId: id }, runAt: now });
	yield* recordAudit(tx, {
		actor,
		action: state === "applying" ? "item.repair" : "item.repair-undo",
		subjectKind: "item",
		subjectId: itemId,
		agencyId,
		detail: { repairId: id, kind, reason, ...detail },
		at: now,
	});
	return "done";
}
