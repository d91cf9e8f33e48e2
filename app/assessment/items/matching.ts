import { z } from "zod";
import { shuffled } from "../draw.ts";
import { type Choice, choice, common, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { type Slot, slotKind } from "./slots.ts";

const pair = z.object({ id: choice.shape.id, left: line, right: line, feedback: line.optional() });

export const matching = z.object({
	...common,
	type: z.literal("matching"),
	pairs: listOf(pair, 2, 10),
	distractors: z.array(line).max(6).default([]),
});
type Matching = z.infer<typeof matching>;
export type ShownMatching = { type: "matching"; stem: string; lefts: Choice[]; rights: Choice[] };

/** Right-hand texts stand for themselves; one that belongs to two left-hand ones is there once. */
const rightsOf = ({ pairs, distractors }: Matching): string[] => [
	...new Set([...pairs.map(({ right }) => right), ...distractors]),
];

function slotsOf(item: Matching): Slot[] {
	const choices = rightsOf(item).map(asChoice);
	return item.pairs.map(({ id, left, right, feedback }) => ({
		id,
		label: left,
		choices,
		right: [right],
		feedback,
	}));
}

const asChoice = (text: string): Choice => ({ id: text, text });

export const matchingKind: ItemKind<Matching, ShownMatching> = {
	...slotKind(slotsOf, (item, right) => ({
		...item,
		pairs: item.pairs.map((pair) => ({ ...pair, right: right(pair.id) })),
		// What could be chosen stays: a text that no pair needs any more is a distractor.
		distractors: rightsOf(item),
	})),
	order: (item, random) => shuffled(rightsOf(item), random),
	shown: ({ stem, pairs }, order) => ({
		type: "matching",
		stem,
		lefts: pairs.map(({ id, left }) => ({ id, text: left })),
		rights: order.map(asChoice),
	}),
};
