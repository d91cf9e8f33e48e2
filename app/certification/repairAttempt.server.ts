import { and, eq, isNotNull } from "drizzle-orm";
import { type attempts, courseVersions, enrolments, itemRepairEffects } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { notify } from "../learning/notices.server.ts";
import type { RepairAct } from "./keepsPass.ts";
import { type Recounted, recountExam } from "./recountExam.server.ts";

type AttemptRow = typeof attempts.$inferSelect;
type Repaired = {
	attempt: AttemptRow;
	act: RepairAct;
	competenceName: (code: string) => string;
	now: number;
};

/** Scores one attempt anew as a repair is applied or undone; who is affected is told, and nobody else. */
export function* repairAttempt(tx: Tx, { attempt, act, competenceName, now }: Repaired): Body<void> {
	const { id: attemptId, enrolmentId } = attempt;
	const enrolmentPassedAt = yield* passedAtOf(tx, enrolmentId);
	const recounted = yield* recountExam(tx, { attemptId, competenceName, act, now });
	if (!recounted) return;
	const { before, after } = recounted;
	if (before.score === after.score && before.passed === after.passed) return;
	if (act.kind === "apply") yield* noteEffect(tx, { attempt, act, now, enrolmentPassedAt }, recounted);
	else yield* putBackPassedAt(tx, attempt, act.repairId, recounted);
	yield* tell(tx, attempt, act, recounted, now);
}

function* passedAtOf(tx: Tx, enrolmentId: string): Body<number | null> {
	const rows = tx.select({ passedAt: enrolments.passedAt }).from(enrolments);
	const [row] = yield* run(rows.where(eq(enrolments.id, enrolmentId)));
	return row?.passedAt ?? null;
}

type Noted = { attempt: AttemptRow; act: RepairAct; enrolmentPassedAt: number | null; now: number };

function* noteEffect(
	tx: Tx,
	{ attempt, act, enrolmentPassedAt, now }: Noted,
	{ before, after, isProtected }: Recounted,
): Body<void> {
	const effect = {
		scoreBefore: before.score,
		scoreAfter: after.score,
		passedBefore: before.passed,
		passedAfter: after.passed,
		isProtected,
		enrolmentPassedAt,
		appliedAt: now,
	};
	const { repairId, attemptId } = itemRepairEffects;
	yield* run(
		tx
			.insert(itemRepairEffects)
			.values({ repairId: act.repairId, attemptId: attempt.id, ...effect })
			.onConflictDoUpdate({ target: [repairId, attemptId], set: effect }),
	);
}

/** Who passes again did so when they first passed. */
function* putBackPassedAt(
	tx: Tx,
	{ id, enrolmentId }: AttemptRow,
	repairId: string,
	{ before, after }: Recounted,
): Body<void> {
	if (before.passed || !after.passed) return;
	const own = and(
		eq(itemRepairEffects.repairId, repairId),
		eq(itemRepairEffects.attemptId, id),
		isNotNull(itemRepairEffects.enrolmentPassedAt),
	);
	const rows = tx.select({ passedAt: itemRepairEffects.enrolmentPassedAt }).from(itemRepairEffects);
	const [effect] = yield* run(rows.where(own));
	if (!effect) return;
	yield* run(tx.update(enrolments).set({ passedAt: effect.passedAt }).where(eq(enrolments.id, enrolmentId)));
}

function* tell(
	tx: Tx,
	{ personId, versionId }: AttemptRow,
	{ kind }: RepairAct,
	{ before, after }: Recounted,
	now: number,
): Body<void> {
	const version = tx.select({ title: courseVersions.title }).from(courseVersions);
	const [row] = yield* run(version.where(eq(courseVersions.id, versionId)));
	const data = {
		title: row?.title ?? "",
		before: before.score === null ? "" : String(before.score),
		after: after.score === null ? "" : String(after.score),
		passed: before.passed === after.passed ? "same" : after.passed ? "now" : "no-longer",
	};
	const told = kind === "apply" ? ("exam-repaired" as const) : ("exam-repair-undone" as const);
	yield* notify(tx, { personId, kind: told, data, now });
}
