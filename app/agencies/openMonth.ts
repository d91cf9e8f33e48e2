const WIB_MS = 7 * 3_600_000;

/** The first day of the month (of WIB) in which something is recorded at `now`: reports of earlier months are closed. */
export const openMonthFrom = (now: number): string =>
	`${new Date(now + WIB_MS).toISOString().slice(0, 7)}-01`;

/** When people change over: at the beginning of the day (WIB), yet never in a month that is over. UTC milliseconds. */
export function changeOver(day: string, now: number): number {
	const from = day > openMonthFrom(now) ? day : openMonthFrom(now);
	return Date.parse(`${from}T00:00:00Z`) - WIB_MS;
}
