import type { Answer } from "../answer.ts";
import type { Random } from "../draw.ts";

/** An answer that is not blank. */
export type Given = NonNullable<Answer>;

/**
 * All that the house needs to know of one type of item, as pure functions: I is the item with its keys, S what a learner
 * may see of it. Each file of this folder holds one; `kinds.ts` is their list.
 */
export type ItemKind<I, S> = {
	/** Whether it can be an answer to that item: of its shape, naming only what the item has. */
	fits(item: I, answer: Given): boolean;
	/**
	 * The answer in a posted page whose fields are named `name` (chosen, typed) or `name.slot` (pairs); what the item
	 * does not have is left out. null: there, and blank. Undefined: the form does not have the item.
	 */
	fromForm(item: I, form: FormData, name: string): Answer | undefined;
	/** Milli-points, whole, 0 to ITEM_MAX. */
	score(item: I, answer: Answer): number;
	/** An answer that earns everything; null where only a person can say so. */
	key(item: I): Answer;
	/** The item with that answer as its key, otherwise the same; null when the answer cannot be a key: it is not whole. */
	rekey(item: I, answer: Given): I | null;
	/** The order in which what may be moved is shown: drawn once an attempt, and kept with it. */
	order(item: I, random: Random): string[];
	/** The item as its learner sees it: in that order, without keys and feedback. */
	shown(item: I, order: readonly string[]): S;
	/** The answer in words, a line each. */
	answered(item: I, answer: Given): string[];
	/** What is said to an answer that was not wholly right; it does not tell the key. */
	feedback(item: I, answer: Answer): (string | undefined)[];
};
