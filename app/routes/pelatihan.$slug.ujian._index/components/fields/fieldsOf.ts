import type { Answer } from "#app/assessment/answer.ts";
import type { ShownItem } from "#app/assessment/item.ts";

/** What the fields of an item are made of; `name` is the item's name in the form. */
export type FieldsOf<T extends ShownItem["type"] = ShownItem["type"]> = {
	shown: Extract<ShownItem, { type: T }>;
	name: string;
	answer: Answer;
};
