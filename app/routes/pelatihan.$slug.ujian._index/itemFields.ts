// An item's fields in the page, and the answer that they make. Runs in the browser.
import type { Answer } from "#app/assessment/answer.ts";
import { chosenOf, partOf, typedOf } from "#app/assessment/answerParts.ts";
import { type Field, isBox, isChanged } from "#app/ui/fieldChanged.ts";

const fieldsOf = (item: Element): Field[] => [
	...item.querySelectorAll<Field>("input:not([type=hidden]), select, textarea"),
];
/** A field of one part of the item is named "q3.part". */
const partNamed = (item: Element, { name }: Field): string => name.slice(item.id.length + 1);

export const positionOf = (item: Element): number => Number(item.id.slice(1));

/** Whether a person has answered it since the page was sent: also before the script that asks had come. */
export const isAnswered = (item: Element): boolean => fieldsOf(item).some(isChanged);

export function answerOf(item: Element): Answer {
	const filled = fieldsOf(item).filter((field) =>
		isBox(field) ? field.checked && field.value : field.value.trim() !== "",
	);
	const [first] = filled;
	if (!first) return null;
	if (partNamed(item, first))
		return { pairs: Object.fromEntries(filled.map((field) => [partNamed(item, field), field.value])) };
	return isBox(first) ? { chosen: filled.map(({ value }) => value) } : { typed: first.value };
}

export function showAnswer(item: Element, answer: Answer): void {
	for (const field of fieldsOf(item)) {
		const part = partNamed(item, field);
		const value = part ? partOf(answer, part) : typedOf(answer);
		if (!isBox(field)) field.value = value;
		else field.checked = part ? field.value === value : chosenOf(answer).includes(field.value);
	}
}
