// Answers that are typed into one field: `{ typed }`.
import type { Answer } from "../answer.ts";
import { typedOf } from "../answerParts.ts";
import type { Given } from "./kind.ts";

/** The functions of a type whose answers are typed, of at most that many characters. */
export function typedKind(limit: number) {
	return {
		fits: (_item: unknown, answer: Given) => "typed" in answer && answer.typed.length <= limit,
		fromForm(_item: unknown, form: FormData, name: string): Answer | undefined {
			if (![name, `${name}.was`, `${name}.shown`].some((field) => form.has(field))) return undefined;
			// A form writes a new line in two characters.
			const text = form.get(name)?.toString().replace(/\r\n?/g, "\n") ?? "";
			const typed = text.slice(0, limit);
			return typed.trim() === "" ? null : { typed };
		},
		order: (): string[] => [],
		answered: (_item: unknown, answer: Given) => [typedOf(answer)].filter(Boolean),
	};
}
