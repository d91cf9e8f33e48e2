import { z } from "zod";
import { readFrameworkFile } from "../../catalog/frameworkFile.ts";

const days = z.array(z.number().int().min(1).max(60)).max(10);

const policyFacts = z
	.strictObject({
		validFrom: z.iso.date(),
		/** Days before and after a deadline on which those who have not done it are told. */
		before: days,
		after: days,
		/** Which of `after` the superior is told of too. */
		superiorAfter: days,
		/** 1 Monday to 7 Sunday. */
		quietWeekdays: z.array(z.number().int().min(1).max(7)).max(6),
		/** Hour of the recipient's clock before which nothing is sent. */
		fromHour: z.number().int().min(0).max(23),
		basis: z.string().min(1),
		confidence: z.enum(["public", "secondary", "assumed"]),
		needsCheck: z.string().min(1),
	})
	.refine(
		({ after, superiorAfter }) => superiorAfter.every((day) => after.includes(day)),
		"superiorAfter hanya boleh memuat hari dari after",
	);
/** The rules on reminders in force from a day on. */
export type ReminderPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/reminders-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseReminderPolicy(text: string, file: string): ReminderPolicy {
	return readFrameworkFile(policyFacts, text, file);
}
