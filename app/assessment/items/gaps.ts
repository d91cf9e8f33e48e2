// A text with gaps, typed (gaptext) or chosen (gapchoice). In the text a gap stands as [[id]].
import { z } from "zod";
import { shuffled } from "../draw.ts";
import { type Choice, common, id, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { type Slot, slotKind } from "./slots.ts";
import { isOneOf } from "./words.ts";

const body = z.string().trim().min(1).max(5000);
const typedGap = z.object({ id, accept: z.array(line).min(1).max(20), feedback: line.optional() });
const chosenGap = z.object({
	id,
	right: line,
	/** Its own choices, the right one among them; without them the item's. */
	choices: z.array(line).min(2).max(10).optional(),
	feedback: line.optional(),
});

type Gapped = { text: string; gaps: readonly { id: string }[] };
const marks = /\[\[([^[\]]+)\]\]/g;
const isWhole = ({ text, gaps }: Gapped) => {
	const found = [...text.matchAll(marks)].map(([, name]) => name).sort();
	return (
		found.join("\n") ===
		gaps
			.map((gap) => gap.id)
			.sort()
			.join("\n")
	);
};
const whole = { path: ["text"], error: "Setiap isian ditulis tepat sekali di dalam teks, misalnya [[a]]." };

export const gaptext = z
	.object({ ...common, type: z.literal("gaptext"), text: body, gaps: listOf(typedGap, 1, 10) })
	.refine(isWhole, whole);
export const gapchoice = z
	.object({
		...common,
		type: z.literal("gapchoice"),
		text: body,
		gaps: listOf(chosenGap, 1, 10),
		/** For all gaps that have none of their own. */
		choices: z.array(line).max(12).default([]),
	})
	.refine(isWhole, whole)
	.refine(({ gaps, choices }) => gaps.every((gap) => (gap.choices ?? choices).includes(gap.right)), {
		path: ["gaps"],
		error: "Jawaban yang tepat harus ada di antara pilihannya.",
	});
type GapText = z.infer<typeof gaptext>;
type GapChoice = z.infer<typeof gapchoice>;

/** The text in pieces; a gap's choices are null where it is typed. */
export type Piece = { text: string } | { gap: string; choices: Choice[] | null };
export type ShownGaps = { type: "gaptext" | "gapchoice"; stem: string; pieces: Piece[] };

function piecesOf(text: string, choicesOf: (gap: string) => Choice[] | null): Piece[] {
	return text
		.split(marks)
		.map((piece, index) => (index % 2 === 0 ? { text: piece } : { gap: piece, choices: choicesOf(piece) }));
}

const numbered = (index: number) => `(${index + 1})`;

const textSlots = ({ gaps }: GapText): Slot[] =>
	gaps.map(({ id, accept, feedback }, index) => ({
		id,
		label: numbered(index),
		choices: null,
		right: accept,
		isRight: (value) => isOneOf(accept, value),
		feedback,
	}));

const asChoice = (text: string): Choice => ({ id: text, text });
const choicesOf = ({ choices }: GapChoice, gap: GapChoice["gaps"][number]) => gap.choices ?? choices;

const choiceSlots = (item: GapChoice): Slot[] =>
	item.gaps.map((gap, index) => ({
		id: gap.id,
		label: numbered(index),
		choices: choicesOf(item, gap).map(asChoice),
		right: [gap.right],
		feedback: gap.feedback,
	}));

export const gapTextKind: ItemKind<GapText, ShownGaps> = {
	...slotKind(textSlots, (item, right) => ({
		...item,
		gaps: item.gaps.map((gap) => ({ ...gap, accept: [right(gap.id)] })),
	})),
	shown: ({ stem, text }) => ({ type: "gaptext", stem, pieces: piecesOf(text, () => null) }),
};

export const gapChoiceKind: ItemKind<GapChoice, ShownGaps> = {
	...slotKind(choiceSlots, (item, right) => ({
		...item,
		gaps: item.gaps.map((gap) => ({ ...gap, right: right(gap.id) })),
	})),
	// One order of all texts serves every gap: each shows those of them that are its own.
	order: (item, random) => shuffled([...new Set(item.gaps.flatMap((gap) => choicesOf(item, gap)))], random),
	shown(item, order) {
		const own = new Map(item.gaps.map((gap) => [gap.id, choicesOf(item, gap)]));
		const ownChoices = (gap: string) => order.filter((text) => own.get(gap)?.includes(text)).map(asChoice);
		return { type: "gapchoice", stem: item.stem, pieces: piecesOf(item.text, ownChoices) };
	},
};
