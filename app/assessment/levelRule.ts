import type { Estimate } from "./placement/ability.ts";
import { levelOf } from "./placement/levels.ts";
import type { PlacementPolicy } from "./placement/policy.ts";

/** Where evidence of a level can come from. What people say of themselves is none of these. */
export type LevelSourceName = keyof PlacementPolicy["evidence"]["variance"];

/** What one source says of a person's ability in a competence: a normal likelihood, in logits. */
export type Evidence = {
	source: LevelSourceName;
	mean: number;
	variance: number;
	/** The highest level that it could have shown. */
	topLevel: number;
	/** When it was measured, UTC milliseconds. */
	at: number;
};

export type MeasuredLevel = {
	/** 0 (below the first) to 4. */
	level: number;
	/** Of the ability behind it, in logits. */
	ability: number;
	standardError: number;
	/** When it was last measured, and how many days ago. */
	measuredAt: number;
	ageDays: number;
	sources: LevelSourceName[];
};

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;

/**
 * What an estimate with the prior N(0, 1) in it says by itself: the prior's part is divided out, so that several can be
 * put together with the prior counted once. null when it says nothing.
 */
export function likelihoodOf({ mean, standardError }: Estimate): { mean: number; variance: number } | null {
	const precision = 1 / standardError ** 2 - 1;
	if (precision <= 1e-6) return null;
	return { mean: mean / standardError ** 2 / precision, variance: 1 / precision };
}

/**
 * The level that all evidence up to a time supports, or null without any. Each piece weighs by its precision: its own
 * variance, what its source adds, and what its age adds by the policy (a random walk of the ability). With the prior
 * N(0, 1) the mean and its standard error are those of a normal posterior. More evidence never makes the error greater,
 * and no piece that says more lowers the level.
 */
export function combineEvidence(
	evidence: readonly Evidence[],
	{ evidence: rules, levelsFrom }: Pick<PlacementPolicy, "evidence" | "levelsFrom">,
	at: number,
): MeasuredLevel | null {
	const known = evidence.filter((one) => one.at <= at);
	if (known.length === 0) return null;
	let [precision, weighted] = [1, 0];
	for (const one of known) {
		const aged = rules.variancePerYear * ((at - one.at) / YEAR);
		const weight = 1 / (one.variance + rules.variance[one.source] + aged);
		precision += weight;
		weighted += weight * one.mean;
	}
	const ability = weighted / precision;
	const measuredAt = Math.max(...known.map((one) => one.at));
	return {
		level: levelOf(ability, levelsFrom, Math.max(...known.map(({ topLevel }) => topLevel))),
		ability,
		standardError: 1 / Math.sqrt(precision),
		measuredAt,
		ageDays: Math.floor((at - measuredAt) / DAY),
		sources: [...new Set(known.map(({ source }) => source))].sort(),
	};
}
