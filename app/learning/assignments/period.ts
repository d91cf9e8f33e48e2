import { addYears } from "./days.ts";

export type Recurrence = {
	/** ISO day of the first deadline. */
	firstDue: string;
	/** Years from one deadline to the next; 0: it is to be done once. */
	everyYears: number;
};
/** `from`: what was done after that day counts; "" for anything. */
export type Period = { dueDay: string; from: string; isDone: boolean };

/**
 * Where somebody stands who did it last on `lastDone` (ISO day; null: never). Each period reaches from the day after one
 * deadline to the next, and the first one begins that long before the first deadline. Once done the next opens when the
 * present one is over; who has never done it stays with the first deadline, and late, until they do.
 */
export function periodOf(
	{ firstDue, everyYears }: Recurrence,
	lastDone: string | null,
	today: string,
): Period {
	if (everyYears === 0) return { dueDay: firstDue, from: "", isDone: lastDone !== null };
	const before = addYears(firstDue, -everyYears);
	if (lastDone === null || lastDone <= before) return { dueDay: firstDue, from: before, isDone: false };
	let done = 0;
	while (addYears(firstDue, done * everyYears) < lastDone) done++;
	const due = (period: number) => addYears(firstDue, period * everyYears);
	const isOver = today > due(done);
	return isOver
		? { dueDay: due(done + 1), from: due(done), isDone: false }
		: { dueDay: due(done), from: done === 0 ? before : due(done - 1), isDone: true };
}
