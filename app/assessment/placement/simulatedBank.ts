import type { Item } from "../item.ts";
import type { PoolItem } from "./model.ts";
import { authorsParameters, isScoredAtOnce, placeOf } from "./parameters.ts";
import type { PlacementPolicy } from "./policy.ts";

/** A bank as placement would draw from it, with what should be known before its figures are believed. */
export type SimulatedBank = {
	pool: PoolItem[];
	/** Those that the bank has items of, in order. */
	domains: string[];
	/** How many different items one person can meet: variants of a prototype count once. */
	different: number;
	/** Items without their author's estimate of difficulty. */
	assumed: number;
	/** Items whose points a reviewer gives. */
	leftOut: number;
	/** Domains with fewer items than the policy asks for before it reports them. */
	thin: string[];
};

/** What a placement with this bank would draw from. */
export function simulatedBank(items: readonly Item[], policy: PlacementPolicy): SimulatedBank {
	const scored = items.filter(isScoredAtOnce);
	const pool = scored.map((item) => ({
		id: item.code,
		...authorsParameters(item, policy),
		...placeOf(item),
	}));
	const families = (own: readonly PoolItem[]) =>
		new Set(own.map(({ id, prototype }) => prototype ?? id)).size;
	const domains = [...new Set(pool.map(({ domain }) => domain))].sort();
	const few = (domain: string) =>
		families(pool.filter((item) => item.domain === domain)) < policy.minItemsPerDomain;
	return {
		pool,
		domains,
		different: families(pool),
		assumed: scored.filter(({ difficulty }) => difficulty === undefined).length,
		leftOut: items.length - scored.length,
		thin: domains.filter(few),
	};
}

/** A sitting may not end before the policy's shortest length, so a smaller bank would say nothing. */
export const isTooSmall = ({ different }: SimulatedBank, { minItems }: PlacementPolicy): boolean =>
	different < minItems;
