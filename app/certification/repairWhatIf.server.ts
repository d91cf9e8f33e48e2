import { and, asc, eq, isNull } from "drizzle-orm";
import { attemptItems, type attempts, certificates, courseVersions, items } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { answersThatCount } from "../assessment/attemptAnswers.server.ts";
import { itemOf } from "../assessment/drawnItems.server.ts";
import { type Earned, isNeutral, percentOf, type Repair, scoreInForce } from "../assessment/repair.ts";
import { keepsPass } from "./keepsPass.ts";

type AttemptRow = typeof attempts.$inferSelect;
type Planned = Repair & { itemId: string; protects: boolean };
export type WhatIf = {
	/** Whole per cent; null: free texts wait for their marks. */
	scoreAfter: number | null;
	passedAfter: boolean;
	/** Would no longer reach the pass mark, and stays passed. */
	isProtected: boolean;
	/** No item would be left to score. */
	isEmpty: boolean;
};

/** What a submitted attempt would come to if the repair were in force: only the points of its item change. */
export function* whatIf(tx: Tx, attempt: AttemptRow, repair: Planned): Body<WhatIf> {
	const answers = yield* answersThatCount(tx, attempt.id, attempt);
	const rows = yield* earnedItems(tx, attempt.id);
	const earned = rows.map(({ position, id, content, ...now }): Earned => {
		if (id !== repair.itemId) return now;
		if (isNeutral(repair)) return { ...now, counts: false };
		const item = itemOf({ id, content });
		return { counts: true, milliPoints: scoreInForce(item, answers.get(position)?.value ?? null, repair) };
	});
	const isEmpty = !earned.some(({ counts }) => counts);
	const isPending = earned.some(({ counts, milliPoints }) => counts && milliPoints === null);
	const { certificate, passMark } = yield* standingOf(tx, attempt);
	if (isPending) {
		const passedAfter = attempt.passed === 1;
		return { scoreAfter: attempt.score, passedAfter, isProtected: false, isEmpty };
	}
	const scoreAfter = percentOf(earned);
	const isKept = keepsPass(certificate, { kind: "apply", protects: repair.protects });
	const passedAfter = scoreAfter >= passMark || isKept;
	return { scoreAfter, passedAfter, isProtected: passedAfter && scoreAfter < passMark, isEmpty };
}

function* earnedItems(tx: Tx, attemptId: string) {
	const { position, milliPoints, counts } = attemptItems;
	return yield* run(
		tx
			.select({ position, milliPoints, counts, id: items.id, content: items.content })
			.from(attemptItems)
			.innerJoin(items, eq(items.id, attemptItems.itemId))
			.where(eq(attemptItems.attemptId, attemptId))
			.orderBy(asc(position)),
	);
}

function* standingOf(tx: Tx, { id, versionId }: AttemptRow) {
	const { repairId, revokedByRepairId } = certificates;
	const own = tx.select({ repairId, revokedByRepairId }).from(certificates);
	const [certificate] = yield* run(
		own.where(and(eq(certificates.attemptId, id), isNull(certificates.replacedById))),
	);
	const version = tx.select({ exam: courseVersions.exam }).from(courseVersions);
	const [row] = yield* run(version.where(eq(courseVersions.id, versionId)));
	return { certificate, passMark: row?.exam.passMark ?? 100 };
}
