import { type Candidate, cellName, coverageOf } from "../catalog/blueprint.ts";
import type { BlueprintCell } from "../catalog/courseFacts.ts";

/** What somebody knows who passed a version: its lessons' hashes, what its items ask, and the cells it examined. */
export type PassedVersion = {
	lessonHashes: ReadonlySet<string>;
	askedHashes: ReadonlySet<string>;
	blueprint: readonly BlueprintCell[];
};
type Asking = Candidate & { askedHash: string };
type Lesson = { sourceHash: string };

/**
 * The items that the version passed did not have. One of the national bank, which belongs to no version, is new where
 * that version did not examine its competence at its level.
 */
export function newItems<T extends Asking>(bank: readonly T[], passed: PassedVersion): T[] {
	const examined = new Set(passed.blueprint.map(({ competence, level }) => cellName({ competence, level })));
	return bank.filter(({ from, askedHash, competence, level }) =>
		from === "national" ? !examined.has(cellName({ competence, level })) : !passed.askedHashes.has(askedHash),
	);
}

/**
 * What a version asks beyond one that was passed: the lessons whose text is another, and of each cell of the blueprint
 * as many new items as can be drawn, at most as many as the whole exam draws. Nothing new, nothing asked; everything new,
 * the whole.
 */
export function versionDifference<L extends Lesson, T extends Asking>(
	passed: PassedVersion,
	today: { lessons: readonly L[]; bank: readonly T[]; blueprint: readonly BlueprintCell[] },
): { lessons: L[]; blueprint: BlueprintCell[] } {
	const asked = coverageOf(today.blueprint, newItems(today.bank, passed));
	return {
		lessons: today.lessons.filter(({ sourceHash }) => !passed.lessonHashes.has(sourceHash)),
		blueprint: asked
			.filter(({ fillable }) => fillable > 0)
			.map(({ competence, level, from, fillable }) => ({
				competence,
				level,
				count: fillable,
				...(from ? { from } : {}),
			})),
	};
}

/** How many items a blueprint asks for. */
export const itemCount = (blueprint: readonly BlueprintCell[]): number =>
	blueprint.reduce((sum, { count }) => sum + count, 0);
