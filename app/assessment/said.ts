import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";
import { kindOf } from "./items/kinds.ts";

/**
 * An item that was not wholly right: what was answered, and what is said to it. The key itself is not told. What the
 * author said to a key that was repaired since may be wrong, and is left out.
 */
export type Said = {
	position: number;
	stem: string;
	answered: string[];
	feedback: string[];
	isRepaired: boolean;
};

export function whatWasSaid({
	position,
	item,
	answer,
	isRepaired = false,
}: {
	position: number;
	item: Item;
	answer: Answer;
	isRepaired?: boolean;
}): Said {
	const kind = kindOf(item);
	const said = isRepaired ? [] : [...kind.feedback(item, answer), item.rationale];
	const feedback = said.filter((text) => text !== undefined);
	const answered = answer ? kind.answered(item, answer) : [];
	return { position, stem: item.stem, answered, feedback, isRepaired };
}
