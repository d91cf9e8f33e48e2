import { z } from "zod";
import { common, id, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { ITEM_MAX } from "./points.ts";
import { typedKind } from "./typing.ts";

const level = z.object({ points: z.number().int().min(0).max(ITEM_MAX), text: line });
const criterion = z.object({ id, text: line, levels: z.array(level).min(2).max(6) });
const best = ({ levels }: z.infer<typeof criterion>) => Math.max(...levels.map(({ points }) => points));
const sumsUp = (list: z.infer<typeof criterion>[]) =>
	list.reduce((sum, one) => sum + best(one), 0) === ITEM_MAX;

export const ESSAY_LIMIT = 5000;

export const essay = z.object({
	...common,
	type: z.literal("essay"),
	/** What a reviewer marks: a level for each criterion, in milli-points that add up to ITEM_MAX at best. */
	rubric: listOf(criterion, 1, 8).refine(sumsUp, "Poin tertinggi semua kriteria harus berjumlah 1000."),
});
type Essay = z.infer<typeof essay>;
export type ShownEssay = { type: "essay"; stem: string; limit: number };

/** Earns nothing by itself: its points are a reviewer's. */
export const essayKind: ItemKind<Essay, ShownEssay> = {
	...typedKind(ESSAY_LIMIT),
	score: () => 0,
	key: () => null,
	rekey: () => null,
	shown: ({ stem }) => ({ type: "essay", stem, limit: ESSAY_LIMIT }),
	feedback: () => [],
};
