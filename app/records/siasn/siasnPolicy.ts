import { z } from "zod";
import { readFrameworkFile } from "../../catalog/frameworkFile.ts";

const references = { jenisKursus: z.string().max(60), jenisKursusSertipikat: z.string().max(60) };
const policyFacts = z.strictObject({
	validFrom: z.iso.date(),
	...references,
	/** Values for one form of training, by its number. */
	forms: z.record(z.string().regex(/^\d{1,2}$/), z.strictObject(references).partial()),
	basis: z.string().min(1),
	confidence: z.enum(["public", "secondary", "assumed"]),
	needsCheck: z.string().min(1),
});
/** SIASN's reference values, in force from a day on. */
export type SiasnPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/siasn-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseSiasnPolicy(text: string, file: string): SiasnPolicy {
	return readFrameworkFile(policyFacts, text, file);
}
