import { z } from "zod";
import type { Item } from "./item.ts";

/**
 * What a learner answered: ids of chosen options, the right-hand text chosen for each pair, or what was typed.
 * null: nothing yet.
 */
export type Answer = { chosen: string[] } | { pairs: Record<string, string> } | { typed: string } | null;

export const answerSchema = z.union([
	z.object({ chosen: z.array(z.string()) }),
	z.object({ pairs: z.record(z.string(), z.string()) }),
	z.object({ typed: z.string() }),
	z.null(),
]);

const TYPED_LIMIT = 500;

/** Whether it can be an answer to that item: of its type, naming only what the item has. */
export function answerFits(item: Item, answer: Answer): boolean {
	if (answer === null) return true;
	switch (item.type) {
		case "single":
		case "truefalse":
			return "chosen" in answer && answer.chosen.length === 1 && areOptions(item.options, answer.chosen);
		case "multiple":
			return "chosen" in answer && areOptions(item.options, answer.chosen);
		case "matching":
			return "pairs" in answer && arePairs(item, answer.pairs);
		case "numeric":
		case "text":
			return "typed" in answer && answer.typed.length <= TYPED_LIMIT;
	}
}

function areOptions(options: { id: string }[], chosen: string[]): boolean {
	return new Set(chosen).size === chosen.length && chosen.every((id) => options.some((one) => one.id === id));
}

function arePairs(item: Extract<Item, { type: "matching" }>, pairs: Record<string, string>): boolean {
	const rights = rightsOf(item);
	const lefts = new Set(item.pairs.map(({ id }) => id));
	return Object.entries(pairs).every(([id, right]) => lefts.has(id) && rights.has(right));
}

function rightsOf(item: Extract<Item, { type: "matching" }>): Set<string> {
	return new Set([...item.pairs.map(({ right }) => right), ...item.distractors]);
}

/** One answer as one text: equal for equal answers, "" for none. */
export function answerText(answer: Answer): string {
	if (answer === null) return "";
	if ("typed" in answer) return `t${answer.typed}`;
	if ("chosen" in answer) return `c${[...answer.chosen].sort().join(",")}`;
	return `p${JSON.stringify(Object.entries(answer.pairs).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/**
 * Reads an item's answer from a form: `<name>` for chosen options and typed text, `<name>.<pair id>` for matching.
 * What is not an option of the item is left out. Undefined when the form does not have the item at all, or has it as
 * the page showed it (`<name>.was`): a second tab must not write over what the first one answered.
 */
export function answerFromForm(item: Item, form: FormData, name: string): Answer | undefined {
	const answer = readAnswer(item, form, name);
	if (answer === undefined || form.get(`${name}.was`) === answerText(answer)) return undefined;
	return answer;
}

function readAnswer(item: Item, form: FormData, name: string): Answer | undefined {
	if (item.type === "matching") return pairsFromForm(item, form, name);
	// A group of check boxes with none chosen sends nothing: a hidden field says that it was there.
	if (!form.has(name) && !form.has(`${name}.was`) && !form.has(`${name}.shown`)) return undefined;
	const values = form.getAll(name).filter((value): value is string => typeof value === "string");
	if (item.type === "numeric" || item.type === "text") {
		const typed = (values[0] ?? "").slice(0, TYPED_LIMIT);
		return typed.trim() === "" ? null : { typed };
	}
	const known = item.options.map(({ id }) => id);
	const chosen = known.filter((id) => values.includes(id));
	if (chosen.length === 0) return null;
	return { chosen: item.type === "multiple" ? chosen : chosen.slice(0, 1) };
}

function pairsFromForm(
	item: Extract<Item, { type: "matching" }>,
	form: FormData,
	name: string,
): Answer | undefined {
	const rights = rightsOf(item);
	const entries = item.pairs.flatMap(({ id }): [string, string][] => {
		const value = form.get(`${name}.${id}`);
		return typeof value === "string" && rights.has(value) ? [[id, value]] : [];
	});
	if (entries.length > 0) return { pairs: Object.fromEntries(entries) };
	return item.pairs.some(({ id }) => form.has(`${name}.${id}`)) ? null : undefined;
}
