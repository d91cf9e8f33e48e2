import type { Random } from "../../app/assessment/draw.ts";

export type { Random } from "../../app/assessment/draw.ts";
export { seeded } from "../../app/assessment/seeded.ts";

/** A whole number from 0 to n - 1. */
export const below = (random: Random, n: number): number => Math.floor(random() * n);

export function pick<T>(random: Random, list: readonly T[]): T {
	const chosen = list[below(random, list.length)];
	if (chosen === undefined) throw new RangeError("an empty list to pick from");
	return chosen;
}
