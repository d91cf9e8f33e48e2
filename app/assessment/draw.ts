/** A source of numbers in [0, 1): Math.random's shape, passed in so that tests and the demo can repeat. */
export type Random = () => number;

/** The list in random order (Fisher–Yates); the argument is left alone. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
	const copy = [...list];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
	}
	return copy;
}
