import { answerSchema } from "#app/assessment/answer.ts";
import { itemOf } from "#app/assessment/drawnItems.server.ts";
import { kindOf } from "#app/assessment/items/kinds.ts";
import {
	affectedAttempts,
	effectCounts,
	passProgress,
	scoreShifts,
} from "#app/certification/repairEffects.server.ts";
import type { RepairRow } from "#app/certification/repairView.server.ts";

const PAGE = 50;

/** What the page says of a repair; the item's content stays here. */
export function factsOf({ content, answer, itemId, versionId: _, cursor: __, ...facts }: RepairRow) {
	const item = itemOf({ id: itemId, content });
	const key = answerSchema.parse(answer);
	return { ...facts, stem: item.stem, key: key === null ? [] : kindOf(item).answered(item, key) };
}
export type RepairFacts = ReturnType<typeof factsOf>;

/** Whom it affects; null while that is being counted, or when it was left. */
export async function effectOf({ id, state, met }: RepairRow, after: string | null) {
	if (state === "counting" || state === "discarded") return null;
	const isApplied = state !== "ready";
	const [counts, shifts, found] = await Promise.all([
		effectCounts(id, isApplied),
		scoreShifts(id, isApplied),
		affectedAttempts(id, isApplied, after, PAGE + 1),
	]);
	const rows = found.slice(0, PAGE);
	const next = found.length > PAGE ? (rows.at(-1)?.attemptId ?? null) : null;
	return { met, counts, shifts, rows, next, isFirst: after === null };
}
export type Effect = NonNullable<Awaited<ReturnType<typeof effectOf>>>;

/** How far it has come with what it is at; null when nothing is being done. */
export async function progressOf(repair: RepairRow) {
	return ["counting", "applying", "undoing"].includes(repair.state) ? passProgress(repair) : null;
}
