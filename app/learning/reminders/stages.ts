import { addDays } from "../assignments/days.ts";
import type { ReminderPolicy } from "./reminderPolicy.ts";

/** Whether nobody is reminded on an ISO day. */
export type IsQuiet = (day: string) => boolean;
type Reminded = { dueDay: string; reminded: number | null };
type Stages = Pick<ReminderPolicy, "before" | "after">;

/** No stretch of quiet days is longer. */
const LONGEST_QUIET = 60;

/** The days from a deadline on which it is told of, below 0 before it, in order. */
export function stagesOf({ before, after }: Stages): number[] {
	return [...new Set([...before.map((day) => -day), ...after])].sort((a, b) => a - b);
}

/** Quiet are the weekly days of the policy and those of the calendar. */
export function quietDays(weekdays: readonly number[], calendar: ReadonlySet<string>): IsQuiet {
	return (day) => {
		const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
		return weekdays.includes(weekday) || calendar.has(day);
	};
}

/** The day on which a stage is told: one before the deadline moves to the last day before that is not quiet, one after it to the next. */
export function tellingDay(dueDay: string, stage: number, isQuiet: IsQuiet): string {
	const step = stage < 0 ? -1 : 1;
	for (let moved = 0; moved < LONGEST_QUIET; moved++) {
		const day = addDays(dueDay, stage + moved * step);
		if (!isQuiet(day)) return day;
	}
	return addDays(dueDay, stage);
}

/**
 * The stage to tell of today: the latest whose day has come and that was not told yet; null for none, and on a quiet day.
 * What a stopped job has missed is told once, by its latest stage.
 */
export function stageToday(
	{ dueDay, reminded }: Reminded,
	today: string,
	policy: Stages,
	isQuiet: IsQuiet,
): number | null {
	if (isQuiet(today)) return null;
	const come = stagesOf(policy).filter((stage) => tellingDay(dueDay, stage, isQuiet) <= today);
	const last = come.at(-1);
	return last !== undefined && (reminded === null || last > reminded) ? last : null;
}

/** The next day after today on which there may be something to tell; null: never again for this deadline. */
export function nextLook(
	{ dueDay, reminded }: Reminded,
	today: string,
	policy: Stages,
	isQuiet: IsQuiet,
): string | null {
	const left = stagesOf(policy).filter((stage) => reminded === null || stage > reminded);
	if (left.length === 0) return null;
	const tomorrow = addDays(today, 1);
	const days = left.map((stage) => tellingDay(dueDay, stage, isQuiet));
	return days.map((day) => (day > today ? day : tomorrow)).sort()[0] ?? null;
}
