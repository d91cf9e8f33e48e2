/** A seeded source of numbers in [0, 1) (mulberry32): the same seed gives the same demo. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export type Random = () => number;

/** A whole number from 0 to n - 1. */
export const below = (random: Random, n: number): number => Math.floor(random() * n);

export function pick<T>(random: Random, list: readonly T[]): T {
	const chosen = list[below(random, list.length)];
	if (chosen === undefined) throw new RangeError("an empty list to pick from");
	return chosen;
}
