import { z } from "zod";
import { readFrameworkFile } from "../../catalog/frameworkFile.ts";

const policyFacts = z.strictObject({
	validFrom: z.iso.date(),
	/** How many days before a certificate runs out it can be renewed. */
	opensDaysBefore: z.number().int().min(0).max(730),
	/** How many days before its end the holder is told, and how many after. */
	tellDaysBefore: z.array(z.number().int().min(0).max(730)).max(10),
	tellDaysAfter: z.array(z.number().int().min(1).max(365)).max(5),
	basis: z.string().min(1),
	confidence: z.enum(["public", "secondary", "assumed"]),
	needsCheck: z.string().min(1),
});
/** The rules on renewing certificates in force from a day on. */
export type RenewalPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/renewal-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseRenewalPolicy(text: string, file: string): RenewalPolicy {
	return readFrameworkFile(policyFacts, text, file);
}
