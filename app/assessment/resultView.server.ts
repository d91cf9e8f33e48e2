import { findVersion } from "../catalog/findCourse.server.ts";
import { type AttemptItem, type AttemptRow, itemsOfAttempt } from "./attemptView.server.ts";
import { ITEM_MAX } from "./items/points.ts";
import { type Said, whatWasSaid } from "./said.ts";
import { percent } from "./score.ts";

export type Result = {
	score: number;
	passed: boolean;
	passMark: number;
	byCompetence: { code: string; score: number }[];
	/** null: the course shows results by competence only. */
	wrong: Said[] | null;
};

/** The result of a submitted attempt as far as the course allows it to be seen. */
export async function resultOf(attempt: AttemptRow): Promise<Result> {
	const [version, items] = await Promise.all([findVersion(attempt.versionId), itemsOfAttempt(attempt)]);
	const shows = version?.exam.feedback === "full";
	return {
		score: attempt.score ?? 0,
		passed: attempt.passed === 1,
		passMark: version?.exam.passMark ?? 0,
		byCompetence: byCompetence(items),
		wrong: shows ? items.filter(({ milliPoints }) => (milliPoints ?? 0) < ITEM_MAX).map(whatWasSaid) : null,
	};
}

function byCompetence(items: AttemptItem[]): Result["byCompetence"] {
	const codes = [...new Set(items.map(({ item }) => item.competence))].sort();
	return codes.map((code) => {
		const own = items.filter(({ item }) => item.competence === code);
		return {
			code,
			score: percent(
				own.reduce((sum, { milliPoints }) => sum + (milliPoints ?? 0), 0),
				own.length,
			),
		};
	});
}
