import { z } from "zod";

const schema = z.object({
	intent: z.enum(["decide", "cancel", "undo"]),
	reason: z.string().max(2000).catch(""),
});

/** What is asked for, and the reason as it may be stored ("" where it is too short or too long); null: nothing. */
export function parseActForm(form: FormData) {
	const read = schema.safeParse(Object.fromEntries(form));
	if (!read.success) return null;
	const reason = read.data.reason.replace(/\s+/g, " ").trim();
	const isGood = reason.length >= 10 && reason.length <= 500;
	return { intent: read.data.intent, reason: isGood ? reason : "", typed: read.data.reason };
}
