// Single choice, multiple response, true or false.
import { z } from "zod";
import { chosenOf } from "../answerParts.ts";
import { shuffled } from "../draw.ts";
import {
	averageGuess,
	chosenFromForm,
	feedbackOnChosen,
	fitsChosen,
	rightChosen,
	scoreChosen,
	withChosen,
} from "./choosing.ts";
import { type Choice, choice, common, inOrder, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";

const option = choice.extend({ correct: z.boolean().default(false), feedback: line.optional() });
const rightOnes = (list: { correct: boolean }[]) => list.filter(({ correct }) => correct).length;
const options = listOf(option, 2, 10);
const oneRight = options.refine((list) => rightOnes(list) === 1, "Tepat satu pilihan harus benar.");
const someRight = options.refine((list) => rightOnes(list) >= 1, "Paling sedikit satu pilihan harus benar.");
const twoOptions = oneRight.refine((list) => list.length === 2, "Soal benar–salah memiliki dua pilihan.");
/** Corrected for guessing: a blank answer earns what a blind guess earns on average (`averageGuess`). */
const correction = z.boolean().optional();

export const single = z.object({ ...common, type: z.literal("single"), options: oneRight, correction });
export const multiple = z.object({ ...common, type: z.literal("multiple"), options: someRight, correction });
export const truefalse = z.object({
	...common,
	type: z.literal("truefalse"),
	options: twoOptions,
	correction,
});

type Choosing = z.infer<typeof single> | z.infer<typeof multiple> | z.infer<typeof truefalse>;
export type ShownChoice = {
	type: Choosing["type"];
	stem: string;
	options: Choice[];
	/** The learner is told that a blank earns as much as a blind guess. */
	isBlankFair: boolean;
};

const most = ({ type, options: { length } }: Choosing): number => (type === "multiple" ? length : 1);

export const choiceKind = <I extends Choosing>(): ItemKind<I, ShownChoice> => ({
	fits: (item, answer) =>
		fitsChosen(item.options, answer, most(item)) &&
		(item.type === "multiple" || chosenOf(answer).length === 1),
	fromForm: (item, form, name) => chosenFromForm(item.options, form, name, most(item)),
	score(item, answer) {
		const chosen = chosenOf(answer);
		if (chosen.length > 0) return scoreChosen(item.options, chosen);
		return item.correction ? averageGuess(item.options, item.type === "multiple") : 0;
	},
	key: ({ options }) => rightChosen(options),
	rekey: (item, answer) => ({ ...item, options: withChosen(item.options, answer) }),
	// Benar before salah, always: shuffling them only makes readers slip.
	order: ({ type, options }, random) =>
		type === "truefalse" ? idsOf(options) : shuffled(idsOf(options), random),
	shown: ({ type, stem, options, correction }, order) => ({
		type,
		stem,
		options: inOrder(options, order).map(({ id, text }) => ({ id, text })),
		isBlankFair: correction ?? false,
	}),
	answered: ({ options }, answer) => inOrder(options, chosenOf(answer)).map(({ text }) => text),
	feedback: ({ options }, answer) => feedbackOnChosen(options, answer),
});

const idsOf = (list: readonly Choice[]) => list.map(({ id }) => id);
