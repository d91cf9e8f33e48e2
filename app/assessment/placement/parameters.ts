import type { Item } from "../item.ts";
import type { Parameters, PoolItem } from "./model.ts";
import type { PlacementPolicy } from "./policy.ts";

/** Where an item belongs, as the engine needs it. */
export function placeOf({
	competence,
	level,
	prototype,
}: Item): Pick<PoolItem, "domain" | "competence" | "level" | "prototype"> {
	return { domain: competence.slice(0, 2), competence, level, prototype: prototype ?? null };
}

/** The author's estimates, or what the policy assumes of an item of that level. */
export function authorsParameters(item: Item, policy: PlacementPolicy): Parameters {
	return {
		difficulty: item.difficulty ?? policy.defaultDifficulty[item.level - 1] ?? 0,
		discrimination: item.discrimination ?? policy.defaultDiscrimination,
	};
}

/** Whether the next item could be chosen by its answer: a reviewer's points would come too late. */
export const isScoredAtOnce = ({ type }: Item): boolean => type !== "essay";
