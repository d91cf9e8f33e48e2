import type { Figure } from "./figure.ts";
import { isDichotomous, meanShare, total, variance } from "./intervals.ts";
import { type ItemFigures, itemFigures, type Placed, type Response, type StatItem } from "./itemFigures.ts";
import { type Flag, flagsOf } from "./itemFlags.ts";
import { type Reliability, reliability } from "./reliability.ts";

export type ExamStatistics = {
	/** People: each one's first submitted attempt. */
	n: number;
	/** Mean share of the points that count, 0..1. */
	mean: Figure;
	/** Of the people's shares; null below two people. */
	standardDeviation: number | null;
	reliability: Reliability;
	items: (ItemFigures & { flags: Flag[] })[];
};

/**
 * Statistics of an exam whose people may have met different items. `sittings` are the people's responses, in an order
 * that is always the same, so that sums are the same to the last digit. docs/decisions/0018.
 */
export function examStatistics(
	items: readonly StatItem[],
	sittings: readonly (readonly Response[])[],
): ExamStatistics {
	const counting = sittings.map((responses) => responses.filter(({ item }) => items[item]?.counts));
	const means = counting.filter(({ length }) => length > 0).map(meanOf);
	const all = counting.flatMap((responses) => responses.map(({ share }) => share));
	const placed = placedByItem(items, sittings);
	return {
		n: sittings.length,
		mean: meanShare(means),
		standardDeviation: means.length < 2 ? null : Math.sqrt(variance(means)),
		reliability: reliability(counting, items.length, isDichotomous(all)),
		items: items.map((item, index) => {
			const figures = itemFigures(item, placed[index] ?? []);
			return { ...figures, flags: flagsOf(figures) };
		}),
	};
}

const meanOf = (responses: readonly Response[]) =>
	total(responses.map(({ share }) => share)) / responses.length;

/**
 * The responses to each item, each with how that person did on the other items that count: the mean of what was earned
 * above the item's own facility, so that who drew harder items is not held for weaker. Where all met the same items it
 * goes along with the sum of the others.
 */
function placedByItem(items: readonly StatItem[], sittings: readonly (readonly Response[])[]): Placed[][] {
	const facility = facilities(items.length, sittings);
	const placed: Placed[][] = items.map(() => []);
	for (const responses of sittings) {
		const above = ({ item, share }: Response) =>
			items[item]?.counts ? share - (facility[item] as number) : 0;
		const sum = total(responses.map(above));
		const counted = responses.filter(({ item }) => items[item]?.counts).length;
		for (const response of responses) {
			const others = counted - (items[response.item]?.counts ? 1 : 0);
			const rest = others === 0 ? null : rounded((sum - above(response)) / others);
			placed[response.item]?.push({ ...response, rest });
		}
	}
	return placed;
}

/** Equal results must be equal whatever the order of the items: rounding errors would part them. */
const rounded = (value: number) => Math.round(value * 1e9) / 1e9;

function facilities(items: number, sittings: readonly (readonly Response[])[]): number[] {
	const [sum, n] = [new Array<number>(items).fill(0), new Array<number>(items).fill(0)];
	for (const { item, share } of sittings.flat()) {
		sum[item] = (sum[item] as number) + share;
		n[item] = (n[item] as number) + 1;
	}
	return sum.map((value, item) => value / (n[item] || 1));
}
