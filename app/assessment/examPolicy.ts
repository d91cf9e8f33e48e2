import { z } from "zod";
import { readFrameworkFile } from "../catalog/frameworkFile.ts";

const policyFacts = z.strictObject({
	validFrom: z.iso.date(),
	/** How long after the deadline answers that were given in time are still taken. */
	lateWindowMinutes: z.number().int().min(0).max(1440),
	/** How far apart, in milli-points of an answer, two markers may lie before a third one decides. */
	markDifference: z.number().int().min(0).max(1000),
	/** Whether who passed stays so when an item is neutralised or its key changed afterwards. */
	protectPasses: z.boolean().default(true),
	basis: z.string().min(1),
	confidence: z.enum(["public", "secondary", "assumed"]),
	needsCheck: z.string().min(1),
});
/** The rules on exams in force from a day on. */
export type ExamPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/exam-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseExamPolicy(text: string, file: string): ExamPolicy {
	return readFrameworkFile(policyFacts, text, file);
}
