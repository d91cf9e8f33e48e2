import { type Estimate, NINETY } from "./ability.ts";

/** A level, 0 (below the first) to 4, with the ends of its 90% interval. */
export type LevelRange = { likely: number; low: number; high: number };

/** The level of an ability: how many of the levels' lower bounds it reaches, at most `top`. */
export function levelOf(ability: number, levelsFrom: readonly number[], top = 4): number {
	return Math.min(top, levelsFrom.filter((from) => ability >= from).length);
}

/** The levels that a 90% interval reaches over; nothing above `top` was asked, so nothing above it is said. */
export function levelRange(
	{ mean, standardError }: Estimate,
	levelsFrom: readonly number[],
	top: number,
): LevelRange {
	const at = (ability: number) => levelOf(ability, levelsFrom, top);
	return {
		likely: at(mean),
		low: at(mean - NINETY * standardError),
		high: at(mean + NINETY * standardError),
	};
}
