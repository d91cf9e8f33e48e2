import { type Cell, type Figure, isShown } from "./suppress.ts";

/** One bar: its height as a share of the tallest; height null: nothing may be or is drawn. */
export type Bar<T> = { of: T; height: number | null; exact: boolean };

/** What a bar may show of a cell or a sum: the visible value, or nothing. */
export function visibleValue(shown: Cell | Figure | null): { value: number | null; exact: boolean } {
	if (shown === null) return { value: null, exact: true };
	if (typeof shown === "object") {
		return { value: shown.exact || shown.value > 0 ? shown.value : null, exact: shown.exact };
	}
	return { value: isShown(shown) ? shown : null, exact: true };
}

/** Heights from visible values only: a hidden count has no bar at all. */
export function barsOf<T>(items: readonly T[], shown: (item: T) => Cell | Figure | null): Bar<T>[] {
	const values = items.map((item) => visibleValue(shown(item)));
	const tallest = Math.max(1, ...values.map(({ value }) => value ?? 0));
	return items.map((of, index) => {
		const { value = null, exact = true } = values[index] ?? {};
		return { of, height: value === null ? null : Math.max(0, value) / tallest, exact };
	});
}
