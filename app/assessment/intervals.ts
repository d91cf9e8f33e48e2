import { quantileF, quantileT } from "./distributions.ts";
import { absent, type Figure, figure, type Interval, type Level } from "./figure.ts";

/** Quantiles of the standard normal distribution for two-sided intervals. */
const Z: Record<Level, number> = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054 };

/** Wilson's score interval of `hits` out of n (Wilson 1927), n > 0. */
export function wilson(hits: number, n: number, level: Level): Interval {
	const z = Z[level];
	const p = hits / n;
	const middle = p + z ** 2 / (2 * n);
	const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
	const scale = 1 + z ** 2 / n;
	return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}

/** A share of people. */
export function proportion(hits: number, n: number): Figure {
	return n === 0 ? absent("nobody", 0) : figure(hits / n, n, (level) => wilson(hits, n, level));
}

/**
 * The mean of shares of 0..1. When every one is 0 or 1 it is a proportion, with Wilson's interval; else Student's, kept
 * within 0..1 and null for one person.
 */
export function meanShare(shares: readonly number[]): Figure {
	const n = shares.length;
	const sum = total(shares);
	if (n === 0 || isDichotomous(shares)) return proportion(sum, n);
	const mean = sum / n;
	return figure(mean, n, (level) => {
		if (n < 2) return null;
		const half = quantileT((1 + level) / 2, n - 1) * Math.sqrt(variance(shares) / n);
		return [Math.max(0, mean - half), Math.min(1, mean + half)];
	});
}

/** The difference of two such means: the intervals of both put together (Newcombe 1998, method 10; Zou & Donner 2008). */
export function shareDifference(upper: readonly number[], lower: readonly number[]): Figure {
	const [u, l] = [meanShare(upper), meanShare(lower)];
	const n = upper.length + lower.length;
	if (u.value === null || l.value === null) return absent("no-spread", n);
	const [high, low, difference] = [u.value, l.value, u.value - l.value];
	const join = (a: Interval | null, b: Interval | null): Interval | null =>
		a &&
		b && [difference - Math.hypot(high - a[0], b[1] - low), difference + Math.hypot(a[1] - high, low - b[0])];
	return figure(difference, n, (level) => (level === 0.9 ? join(u.ci90, l.ci90) : join(u.ci95, l.ci95)));
}

/** Pearson's correlation with the interval by Fisher's z (Fisher 1921), which needs four people. */
export function correlation(xs: readonly number[], ys: readonly number[]): Figure {
	const n = xs.length;
	if (n < 4) return absent(n === 0 ? "nobody" : "too-few", n);
	const [mx, my] = [total(xs) / n, total(ys) / n];
	let [sxx, syy, sxy] = [0, 0, 0];
	for (let i = 0; i < n; i++) {
		const [dx, dy] = [(xs[i] as number) - mx, (ys[i] as number) - my];
		sxx += dx * dx;
		syy += dy * dy;
		sxy += dx * dy;
	}
	// What rounding leaves of no spread at all is not a spread.
	if (sxx < 1e-12 * n || syy < 1e-12 * n) return absent("no-spread", n);
	const r = Math.min(1, Math.max(-1, sxy / Math.sqrt(sxx * syy)));
	return figure(r, n, (level) => {
		const half = Z[level] / Math.sqrt(n - 3);
		return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
	});
}

/** Interval of a reliability of k items and n people (Feldt 1965). */
export function feldt(alpha: number, n: number, k: number, level: Level): Interval {
	const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
	const bound = (p: number) => 1 - (1 - alpha) * quantileF(p, df1, df2);
	return [bound((1 + level) / 2), bound((1 - level) / 2)];
}

/** The median, with the order statistics around it as interval (Conover 1999, 3.2); null where there are too few. */
export function median(values: readonly number[]): Figure {
	const n = values.length;
	if (n === 0) return absent("no-times", 0);
	const sorted = [...values].sort((a, b) => a - b);
	const at = (rank: number) => sorted[rank - 1] as number;
	const middle = (at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2;
	return figure(middle, n, (level) => {
		const reach = (Z[level] * Math.sqrt(n)) / 2;
		const [low, high] = [Math.floor(n / 2 - reach), Math.ceil(n / 2 + reach + 1)];
		return low < 1 || high > n ? null : [at(low), at(high)];
	});
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const isDichotomous = (shares: readonly number[]): boolean => shares.every((x) => x === 0 || x === 1);

/** The sample variance, by n − 1. */
export function variance(values: readonly number[]): number {
	const mean = total(values) / values.length;
	return total(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}
