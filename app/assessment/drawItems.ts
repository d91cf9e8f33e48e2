import { type Candidate, cellCounts, fillCells } from "../catalog/blueprint.ts";
import type { BlueprintCell } from "../catalog/courseFacts.ts";
import { type Random, shuffled } from "./draw.ts";
import type { Item } from "./item.ts";

/** An item of a bank as the draw sees it. */
export type Drawable = Candidate & { askedHash: string; leakRisk?: Item["leakRisk"]; isNeutral?: boolean };

/** When the person last met a family of items or what an item asks, by either; in ms. */
export type Seen = ReadonlyMap<string, number>;

/**
 * Draws as many items from each cell as the blueprint says, at most one of a prototype, and shuffles the whole. What the
 * person has not met comes first, then what was met longest ago; among equals an item of high leak risk comes last, so
 * it is drawn only when no other unseen one fills the cell. Otherwise chance decides: the same source of numbers, the
 * same draw. A neutralised item is never in the result; where nothing else fills its cell, there is one item less.
 * @returns null when the items cannot fill the blueprint: the publish gate prevents it, but a bank can shrink later
 */
export function drawItems<T extends Drawable>(
	bank: readonly T[],
	blueprint: readonly BlueprintCell[],
	seen: Seen,
	random: Random,
): T[] | null {
	const counts = cellCounts(blueprint);
	const metAt = lastMeetings(bank, seen);
	const known = ({ family }: T) => metAt.get(family) ?? 0;
	const leaked = ({ leakRisk }: T) => (leakRisk === "high" ? 1 : 0);
	const neutral = ({ isNeutral }: T) => (isNeutral ? 1 : 0);
	const preferred = shuffled(bank, random).sort(
		(a, b) => neutral(a) - neutral(b) || known(a) - known(b) || leaked(a) - leaked(b),
	);
	const drawn = fillCells(preferred, counts);
	const wanted = [...counts.values()].reduce((sum, count) => sum + count, 0);
	if (drawn.length < wanted) return null;
	const asked = drawn.filter(({ isNeutral }) => !isNeutral);
	return asked.length === 0 ? null : shuffled(asked, random);
}

/** When the person last met any variant of each family; an item that only changed its code is still the same. */
function lastMeetings(bank: readonly Drawable[], seen: Seen): Map<string, number> {
	const met = new Map<string, number>();
	for (const { family, askedHash } of bank) {
		const at = Math.max(met.get(family) ?? 0, seen.get(family) ?? 0, seen.get(askedHash) ?? 0);
		if (at > 0) met.set(family, at);
	}
	return met;
}
