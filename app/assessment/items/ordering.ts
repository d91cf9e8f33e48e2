import { z } from "zod";
import type { Answer } from "../answer.ts";
import { partOf } from "../answerParts.ts";
import { shuffled } from "../draw.ts";
import { type Choice, choice, common, inOrder, listOf, rightOrWrong } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { share } from "./points.ts";
import { type Slot, slotKind } from "./slots.ts";

export const ordering = z.object({
	...common,
	type: z.literal("ordering"),
	/** In the right order. */
	elements: listOf(choice, 2, 10),
	feedback: rightOrWrong.optional(),
});
type Ordering = z.infer<typeof ordering>;
export type ShownOrdering = { type: "ordering"; stem: string; elements: Choice[] };

/** Each element takes a place, "1" for the first. */
function slotsOf({ elements }: Ordering): Slot[] {
	const places = elements.map((_, index) => String(index + 1));
	const choices = places.map((place) => ({ id: place, text: place }));
	return elements.map(({ id, text }, index) => ({ id, label: text, choices, right: [String(index + 1)] }));
}

/**
 * Kendall's tau, not below 0: of all pairs of elements those in the right order less those in the wrong one, over all
 * pairs. Two that share a place, or one without, are neither. So one element out of place costs little, an order turned
 * round earns nothing, and on average a blind guess comes near to nothing (the share of right pairs would give it half).
 */
function scoreOrder({ elements }: Ordering, answer: Answer): number {
	const places = elements.map(({ id }) => Number(partOf(answer, id) || Number.NaN));
	let sum = 0;
	for (const [index, place] of places.entries())
		for (const later of places.slice(index + 1)) sum += later > place ? 1 : later < place ? -1 : 0;
	return share(Math.max(0, sum), (elements.length * (elements.length - 1)) / 2);
}

/** The elements in those places; null when two share one. */
function inPlaces(item: Ordering, place: (element: string) => string): Ordering | null {
	const elements = item.elements.flatMap((_, index) =>
		item.elements.filter(({ id }) => place(id) === String(index + 1)),
	);
	const places = new Set(item.elements.map(({ id }) => place(id)));
	return places.size === elements.length ? { ...item, elements } : null;
}

export const orderingKind: ItemKind<Ordering, ShownOrdering> = {
	...slotKind(slotsOf, inPlaces),
	score: scoreOrder,
	order: ({ elements }, random) =>
		shuffled(
			elements.map(({ id }) => id),
			random,
		),
	shown: ({ stem, elements }, order) => ({ type: "ordering", stem, elements: inOrder(elements, order) }),
	answered({ elements }, answer) {
		const placed = elements.flatMap(({ id, text }) => {
			const place = partOf(answer, id);
			return place ? [{ place: Number(place), text }] : [];
		});
		placed.sort((a, b) => a.place - b.place);
		return placed.map(({ place, text }) => `${place}. ${text}`);
	},
	feedback: ({ feedback }) => [feedback?.wrong],
};
