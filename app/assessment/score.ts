import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";
import { kindOf } from "./items/kinds.ts";
import { ITEM_MAX } from "./items/points.ts";

/**
 * Milli-points of an answer: a whole number from 0 to ITEM_MAX, parts rounded down; how they are earned stands with each
 * type (items/). Blank earns 0, unless the author chose correction for guessing: then as much as a blind guess on average.
 */
export const scoreAnswer = (item: Item, answer: Answer): number => kindOf(item).score(item, answer);

/** An answer that earns everything; null for an essay, whose points are a reviewer's. */
export const keyAnswer = (item: Item): Answer => kindOf(item).key(item);

/** Whole per cent of what the items are worth, rounded down so that 69.9 does not pass 70. */
export function percent(milliPoints: number, items: number): number {
	return items === 0 ? 0 : Math.floor((milliPoints * 100) / (items * ITEM_MAX));
}
