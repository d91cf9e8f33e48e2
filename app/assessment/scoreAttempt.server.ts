import { and, asc, eq, sql } from "drizzle-orm";
import type { Queries } from "#db/client.server.ts";
import { runPrepared } from "#db/prepared.server.ts";
import { attemptItems, type attempts, courseVersions, items } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Answer } from "./answer.ts";
import type { AttemptClock } from "./answerLog.ts";
import { answersThatCount } from "./attemptAnswers.server.ts";
import { itemOf } from "./drawnItems.server.ts";
import { essayPoints, type Written } from "./essayPoints.server.ts";
import { type Earned, isNeutral, percentOf, pointsOf, type Repair, scoreInForce } from "./repair.ts";
import { repairsOfAttempt } from "./repairsInForce.server.ts";

export type CompetenceScore = { code: string; level: number; score: number };
export type AttemptScore = {
	milliPoints: number;
	/** Whole per cent. */
	score: number;
	passed: boolean;
	byCompetence: CompetenceScore[];
	/** Free texts that are not marked yet: until they are, the rest is not a result. */
	pending: number;
};
type AttemptRow = typeof attempts.$inferSelect;
type Scored = Earned & { position: number; competence: string; level: number };

const itemsToScore = (on: Queries, name: string) =>
	on
		.select({
			position: attemptItems.position,
			before: attemptItems.milliPoints,
			countedBefore: attemptItems.counts,
			id: items.id,
			competence: items.competence,
			level: items.level,
			content: items.content,
		})
		.from(attemptItems)
		.innerJoin(items, eq(items.id, attemptItems.itemId))
		.where(eq(attemptItems.attemptId, sql.placeholder("attemptId")))
		.orderBy(asc(attemptItems.position))
		.prepare(name);

const notePoints = (on: Queries, name: string) =>
	on
		.update(attemptItems)
		.set({
			milliPoints: sql`${sql.placeholder("milliPoints")}`,
			counts: sql`${sql.param(sql.placeholder("counts"), attemptItems.counts)}`,
		})
		.where(
			and(
				eq(attemptItems.attemptId, sql.placeholder("attemptId")),
				eq(attemptItems.position, sql.placeholder("position")),
			),
		)
		.prepare(name);

/**
 * Scores the answers that count by that clock, with the repairs of items that are in force, and notes each item's
 * points; the attempt itself is left alone.
 */
export function* scoreAttempt(tx: Tx, attempt: AttemptRow, clock: AttemptClock): Body<AttemptScore> {
	const rows = yield* runPrepared(tx, "items-to-score", itemsToScore, { attemptId: attempt.id });
	const repairs = yield* repairsOfAttempt(tx, attempt.id);
	const answers = yield* answersThatCount(tx, attempt.id, clock);
	const scored: Scored[] = [];
	const handedIn = clock.closedAt ?? attempt.deadlineAt;
	const marked = yield* essayPoints(tx, attempt, writtenAnswers(rows, answers, repairs), handedIn);
	for (const { position, before, countedBefore, competence, level, ...item } of rows) {
		const repair = repairs.get(item.id);
		const milliPoints = marked.has(position)
			? (marked.get(position) ?? null)
			: scoreInForce(itemOf(item), answers.get(position)?.value ?? null, repair);
		const counts = !isNeutral(repair);
		scored.push({ position, competence, level, milliPoints, counts });
		if (before === milliPoints && countedBefore === counts) continue;
		const told = { attemptId: attempt.id, position, milliPoints, counts };
		yield* runPrepared(tx, "note-points", notePoints, told);
	}
	const score = percentOf(scored);
	const passed = score >= (yield* passMarkOf(tx, attempt.versionId));
	const pending = scored.filter((one) => one.counts && one.milliPoints === null).length;
	return { milliPoints: pointsOf(scored), score, passed, byCompetence: groupScores(scored), pending };
}

/** The free texts among the answers; a blank one needs no reviewer to earn nothing. */
function writtenAnswers(
	rows: readonly { position: number; id: string; content: unknown }[],
	answers: ReadonlyMap<number, { value: Answer }>,
	repairs: ReadonlyMap<string, Repair>,
): Written[] {
	return rows.flatMap(({ position, ...row }) => {
		const answer = answers.get(position)?.value ?? null;
		const isWritten = itemOf(row).type === "essay" && answer !== null && "typed" in answer;
		if (!isWritten || !answer.typed.trim()) return [];
		return [{ position, itemId: row.id, text: answer.typed, counts: !isNeutral(repairs.get(row.id)) }];
	});
}

function* passMarkOf(tx: Tx, versionId: string): Body<number> {
	const [version] = yield* run(
		tx.select({ exam: courseVersions.exam }).from(courseVersions).where(eq(courseVersions.id, versionId)),
	);
	return version?.exam.passMark ?? 100;
}

/** Per competence the whole per cent of its points, and the highest level that was asked; one without items is left out. */
function groupScores(scored: readonly Scored[]): CompetenceScore[] {
	const counted = scored.filter(({ counts }) => counts);
	const codes = [...new Set(counted.map(({ competence }) => competence))].sort();
	return codes.map((code) => {
		const own = counted.filter(({ competence }) => competence === code);
		const level = Math.max(...own.map((one) => one.level));
		return { code, level, score: percentOf(own) };
	});
}
