import { and, asc, eq } from "drizzle-orm";
import { attemptItems, attempts, courseVersions, items } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { answerSchema } from "./answer.ts";
import { itemSchema } from "./item.ts";
import { percent, scoreAnswer } from "./score.ts";
import { ownAttempt } from "./startAttempt.server.ts";

export type CompetenceScore = { code: string; level: number; score: number };
export type Submitted = {
	enrolmentId: string;
	score: number;
	passed: boolean;
	byCompetence: CompetenceScore[];
	/** It had been submitted before: nothing happened now. */
	alreadySubmitted: boolean;
};

/**
 * Scores what was saved and closes the attempt; once, however often it is called. After the deadline it counts what was
 * saved in time. null when it is not this person's.
 */
export function* submitAttempt(
	tx: Tx,
	{ attemptId, personId, now }: { attemptId: string; personId: string; now: number },
): Body<Submitted | null> {
	const attempt = yield* ownAttempt(tx, attemptId, personId);
	if (!attempt) return null;
	const scored = yield* scoreItems(tx, attemptId);
	const byCompetence = groupScores(scored);
	const { enrolmentId } = attempt;
	if (attempt.state === "submitted") {
		const { score, passed } = attempt;
		return { enrolmentId, score: score ?? 0, passed: passed === 1, byCompetence, alreadySubmitted: true };
	}
	const points = scored.reduce((sum, item) => sum + item.points, 0);
	const score = percent(points, scored.length);
	const passed = score >= (yield* passMarkOf(tx, attempt.versionId));
	for (const { position, points: gained } of scored) {
		const place = and(eq(attemptItems.attemptId, attemptId), eq(attemptItems.position, position));
		yield* run(tx.update(attemptItems).set({ points: gained }).where(place));
	}
	const closed = {
		state: "submitted" as const,
		submittedAt: Math.min(now, attempt.deadlineAt),
		points,
		score,
	};
	yield* run(
		tx
			.update(attempts)
			.set({ ...closed, passed: passed ? 1 : 0 })
			.where(eq(attempts.id, attemptId)),
	);
	return { enrolmentId, score, passed, byCompetence, alreadySubmitted: false };
}

type Scored = { position: number; competence: string; level: number; points: number };

function* scoreItems(tx: Tx, attemptId: string): Body<Scored[]> {
	const rows = yield* run(
		tx
			.select({
				position: attemptItems.position,
				answer: attemptItems.answer,
				competence: items.competence,
				level: items.level,
				content: items.content,
			})
			.from(attemptItems)
			.innerJoin(items, eq(items.id, attemptItems.itemId))
			.where(eq(attemptItems.attemptId, attemptId))
			.orderBy(asc(attemptItems.position)),
	);
	return rows.map(({ position, competence, level, content, answer }) => {
		const points = scoreAnswer(itemSchema.parse(content), answerSchema.parse(answer));
		return { position, competence, level, points };
	});
}

function* passMarkOf(tx: Tx, versionId: string): Body<number> {
	const [version] = yield* run(
		tx.select({ exam: courseVersions.exam }).from(courseVersions).where(eq(courseVersions.id, versionId)),
	);
	return version?.exam.passMark ?? 100;
}

/** Per competence the whole per cent of its points, and the highest level that was asked. */
function groupScores(scored: readonly Scored[]): CompetenceScore[] {
	const codes = [...new Set(scored.map(({ competence }) => competence))].sort();
	return codes.map((code) => {
		const own = scored.filter(({ competence }) => competence === code);
		const points = own.reduce((sum, item) => sum + item.points, 0);
		return { code, level: Math.max(...own.map(({ level }) => level)), score: percent(points, own.length) };
	});
}
