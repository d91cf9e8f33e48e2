import { and, eq, inArray } from "drizzle-orm";
import { courses, courseVersions, itemRepairs, items, type RepairState } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { type CourseScope, inCourseScope } from "../assessment/courseScope.server.ts";
import { enqueue } from "../jobs/queue.server.ts";

export type RepairBy = { scope: CourseScope; actor: Actor & { id: string }; now: number };
/** "emptied": in some attempt nothing would be left to score. */
export type RepairOutcome = "done" | "unknown" | "not-now" | "emptied";

export const REPAIR_JOB = "exam.item-repair";

type Act = RepairBy & { repairId: string };

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
