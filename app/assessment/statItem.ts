import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";
import type { StatItem } from "./itemFigures.ts";

/** An item as statistics see it, with the key of `item`. */
export function statItem(id: string, item: Item, counts: boolean): StatItem {
	const { code, type, competence, level, stem } = item;
	const options =
		"options" in item ? item.options.map(({ id, text, correct }) => ({ id, text, correct })) : null;
	const chance = options && (type === "single" || type === "truefalse") ? 1 / options.length : null;
	return { id, code, type, competence, level, stem, options, chance, counts };
}

/** Ids of the chosen options; null where the answer is of another kind. */
export function chosenOf(answer: Answer): readonly string[] | null {
	return answer !== null && "chosen" in answer ? answer.chosen : null;
}
