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

const way = <const W extends readonly [string, ...string[]]>(ways: W) =>
	z.strictObject({ way: z.enum(ways), basis: z.string().min(1), confidence });

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
	/** by-status: hours count by the status of their day, and a floor is owed by the months of its status. */
	statusChange: way(["by-status"]),
	/** months-off: a month whose first day is on leave adds nothing to a floor. */
	leave: way(["months-off", "none"]),
	notes: z.array(z.string().min(1)),
	needsCheck: z.string().min(1),
});
/** The rules on training hours (jam pelajaran) in force from a day on. */
export type JpPolicy = z.infer<typeof policyFacts>;

/** Reads a content/framework/policy/jp-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseJpPolicy(text: string, file: string): JpPolicy {
	return readFrameworkFile(policyFacts, text, file);
}

export type JpRule = JpPolicy["rules"][number];

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

/** The rule for that employment; null when none holds for it. */
export const ruleFor = (policy: JpPolicy | null, employment: Employment): JpRule | null =>
	policy?.rules.find((one) => one.employment === employment) ?? null;

/**
 * How the hours of a year stand against the rule for that employment; null when no rule holds for it.
 * A floor counts every hour, a cap none above it. A negative sum is taken as 0.
 */
export function jpStanding(policy: JpPolicy, employment: Employment, jpThisYear: number): JpStanding | null {
	const rule = ruleFor(policy, employment);
	return rule && standingAgainst(rule.direction, rule.jp, jpThisYear);
}

/** How hours stand against a target of whole training hours. A negative sum is taken as 0. */
export function standingAgainst(direction: JpRule["direction"], target: number, jp: number): JpStanding {
	const earned = Math.max(0, jp);
	const counted = direction === "cap" ? Math.min(earned, target) : earned;
	return { direction, target, counted, excess: earned - counted, remaining: Math.max(0, target - counted) };
}
