import { z } from "zod";

const schema = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("reveal") }),
	z.object({ intent: z.literal("leave"), sure: z.literal("ya").optional() }),
]);

export function parsePersonForm(form: FormData) {
	const parsed = schema.safeParse(Object.fromEntries(form));
	return parsed.success ? parsed.data : null;
}
