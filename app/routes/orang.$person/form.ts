import { z } from "zod";

const schema = z.object({ intent: z.literal("reveal") });

export function parsePersonForm(form: FormData) {
	const parsed = schema.safeParse(Object.fromEntries(form));
	return parsed.success ? parsed.data : null;
}
