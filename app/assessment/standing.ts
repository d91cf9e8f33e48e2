/**
 * Where each value stands among all, in (0, 1): (rank − 1/2) / n, equal values sharing their mean rank. So people with
 * the same score are always in the same group, in whatever order they come.
 */
export function standings(values: readonly number[]): number[] {
	const n = values.length;
	const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
	const standing = new Array<number>(n).fill(0);
	for (let from = 0; from < n; ) {
		let to = from;
		while (to + 1 < n && values[order[to + 1] as number] === values[order[from] as number]) to++;
		for (let i = from; i <= to; i++) standing[order[i] as number] = ((from + to) / 2 + 0.5) / n;
		from = to + 1;
	}
	return standing;
}

export type Third = 0 | 1 | 2;

/** The third of a standing: 0 the weakest. */
export const thirdOf = (standing: number): Third => (standing < 1 / 3 ? 0 : standing > 2 / 3 ? 2 : 1);
