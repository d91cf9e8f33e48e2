import { itemCount } from "../../assessment/versionDifference.ts";
import type { BlueprintCell } from "../../catalog/courseFacts.ts";

export type RenewalLesson = { id: string; slug: string; title: string; minutes: number };
/** What somebody does to renew: the lessons to read, and the exam. */
export type RenewalWork = {
	lessons: RenewalLesson[];
	blueprint: BlueprintCell[];
	items: number;
	durationMinutes: number;
	/** Training hours that it is worth. */
	jp: number;
};

type Whole = { lessons: RenewalLesson[]; blueprint: BlueprintCell[]; durationMinutes: number; jp: number };
type Part = { lessons: RenewalLesson[]; blueprint: BlueprintCell[] };
const LEAST_MINUTES = 5;

export function wholeWork(whole: Whole): RenewalWork {
	return { ...whole, items: itemCount(whole.blueprint) };
}

/**
 * What the difference to an earlier version asks: the exam takes time in proportion to its items (minutes, rounded up, at
 * least 5), the hours are those of the lessons to be read, rounded down. null when there is nothing new to be examined
 * in, or the difference is the whole.
 */
export function differenceWork(whole: Whole, part: Part, minutesPerJp: number): RenewalWork | null {
	const items = itemCount(part.blueprint);
	const all = itemCount(whole.blueprint);
	if (items === 0 || (items === all && part.lessons.length === whole.lessons.length)) return null;
	const minutes = part.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
	return {
		...part,
		items,
		durationMinutes: Math.max(LEAST_MINUTES, Math.ceil((whole.durationMinutes * items) / all)),
		jp: Math.min(whole.jp, Math.floor(minutes / minutesPerJp)),
	};
}
