import { type Answer, answerFromForm } from "./answer.ts";
import type { DrawnItem } from "./drawnItems.server.ts";

/** The answers that a posted exam page holds, by position; items that were not on it are left out. */
export function answersFromForm(drawn: readonly DrawnItem[], form: FormData): Map<number, Answer> {
	const answers = new Map<number, Answer>();
	for (const { position, item } of drawn) {
		const answer = answerFromForm(item, form, `q${position}`);
		if (answer !== undefined) answers.set(position, answer);
	}
	return answers;
}
