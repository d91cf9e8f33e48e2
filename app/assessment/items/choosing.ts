// Answers that are chosen from a list: `{ chosen: ids }`.
import type { Answer } from "../answer.ts";
import { chosenOf } from "../answerParts.ts";
import { has } from "./common.ts";
import type { Given } from "./kind.ts";
import { share } from "./points.ts";

export type Option = { id: string; correct: boolean; feedback?: string };

export function fitsChosen(options: readonly Option[], answer: Given, most: number): boolean {
	if (!("chosen" in answer) || answer.chosen.length > most) return false;
	const { chosen } = answer;
	return new Set(chosen).size === chosen.length && chosen.every((id) => has(options, id));
}

export function chosenFromForm(
	options: readonly Option[],
	form: FormData,
	name: string,
	most: number,
): Answer | undefined {
	// A group of check boxes with none chosen sends nothing: a hidden field says that it was there.
	if (![name, `${name}.was`, `${name}.shown`].some((field) => form.has(field))) return undefined;
	const values = form.getAll(name);
	const chosen = options.map(({ id }) => id).filter((id) => values.includes(id));
	return chosen.length === 0 ? null : { chosen: chosen.slice(0, most) };
}

/**
 * Right options chosen less wrong ones chosen, over the right ones, not below 0: so that choosing everything earns
 * nothing extra. With one option to choose it is right or not.
 */
export function scoreChosen(options: readonly Option[], chosen: readonly string[]): number {
	const picked = options.filter(({ id }) => chosen.includes(id));
	const hits = picked.filter(({ correct }) => correct).length;
	const right = options.filter(({ correct }) => correct).length;
	return share(Math.max(0, hits - (picked.length - hits)), right);
}

/**
 * What a blank answer earns where the author chose correction for guessing: as much as a blind guess earns on average,
 * rounded down. The classic correction takes R − W/(k−1); R + O/k, with O omitted items, ranks people the same (Traub,
 * Hambleton & Singh 1969) and needs no points below 0: who does not know loses nothing by saying so and on average gains
 * nothing by guessing. One of k options: 1/k. Several: the mean over all choices of at least one option, each as likely.
 */
export function averageGuess(options: readonly Option[], isMany: boolean): number {
	const right = options.filter(({ correct }) => correct).length;
	if (!isMany) return share(right, options.length);
	const wrong = options.length - right;
	let sum = 0;
	for (let hits = 0; hits <= right; hits++)
		for (let misses = 0; misses < hits && misses <= wrong; misses++)
			sum += ways(right, hits) * ways(wrong, misses) * share(hits - misses, right);
	return Math.floor(sum / (2 ** options.length - 1));
}

/** In how many ways k of n can be chosen. */
const ways = (n: number, k: number): number => (k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k);

/** The same list, of which what the answer chose is right. */
export const withChosen = <O extends Option>(options: readonly O[], answer: Answer): O[] =>
	options.map((option) => ({ ...option, correct: chosenOf(answer).includes(option.id) }));

export const rightChosen = (options: readonly Option[]): Answer => ({
	chosen: options.filter(({ correct }) => correct).map(({ id }) => id),
});

export const feedbackOnChosen = (options: readonly Option[], answer: Answer) =>
	options.filter(({ id }) => chosenOf(answer).includes(id)).map(({ feedback }) => feedback);
