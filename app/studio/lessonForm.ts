import { z } from "zod";

/** A lesson as the editor sends it; `revision` is the one that the editor read. */
export const lessonForm = z.object({
	title: z.string().trim().min(1).max(150),
	minutes: z.coerce.number().int().min(1).max(600),
	objective: z.string().trim().max(600),
	source: z
		.string()
		.max(250_000)
		.transform((text) => text.replace(/\r\n?/g, "\n")),
	revision: z.coerce.number().int().min(1),
});
export type LessonForm = z.infer<typeof lessonForm>;

export type TypedLesson = { title: string; minutes: string; objective: string; source: string };

/** What was typed, as it goes back into the editor when it cannot be saved. */
export function typedLesson(form: FormData): TypedLesson {
	const text = (name: string) => form.get(name)?.toString() ?? "";
	return {
		title: text("title"),
		minutes: text("minutes"),
		objective: text("objective"),
		source: text("source"),
	};
}
