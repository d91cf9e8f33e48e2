import { instantOf, isSessionZone } from "../../assessment/sessionWindow.ts";

const DAY = 86_400_000;
const atNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** The ISO day so many days later (or, below 0, earlier). */
export function addDays(day: string, days: number): string {
	return new Date(atNoon(day) + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie between two ISO days: above 0 when `to` is later. */
export function daysBetween(from: string, to: string): number {
	return Math.round((atNoon(to) - atNoon(from)) / DAY);
}

/** The same day so many years later; 29 February becomes 28 where there is none. */
export function addYears(day: string, years: number): string {
	const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
	return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** Whether the text is a day that the calendar has, as "2026-11-25". */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = atNoon(text);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** The last millisecond of a day (23.59) on the clocks of the zone; a zone outside Indonesia is taken for WIB. */
export function endOfDay(day: string, timeZone: string): number {
	const zone = isSessionZone(timeZone) ? timeZone : "Asia/Jakarta";
	const at = instantOf(`${day}T23:59`, zone);
	if (at === null) throw new Error(`${day} is no day`);
	return at + 59_999;
}
