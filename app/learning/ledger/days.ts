/** A stretch of ISO days: `from` is within, `to` is the first day after it; null: it goes on. */
export type Span = { from: string; to: string | null };

/** The ISO day before. */
export const dayBefore = (day: string): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The anniversary of an ISO day in a year; of 29 February in a common year 1 March. */
export function anniversary(day: string, year: number): string {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const monthAndDay = day.slice(5) === "02-29" && !isLeap ? "03-01" : day.slice(5);
	return `${year}-${monthAndDay}`;
}

/** The year since `start`, begun on its anniversaries, in which a day lies. */
export function yearSince(start: string, day: string): { from: string; to: string } {
	const year = Number(day.slice(0, 4));
	const first = anniversary(start, year) <= day ? year : year - 1;
	return { from: anniversary(start, first), to: anniversary(start, first + 1) };
}

/** The part of a stretch within [from, to); null when there is none. */
export function within(span: Span, from: string, to: string): { from: string; to: string } | null {
	const begin = span.from > from ? span.from : from;
	const end = span.to !== null && span.to < to ? span.to : to;
	return begin < end ? { from: begin, to: end } : null;
}
