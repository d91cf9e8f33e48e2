import { z } from "zod";
import type { Item } from "./item.ts";
import { kindOf } from "./items/kinds.ts";

/**
 * What a learner answered: ids of what was chosen; the value of each part of the item (a matching's pair, a table's row,
 * a gap); or what was typed. null: nothing yet.
 */
export type Answer = { chosen: string[] } | { pairs: Record<string, string> } | { typed: string } | null;

export const answerSchema = z.union([
	z.object({ chosen: z.array(z.string()) }),
	z.object({ pairs: z.record(z.string(), z.string()) }),
	z.object({ typed: z.string() }),
	z.null(),
]);

/** Whether it can be an answer to that item: of its type, naming only what the item has. */
export const answerFits = (item: Item, answer: Answer): boolean =>
	answer === null || kindOf(item).fits(item, answer);

/** One answer as one text: equal for equal answers, "" for none. */
export function answerText(answer: Answer): string {
	if (answer === null) return "";
	if ("typed" in answer) return `t${answer.typed}`;
	if ("chosen" in answer) return `c${JSON.stringify([...answer.chosen].sort())}`;
	return `p${JSON.stringify(Object.entries(answer.pairs).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/**
 * Reads an item's answer from a form: `<name>` for what was chosen or typed, `<name>.<part>` for parts. What the item
 * does not have is left out. Undefined when the form does not have the item at all, or has it as the page showed it
 * (`<name>.was`): a second tab must not write over what the first one answered.
 */
export function answerFromForm(item: Item, form: FormData, name: string): Answer | undefined {
	const answer = kindOf(item).fromForm(item, form, name);
	// A form writes a new line in two characters.
	const was = form.get(`${name}.was`)?.toString().replace(/\r\n?/g, "\n");
	return answer === undefined || was === answerText(answer) ? undefined : answer;
}
