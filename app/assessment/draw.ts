import type { Item, ShownItem } from "./item.ts";

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

/** The order in which an item's options, or a matching's right-hand texts, are shown; empty where there are none. */
export function optionOrder(item: Item, random: Random): string[] {
	switch (item.type) {
		case "single":
		case "multiple":
			return shuffled(
				item.options.map(({ id }) => id),
				random,
			);
		// Benar before salah, always: shuffling them only makes readers slip.
		case "truefalse":
			return item.options.map(({ id }) => id);
		case "matching":
			return shuffled([...item.pairs.map(({ right }) => right), ...item.distractors], random);
		default:
			return [];
	}
}

/** The item as its learner sees it: in that order, without keys and feedback. */
export function shownItem(item: Item, order: readonly string[]): ShownItem {
	const { stem } = item;
	switch (item.type) {
		case "single":
		case "multiple":
		case "truefalse": {
			const byId = new Map(item.options.map(({ id, text }) => [id, text]));
			return { type: item.type, stem, options: order.map((id) => ({ id, text: byId.get(id) ?? "" })) };
		}
		case "matching": {
			const lefts = item.pairs.map(({ id, left }) => ({ id, text: left }));
			return { type: item.type, stem, lefts, rights: order.map((text) => ({ id: text, text })) };
		}
		case "numeric":
			return { type: item.type, stem, unit: item.unit ?? "" };
		case "text":
			return { type: item.type, stem };
	}
}
