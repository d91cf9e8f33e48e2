import { absent, type Figure, figure } from "./figure.ts";
import { feldt } from "./intervals.ts";

/** One person's shares (0..1) on the items that they met and that count, by the item's index. */
export type Form = readonly { item: number; share: number }[];
export type Reliability = { kind: "kr20" | "alpha"; value: Figure; sem: Figure };

/**
 * Cronbach's alpha of a form as the exam draws it, with the standard error of measurement as a share of the points
 * (0..1). Each person meets k of the bank's items, so variances and covariances are taken from the people who met the
 * item or both items, and are averaged over forms: an item or a pair weighs as many people as met it.
 * alpha = k·c / (v + (k − 1)·c) and SEM² = (v − c) / k, with v the mean variance and c the mean covariance. Where all
 * met the same items this is alpha, and KR-20 when every item is right or wrong. docs/decisions/0018.
 */
export function reliability(forms: readonly Form[], items: number, isDichotomous: boolean): Reliability {
	const kind = isDichotomous ? "kr20" : "alpha";
	const used = forms.filter((form) => form.length >= 2);
	const n = used.length;
	const none = (reason: "nobody" | "too-few" | "no-spread" | "no-other-items"): Reliability => ({
		kind,
		value: absent(reason, n),
		sem: absent(reason, n),
	});
	if (n === 0) return none(forms.length === 0 ? "nobody" : "no-other-items");
	if (n < 3) return none("too-few");
	const { v, c } = meanVariances(used, items);
	const k = used.reduce((sum, form) => sum + form.length, 0) / n;
	const spread = v + (k - 1) * c;
	if (!(v > 1e-12) || !(spread > 1e-12)) return none("no-spread");
	const alpha = (k * c) / spread;
	const value = figure(alpha, n, (level) => feldt(alpha, n, k, level));
	// At the spread that was found: the error follows from the reliability.
	const error = (reliability: number) => Math.sqrt(Math.max(0, (spread / k) * (1 - reliability)));
	const sem = figure(error(alpha), n, (level) => {
		const interval = level === 0.9 ? value.ci90 : value.ci95;
		return interval && [error(interval[1]), error(interval[0])];
	});
	return { kind, value, sem };
}

/** The mean variance of an item and the mean covariance of two, weighted by the people who met them. */
function meanVariances(forms: readonly Form[], items: number): { v: number; c: number } {
	const cells = items * items;
	const [count, sumX, sumY, sumXY] = [0, 1, 2, 3].map(() => new Float64Array(cells)) as [
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array,
	];
	const add = (array: Float64Array, at: number, value: number) => {
		array[at] = (array[at] as number) + value;
	};
	for (const form of forms) {
		for (const a of form) {
			for (const b of form) {
				if (b.item < a.item) continue;
				const at = a.item * items + b.item;
				add(count, at, 1);
				add(sumX, at, a.share);
				add(sumY, at, b.share);
				add(sumXY, at, a.share * b.share);
			}
		}
	}
	const mean = { own: [0, 0], pair: [0, 0] } as Record<"own" | "pair", [number, number]>;
	for (let at = 0; at < cells; at++) {
		const n = count[at] as number;
		if (n < 2) continue;
		const covariance = ((sumXY[at] as number) - ((sumX[at] as number) * (sumY[at] as number)) / n) / (n - 1);
		const sum = mean[Math.floor(at / items) === at % items ? "own" : "pair"];
		sum[0] += n * covariance;
		sum[1] += n;
	}
	return { v: mean.own[0] / mean.own[1], c: mean.pair[0] / mean.pair[1] };
}
