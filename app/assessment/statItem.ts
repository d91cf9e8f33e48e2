import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";
import type { StatItem } from "./itemFigures.ts";
import { isNeutral, keysInForce, type Repair } from "./repair.ts";
import { keyAnswer } from "./score.ts";

/** An item as statistics see it, with the keys that are in force. */
export function statItem(id: string, item: Item, repair: Repair | undefined): StatItem {
	const { code, type, competence, level, stem } = item;
	const keys = keysInForce(item, repair);
	const isRight = (option: string) => keys.some((key) => chosenOf(keyAnswer(key))?.includes(option) ?? false);
	const options =
		"options" in item ? item.options.map(({ id, text }) => ({ id, text, correct: isRight(id) })) : null;
	const chance = options && (type === "single" || type === "truefalse") ? 1 / options.length : null;
	return { id, code, type, competence, level, stem, options, chance, counts: !isNeutral(repair) };
}

/** Ids of the chosen options; null where the answer is of another kind. */
export function chosenOf(answer: Answer): readonly string[] | null {
	return answer !== null && "chosen" in answer ? answer.chosen : null;
}
