import type { Random } from "../draw.ts";
import { information, type PoolItem } from "./model.ts";
import type { PlacementPolicy } from "./policy.ts";

/** What a person's role needs; null: everything alike. */
export type Needs = { domains: ReadonlySet<string>; competences: ReadonlySet<string> } | null;

/** How often items were drawn so far, over all sittings, with this one. */
export type Exposure = { sittings: number; drawn: (itemId: string) => number };

export type Choice = {
	pool: readonly PoolItem[];
	/** The domains in order. */
	domains: readonly string[];
	/** What this sitting has drawn already. */
	drawn: readonly PoolItem[];
	/** Items that the person met in earlier sittings: drawn only where nothing else is left. */
	met: ReadonlySet<string>;
	needs: Needs;
	exposure: Exposure;
	/** Where an item is expected to find the person, in logits. */
	ability: number;
	policy: PlacementPolicy;
	random: Random;
};

/**
 * The next item: from the domain that lags most behind its share, one of the few that tell most at the general ability,
 * less for a competence that was asked or that the role does not need. An item at its exposure limit, met before, or a
 * variant of one that was drawn is left aside. null when there is none left in any domain.
 */
export function chooseItem(choice: Choice): PoolItem | null {
	const taken = new Set(choice.drawn.map(({ id }) => id));
	const prototypes = new Set(choice.drawn.flatMap(({ prototype }) => prototype ?? []));
	const free = choice.pool.filter(
		({ id, prototype }) => !taken.has(id) && (prototype === null || !prototypes.has(prototype)),
	);
	for (const domain of byLag(choice)) {
		const own = free.filter((item) => item.domain === domain);
		if (own.length > 0) return bestOf(own, choice);
	}
	return null;
}

/** The domains, the one first that has had least of its share; ties in random order. */
function byLag({ domains, drawn, needs, policy, random }: Choice): string[] {
	const lag = (domain: string) => {
		const share = needs === null || needs.domains.has(domain) ? 1 : policy.otherDomain;
		return drawn.filter((item) => item.domain === domain).length / share;
	};
	return domains
		.map((domain) => ({ domain, lag: lag(domain), tie: random() }))
		.sort((a, b) => a.lag - b.lag || a.tie - b.tie)
		.map(({ domain }) => domain);
}

function bestOf(own: readonly PoolItem[], choice: Choice): PoolItem | null {
	const { policy, random } = choice;
	const allowed = allowedOf(own, choice);
	const asked = new Map<string, number>();
	for (const { competence } of choice.drawn) asked.set(competence, (asked.get(competence) ?? 0) + 1);
	const ranked = allowed
		.map((item) => ({ item, worth: worthOf(item, asked.get(item.competence) ?? 0, choice) }))
		.sort((a, b) => b.worth - a.worth);
	const candidates = ranked.slice(0, policy.candidates);
	return candidates[Math.floor(random() * candidates.length)]?.item ?? null;
}

function worthOf(item: PoolItem, asked: number, { ability, needs, policy }: Choice): number {
	const needed = needs === null || needs.competences.has(item.competence);
	return information(item, ability) * policy.sameCompetence ** asked * (needed ? 1 : policy.otherCompetence);
}

/** Those under the exposure limit that the person has not met; failing that, the least met of all. */
function allowedOf(own: readonly PoolItem[], { met, exposure, policy }: Choice): readonly PoolItem[] {
	const limit = Math.max(1, Math.floor(policy.maxExposure * exposure.sittings));
	const unmet = own.filter(({ id }) => !met.has(id));
	const rest = unmet.length > 0 ? unmet : own;
	const allowed = rest.filter(({ id }) => exposure.drawn(id) < limit);
	if (allowed.length > 0) return allowed;
	const least = Math.min(...rest.map(({ id }) => exposure.drawn(id)));
	return rest.filter(({ id }) => exposure.drawn(id) === least);
}
