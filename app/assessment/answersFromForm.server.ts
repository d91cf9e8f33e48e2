import { type Answer, answerFromForm } from "./answer.ts";
import { itemsOfAttempt } from "./attemptView.server.ts";

/** The answers that a posted exam page holds, by position; items that were not on it are left out. */
export async function answersFromForm(attemptId: string, form: FormData): Promise<Map<number, Answer>> {
	const answers = new Map<number, Answer>();
	for (const { position, item } of await itemsOfAttempt(attemptId)) {
		const answer = answerFromForm(item, form, `q${position}`);
		if (answer !== undefined) answers.set(position, answer);
	}
	return answers;
}
