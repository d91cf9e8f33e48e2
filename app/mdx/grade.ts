import type { CheckKey } from "./keys.ts";

/** What is said to an answer: per chosen option or case, by the value it has in the form. */
export type Graded = { correct: boolean; feedback: { value: string; correct: boolean; text: string }[] };

/**
 * Grades an answer. `chosen` holds the numbers of the chosen options ("0", "2"), or for a practice
 * "case=choice" ("0=Aman"); what the key does not know is left out. null when nothing known was chosen.
 */
export function grade(key: CheckKey, chosen: readonly string[]): (Graded & { chosen: string[] }) | null {
	const graded = key.kind === "check" ? gradeQuestion(key, chosen) : gradePractice(key, chosen);
	return graded.chosen.length === 0 ? null : graded;
}

function gradeQuestion({ options, type }: Extract<CheckKey, { kind: "check" }>, given: readonly string[]) {
	const known = options.map((_, index) => String(index)).filter((value) => given.includes(value));
	const chosen = type === "multiple" ? known : known.slice(0, 1);
	const feedback = chosen.map((value) => {
		const { correct = false, feedback: text = "" } = options[Number(value)] ?? {};
		return { value, correct, text };
	});
	const wanted = options.filter(({ correct }) => correct).length;
	const correct = feedback.every((one) => one.correct) && feedback.length === wanted;
	return { chosen, correct, feedback };
}

function gradePractice(
	{ cases, choices }: Extract<CheckKey, { kind: "practice" }>,
	given: readonly string[],
) {
	const chosen: string[] = [];
	const feedback = cases.flatMap(({ answer, feedback: text }, index) => {
		const choice = choices.find((one) => given.includes(`${index}=${one}`));
		if (choice === undefined) return [];
		chosen.push(`${index}=${choice}`);
		return [{ value: String(index), correct: choice === answer, text }];
	});
	return {
		chosen,
		correct: feedback.length === cases.length && feedback.every((one) => one.correct),
		feedback,
	};
}
