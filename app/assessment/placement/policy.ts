import { z } from "zod";
import { readFrameworkFile } from "../../catalog/frameworkFile.ts";

const share = z.number().gt(0).max(1);
const logits = z.number().min(-5).max(5);
const byLevel = z
	.array(logits)
	.length(4)
	.refine((all) => all.every((one, at) => at === 0 || one > (all[at - 1] ?? one)), "harus menaik");

const policyFacts = z
	.strictObject({
		validFrom: z.iso.date(),
		/** The test goes on at least so long, and at most. */
		minItems: z.number().int().min(5).max(60),
		maxItems: z.number().int().min(5).max(60),
		/** It stops when the general ability is known so well, in logits. */
		targetStandardError: z.number().min(0.1).max(0.9),
		/** A domain with fewer answered items is not reported. */
		minItemsPerDomain: z.number().int().min(1).max(12),
		/** Of all sittings, at most this share meets an item. */
		maxExposure: share,
		/** One of so many of the best items is drawn. */
		candidates: z.number().int().min(1).max(20),
		/** How the abilities in two domains correlate. */
		domainCorrelation: z.number().min(0).max(0.99),
		/** An item's worth is multiplied by this for each item of its competence that was drawn. */
		sameCompetence: share,
		/** And by this when the person's role needs nothing of its competence. */
		otherCompetence: share,
		/** A domain of which the role needs nothing gets this share of another's items. */
		otherDomain: share,
		/** From so many milli-points on an answer counts as right. */
		rightFrom: z.number().int().min(1).max(1000),
		retakeAfterDays: z.number().int().min(0).max(3650),
		/** A sitting that was left stays open for so long. */
		openDays: z.number().int().min(1).max(365),
		/** The ability from which on a person is at level 1, 2, 3, 4. */
		levelsFrom: byLevel,
		/** An item without its author's estimate. */
		defaultDifficulty: byLevel,
		defaultDiscrimination: z.number().min(0.2).max(3),
		evidence: z.strictObject({
			/** Variance, in squared logits, that a year adds to what was measured. */
			variancePerYear: z.number().min(0).max(2),
			/** Variance that a source has beyond its own error: it measured something near the competence. */
			variance: z.strictObject({
				placement: z.number().min(0).max(2),
				exam: z.number().min(0).max(2),
				practice: z.number().min(0).max(2),
			}),
		}),
		recalibration: z.strictObject({
			/** Standard deviation of an author's estimate of difficulty, in logits. */
			authorDeviation: z.number().min(0.1).max(3),
			/** Fewer answers to an item change nothing. */
			minAnswers: z.number().int().min(10).max(10_000),
		}),
		basis: z.string().min(1),
		confidence: z.enum(["public", "secondary", "assumed"]),
		needsCheck: z.string().min(1),
	})
	.refine(({ minItems, maxItems }) => minItems <= maxItems, "minItems melebihi maxItems");

/** The rules of placement in force from a day on. */
export type PlacementPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/placement-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parsePlacementPolicy(text: string, file: string): PlacementPolicy {
	return readFrameworkFile(policyFacts, text, file);
}
