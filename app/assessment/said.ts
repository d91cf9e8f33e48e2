import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";
import { kindOf } from "./items/kinds.ts";

/** An item that was not wholly right: what was answered, and what is said to it. The key itself is not told. */
export type Said = { position: number; stem: string; answered: string[]; feedback: string[] };

export function whatWasSaid({
	position,
	item,
	answer,
}: {
	position: number;
	item: Item;
	answer: Answer;
}): Said {
	const kind = kindOf(item);
	const feedback = [...kind.feedback(item, answer), item.rationale].filter((text) => text !== undefined);
	return { position, stem: item.stem, answered: answer ? kind.answered(item, answer) : [], feedback };
}
