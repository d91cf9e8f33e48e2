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

/** What a placement with a course's items would draw from, by their authors' estimates. */
export function simulatedBank(items: readonly Item[], policy: PlacementPolicy): SimulatedBank {
	const scored = items.filter(isScoredAtOnce);
	const pool = scored.map((item) => ({
		id: item.code,
		...authorsParameters(item, policy),
		...placeOf(item),
	}));
	const assumed = scored.filter(({ difficulty }) => difficulty === undefined).length;
	return { ...facts(pool, policy), assumed, leftOut: items.length - scored.length };
}

type Change = { askedHash: string; after: number };

/** The national bank at the parameters in force, or as a proposal would change them. */
export function simulatedNationalBank(
	items: readonly (PoolItem & { askedHash: string })[],
	changes: readonly Change[],
	policy: PlacementPolicy,
): SimulatedBank {
	const proposed = new Map(changes.map(({ askedHash, after }) => [askedHash, after]));
	const pool = items.map(({ id, domain, competence, level, prototype, discrimination, ...item }) => {
		const difficulty = proposed.get(item.askedHash) ?? item.difficulty;
		return { id, domain, competence, level, prototype, discrimination, difficulty };
	});
	return { ...facts(pool, policy), assumed: 0, leftOut: 0 };
}

function facts(
	pool: PoolItem[],
	{ minItemsPerDomain }: PlacementPolicy,
): Pick<SimulatedBank, "pool" | "domains" | "different" | "thin"> {
	const families = (own: readonly PoolItem[]) =>
		new Set(own.map(({ id, prototype }) => prototype ?? id)).size;
	const domains = [...new Set(pool.map(({ domain }) => domain))].sort();
	const isThin = (domain: string) =>
		families(pool.filter((item) => item.domain === domain)) < minItemsPerDomain;
	return { pool, domains, different: families(pool), thin: domains.filter(isThin) };
}

/** A sitting may not end before the policy's shortest length, so a smaller bank would say nothing. */
export const isTooSmall = ({ different }: SimulatedBank, { minItems }: PlacementPolicy): boolean =>
	different < minItems;
