import { and, asc, eq, gt } from "drizzle-orm";
import { attemptItems, attempts, itemRepairEffects, itemRepairs, items } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { answerSchema } from "../assessment/answer.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { RepairAct } from "./keepsPass.ts";
import { REPAIR_JOB } from "./repairActs.server.ts";
import { repairAttempt } from "./repairAttempt.server.ts";
import { whatIf } from "./repairWhatIf.server.ts";

type AttemptRow = typeof attempts.$inferSelect;
type RepairRow = typeof itemRepairs.$inferSelect;
type Names = (code: string) => string;

/** Attempts in one short transaction. */
const AT_ONCE = 10;
/** Then another job gets its turn. */
const TURN_MS = 4000;

/**
 * Goes on with what a repair is at (counting, applying, undoing), in short transactions that remember how far it came, so
 * that a stopped worker loses nothing and does nothing twice. After a while it asks for another turn.
 */
export async function advanceRepair(
	repairId: string,
	competenceName: Names,
	clock: () => number,
): Promise<void> {
	const until = clock() + TURN_MS;
	while (await transaction((tx) => step(tx, repairId, competenceName, clock()))) {
		if (clock() < until) continue;
		const again = { name: REPAIR_JOB, payload: { repairId }, runAt: clock() };
		return transaction((tx) => enqueue(tx, again));
	}
}

/** @returns whether there is more to do */
function* step(tx: Tx, repairId: string, competenceName: Names, now: number): Body<boolean> {
	const [repair] = yield* run(tx.select().from(itemRepairs).where(eq(itemRepairs.id, repairId)));
	if (!repair || !["counting", "applying", "undoing"].includes(repair.state)) return false;
	const some = yield* nextAttempts(tx, repair);
	let { met, emptied } = repair;
	for (const attempt of some) {
		if (repair.state === "counting") {
			met++;
			if (yield* countAttempt(tx, repair, attempt)) emptied++;
		} else yield* repairAttempt(tx, { attempt, act: actOf(repair), competenceName, now });
	}
	const cursor = some.at(-1)?.id ?? repair.cursor;
	yield* run(tx.update(itemRepairs).set({ cursor, met, emptied }).where(eq(itemRepairs.id, repairId)));
	if (some.length === AT_ONCE) return true;
	yield* finish(tx, repair, now);
	return false;
}

function* nextAttempts(tx: Tx, { itemId, cursor }: RepairRow): Body<AttemptRow[]> {
	const later = cursor === null ? undefined : gt(attemptItems.attemptId, cursor);
	const rows = yield* run(
		tx
			.select({ attempt: attempts })
			.from(attemptItems)
			.innerJoin(attempts, eq(attempts.id, attemptItems.attemptId))
			.where(and(eq(attemptItems.itemId, itemId), later, eq(attempts.state, "submitted")))
			.orderBy(asc(attemptItems.attemptId))
			.limit(AT_ONCE),
	);
	return rows.map(({ attempt }) => attempt);
}

function actOf({ id, protects, reason, state, actorId, actorName }: RepairRow): RepairAct {
	const kind = state === "applying" ? ("apply" as const) : ("undo" as const);
	return { kind, repairId: id, protects, reason, actor: { id: actorId, name: actorName } };
}

/** Notes what the repair would change of an attempt. @returns whether no item would be left to score */
function* countAttempt(tx: Tx, repair: RepairRow, attempt: AttemptRow): Body<boolean> {
	const planned = { ...repair, answer: answerSchema.parse(repair.answer) };
	const { isEmpty, ...after } = yield* whatIf(tx, attempt, planned);
	const before = { scoreBefore: attempt.score, passedBefore: attempt.passed === 1 };
	if (before.scoreBefore === after.scoreAfter && before.passedBefore === after.passedAfter) return isEmpty;
	const effect = { repairId: repair.id, attemptId: attempt.id, ...before, ...after };
	yield* run(tx.insert(itemRepairEffects).values(effect).onConflictDoNothing());
	return isEmpty;
}

function* finish(tx: Tx, repair: RepairRow, now: number): Body<void> {
	const done =
		repair.state === "counting"
			? { state: "ready" as const, countedAt: now }
			: repair.state === "applying"
				? { state: "applied" as const, appliedAt: now }
				: { state: "undone" as const, undoneAt: now };
	yield* run(
		tx
			.update(itemRepairs)
			.set({ ...done, cursor: null })
			.where(eq(itemRepairs.id, repair.id)),
	);
	if (repair.state === "counting") return;
	const own = tx.select({ versionId: items.versionId }).from(items);
	const [item] = yield* run(own.where(eq(items.id, repair.itemId)));
	if (!item?.versionId) return;
	const payload = { versionId: item.versionId };
	yield* enqueue(tx, { name: "exam.item-statistics", payload, runAt: now });
}
