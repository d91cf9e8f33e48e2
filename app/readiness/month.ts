/** A month of WIB, "YYYY-MM": compares and sorts as text. */
export type Month = string;

const WIB_MS = 7 * 60 * 60 * 1000;

/** The month of WIB that the UTC milliseconds fall in. WIB is UTC+7 all year round. */
export function monthOf(at: number): Month {
	return new Date(at + WIB_MS).toISOString().slice(0, 7);
}

/** Whether the text names a month between 2000 and 2099. */
export function isMonth(text: string): boolean {
	return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The month that is `step` months later (or, negative, earlier). */
export function addMonths(month: Month, step: number): Month {
	const [year = 0, number = 1] = month.split("-").map(Number);
	return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}

/** The last `count` months up to and with `last`, oldest first. */
export function monthsUpTo(last: Month, count: number): Month[] {
	return Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1));
}
