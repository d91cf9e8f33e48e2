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
