import type { LevelRange } from "#app/assessment/placement/levels.ts";
import type { placementMessages } from "#app/i18n/messages/placement.ts";

type Words = (typeof placementMessages)["id"];

/** "antara Dasar dan Menengah, paling mungkin Dasar"; the level alone when the interval stays within it. */
export function rangeInWords({ likely, low, high }: LevelRange, t: Words): string {
	const name = (level: number) => t[`level.${level}` as "level.0"];
	return low === high ? t.sure(name(low)) : t.between(name(low), name(high), name(likely));
}
