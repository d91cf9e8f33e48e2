import { findVersion } from "../catalog/findCourse.server.ts";
import { type AttemptItem, type AttemptRow, itemsOfAttempt } from "./attemptView.server.ts";
import { type EssayResult, essayResults } from "./essayResults.server.ts";
import { picturesOf, type ShownPicture } from "./itemPictures.server.ts";
import { ITEM_MAX } from "./items/points.ts";
import { percentOf } from "./repair.ts";
import { repairsOf } from "./repairsInForce.server.ts";
import { type Said, whatWasSaid } from "./said.ts";

export type WrongItem = Said & { pictures: ShownPicture[] };
export type Result = {
	/** null: free texts wait for their marks, and until then nothing is told that looks like a result. */
	score: number | null;
	passed: boolean;
	passMark: number;
	byCompetence: { code: string; score: number }[];
	/** null: the course shows results by competence only. */
	wrong: WrongItem[] | null;
	/** Positions of items that were neutralised: they count for nobody. */
	neutral: number[];
	essays: EssayResult[];
};

/** The result of a submitted attempt as far as the course allows it to be seen. */
export async function resultOf(attempt: AttemptRow): Promise<Result> {
	const [version, items] = await Promise.all([findVersion(attempt.versionId), itemsOfAttempt(attempt)]);
	const shows = version?.exam.feedback === "full";
	const passMark = version?.exam.passMark ?? 0;
	if (attempt.score === null)
		return { score: null, passed: false, passMark, byCompetence: [], wrong: null, neutral: [], essays: [] };
	const counted = items.filter(({ counts }) => counts);
	const [pictures, repairs] = await Promise.all([
		picturesOf(
			attempt.versionId,
			items.map(({ item }) => item),
		),
		repairsOf(items.map(({ itemId }) => itemId)),
	]);
	const essays = await essayResults(attempt.id, counted, pictures);
	const told = new Set(essays.map(({ position }) => position));
	const wrong = counted.filter(
		({ position, milliPoints }) => (milliPoints ?? 0) < ITEM_MAX && !told.has(position),
	);
	return {
		score: attempt.score,
		passed: attempt.passed === 1,
		passMark,
		byCompetence: byCompetence(counted),
		wrong: shows
			? wrong.map((one) => ({
					...whatWasSaid({ ...one, isRepaired: repairs.has(one.itemId) }),
					pictures: pictures.get(one.item) ?? [],
				}))
			: null,
		neutral: items.flatMap(({ position, counts }) => (counts ? [] : position)),
		essays,
	};
}

function byCompetence(items: AttemptItem[]): Result["byCompetence"] {
	const codes = [...new Set(items.map(({ item }) => item.competence))].sort();
	return codes.map((code) => ({
		code,
		score: percentOf(items.filter(({ item }) => item.competence === code)),
	}));
}
