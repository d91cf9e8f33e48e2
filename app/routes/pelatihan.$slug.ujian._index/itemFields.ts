// An item's fields in the page, and the answer that they make. Runs in the browser.
import type { Answer } from "#app/assessment/answer.ts";
import { type Field, isBox, isChanged } from "#app/ui/fieldChanged.ts";

const fieldsOf = (item: Element): Field[] => [
	...item.querySelectorAll<Field>("input:not([type=hidden]), select"),
];

export const positionOf = (item: Element): number => Number(item.id.slice(1));

/** Whether a person has answered it since the page was sent: also before the script that asks had come. */
export const isAnswered = (item: Element): boolean => fieldsOf(item).some(isChanged);

export function answerOf(item: Element): Answer {
	const fields = fieldsOf(item);
	const boxes = fields.filter(isBox);
	if (boxes.length > 0) {
		const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
		return chosen.length > 0 ? { chosen } : null;
	}
	const filled = fields.filter(({ value }) => value.trim() !== "");
	if (filled.length === 0) return null;
	if (fields[0] instanceof HTMLInputElement) return { typed: fields[0].value };
	// A select is named "q3.<pair>".
	return {
		pairs: Object.fromEntries(filled.map(({ name, value }) => [name.slice(item.id.length + 1), value])),
	};
}

export function showAnswer(item: Element, answer: Answer): void {
	for (const field of fieldsOf(item)) {
		if (isBox(field))
			field.checked = answer !== null && "chosen" in answer && answer.chosen.includes(field.value);
		else if (field instanceof HTMLInputElement)
			field.value = answer !== null && "typed" in answer ? answer.typed : "";
		else
			field.value =
				(answer !== null && "pairs" in answer && answer.pairs[field.name.slice(item.id.length + 1)]) || "";
	}
}
