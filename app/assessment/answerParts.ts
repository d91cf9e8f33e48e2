import type { Answer } from "./answer.ts";

/** Ids of what was chosen; none when it is another answer. */
export const chosenOf = (answer: Answer): string[] => (answer && "chosen" in answer ? answer.chosen : []);

/** What was typed; "" when it is another answer. */
export const typedOf = (answer: Answer): string => (answer && "typed" in answer ? answer.typed : "");

/** What was given for one part of the item; "" when nothing. */
export const partOf = (answer: Answer, part: string): string =>
	(answer && "pairs" in answer && Object.hasOwn(answer.pairs, part) && answer.pairs[part]) || "";
