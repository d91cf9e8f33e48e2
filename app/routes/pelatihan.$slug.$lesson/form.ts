import { z } from "zod";

const schema = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("read") }),
	z.object({ intent: z.literal("answer"), check: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) }),
]);
export type LessonForm = { intent: "read" } | { intent: "answer"; check: string; chosen: string[] };

/** What was chosen: values of `choice`, and of a practice's cases `choice.<n>` as "<n>=<choice>". */
export function parseLessonForm(form: FormData): LessonForm | null {
	const parsed = schema.safeParse({ intent: form.get("intent"), check: form.get("check") ?? undefined });
	if (!parsed.success) return null;
	if (parsed.data.intent === "read") return { intent: "read" };
	const chosen = [...form.entries()].flatMap(([name, value]) => {
		if (typeof value !== "string" || value.length > 200) return [];
		if (name === "choice") return [value];
		const index = /^choice\.(\d{1,2})$/.exec(name)?.[1];
		return index ? [`${index}=${value}`] : [];
	});
	return { intent: "answer", check: parsed.data.check, chosen: chosen.slice(0, 50) };
}
