import type { RepairKind } from "#db/schema/itemRepairs.ts";
import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";
import { kindOf } from "./items/kinds.ts";
import { percent, scoreAnswer } from "./score.ts";

/** What is done about an item version that turned out wrong. `answer`: what is right now, or right too. */
export type Repair = { kind: RepairKind; answer: Answer };

/** The item whose key is that answer; null when the answer cannot be one, as of an essay none can. */
export function rekeyed(item: Item, answer: Answer): Item | null {
	return answer === null ? null : kindOf(item).rekey(item, answer);
}

/** The item by the key that is in force; of one that has two, each of them. */
export function keysInForce(item: Item, repair: Repair | undefined): Item[] {
	const other = repair ? rekeyed(item, repair.answer) : null;
	if (!repair || !other) return [item];
	return repair.kind === "rekey" ? [other] : [item, other];
}

/** Milli-points of an answer by the keys that are in force: by the one that is best for the person where there are two. */
export function scoreInForce(item: Item, answer: Answer, repair: Repair | undefined): number {
	return Math.max(...keysInForce(item, repair).map((one) => scoreAnswer(one, answer)));
}

/** What an item of an attempt earned, null while a free text waits for its marks, and whether it counts at all. */
export type Earned = { milliPoints: number | null; counts: boolean };

export const isNeutral = (repair: Repair | undefined): boolean => repair?.kind === "neutral";

/** Whole per cent of the items that count, rounded down; 0 when none does. */
export function percentOf(earned: readonly Earned[]): number {
	const counted = earned.filter(({ counts }) => counts);
	return percent(pointsOf(counted), counted.length);
}

/** Milli-points of the items that count. */
export function pointsOf(earned: readonly Earned[]): number {
	return earned.reduce((sum, { milliPoints, counts }) => sum + (counts ? (milliPoints ?? 0) : 0), 0);
}
