import { reading } from "#db/transaction.server.ts";
import type { AttemptItem } from "./attemptView.server.ts";
import { marksOf, textHash } from "./essayPoints.server.ts";
import type { Item } from "./item.ts";
import type { ShownPicture } from "./itemPictures.server.ts";

export type EssayResult = {
	position: number;
	stem: string;
	pictures: ShownPicture[];
	text: string;
	/** What counts, in milli-points. */
	milliPoints: number;
	/** Each marker's levels and comment, in the order in which they marked; never who. */
	marks: { id: string; comment: string; criteria: { text: string; level: string; points: number }[] }[];
};

/** The written answers of a marked attempt as their writer sees them: points, levels and comments. */
export async function essayResults(
	attemptId: string,
	items: readonly AttemptItem[],
	pictures: ReadonlyMap<Item, ShownPicture[]>,
): Promise<EssayResult[]> {
	const essays = items.flatMap(({ position, item, answer, milliPoints }) =>
		item.type === "essay" && answer !== null && "typed" in answer && milliPoints !== null
			? [{ position, item, text: answer.typed, milliPoints }]
			: [],
	);
	if (essays.length === 0) return [];
	const given = await reading((tx) => marksOf(tx, attemptId));
	return essays.map(({ position, item, text, milliPoints }) => {
		const hash = textHash(text);
		const own = given.filter((mark) => mark.position === position && mark.textHash === hash);
		const marks = own.map(({ id, points, comment }) => {
			const criteria = item.rubric.map((criterion) => {
				const reached = points[criterion.id] ?? 0;
				const level = criterion.levels.find((one) => one.points === reached)?.text ?? "";
				return { text: criterion.text, level, points: reached };
			});
			return { id, comment, criteria };
		});
		const shown = pictures.get(item) ?? [];
		return { position, stem: item.stem, pictures: shown, text, milliPoints, marks };
	});
}
