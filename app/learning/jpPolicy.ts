import { z } from "zod";
import { type Employment, employments } from "#db/schema/people.ts";
import { readFrameworkFile } from "../catalog/frameworkFile.ts";

const confidence = z.enum(["public", "secondary", "assumed"]);

const rule = z.strictObject({
	employment: z.enum(employments),
	/** floor: at least so many a year; cap: at most so many count. */
	direction: z.enum(["floor", "cap"]),
	/** Training hours a year. */
	jp: z.number().int().min(1).max(400),
	period: z.enum(["calendar-year", "contract-year"]),
	basis: z.string().min(1),
	confidence,
});

const policyFacts = z.strictObject({
	validFrom: z.iso.date(),
	minutesPerJp: z.number().int().min(1).max(240),
	minutesPerJpBasis: z.string().min(1),
	minutesPerJpConfidence: confidence,
	rules: z
		.array(rule)
		.min(1)
		.refine(
			(rules) => new Set(rules.map(({ employment }) => employment)).size === rules.length,
			"setiap status kepegawaian hanya boleh memiliki satu aturan",
		),
	notes: z.array(z.string().min(1)),
	needsCheck: z.string().min(1),
});
/** The rules on training hours (jam pelajaran) in force from a day on. */
export type JpPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/jp-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseJpPolicy(text: string, file: string): JpPolicy {
	return readFrameworkFile(policyFacts, text, file);
}

/** Whole training hours. counted + excess = what was earned; remaining: up to the target. */
export type JpStanding = {
	direction: "floor" | "cap";
	target: number;
	/** Hours that count for the year. */
	counted: number;
	/** Hours above a cap: on record, but not counted. Always 0 for a floor. */
	excess: number;
	remaining: number;
};

/**
 * How the hours of a year stand against the rule for that employment; null when no rule holds for it.
 * A floor counts every hour, a cap none above it. A negative sum is taken as 0.
 */
export function jpStanding(policy: JpPolicy, employment: Employment, jpThisYear: number): JpStanding | null {
	const rule = policy.rules.find((one) => one.employment === employment);
	if (!rule) return null;
	const earned = Math.max(0, jpThisYear);
	const counted = rule.direction === "cap" ? Math.min(earned, rule.jp) : earned;
	return {
		direction: rule.direction,
		target: rule.jp,
		counted,
		excess: earned - counted,
		remaining: Math.max(0, rule.jp - counted),
	};
}
