import type { Language } from "./language.ts";

const locale = (language: Language) => (language === "en" ? "en-GB" : "id-ID");
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
	const found = (cache.get(key) as T | undefined) ?? make();
	cache.set(key, found);
	return found;
}

const zoneNames: Record<string, string> = {
	"Asia/Jakarta": "WIB",
	"Asia/Makassar": "WITA",
	"Asia/Jayapura": "WIT",
};

/** "5.588.245,5" in Bahasa Indonesia. */
export function formatNumber(value: number, language: Language, digits = 0): string {
	return cached(
		`n${language}${digits}`,
		() => new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits }),
	).format(value);
}

/** A share of 0..1 as "75,3%". */
export function formatShare(value: number, language: Language): string {
	return cached(
		`p${language}`,
		() => new Intl.NumberFormat(locale(language), { style: "percent", maximumFractionDigits: 1 }),
	).format(value);
}

/** "23 November 2026" of UTC milliseconds in the zone. */
export function formatDate(at: number, language: Language, timeZone: string): string {
	return cached(
		`d${language}${timeZone}`,
		() => new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone }),
	).format(at);
}

/** "23 November 2026" of the ISO day. */
export function formatDay(day: string, language: Language): string {
	return formatDate(Date.parse(`${day}T12:00:00Z`), language, "UTC");
}

/** "10.05 WIB" (10:05 WIB in English). */
export function formatTime(at: number, language: Language, timeZone: string): string {
	const clock = cached(
		`t${language}${timeZone}`,
		() =>
			new Intl.DateTimeFormat(locale(language), {
				hour: "2-digit",
				minute: "2-digit",
				timeZone,
				hourCycle: "h23",
			}),
	).format(at);
	return `${clock} ${zoneNames[timeZone] ?? timeZone}`;
}

/** "23 November 2026 pukul 10.05 WIB". */
export function formatMoment(at: number, language: Language, timeZone: string): string {
	const joint = language === "en" ? "at" : "pukul";
	return `${formatDate(at, language, timeZone)} ${joint} ${formatTime(at, language, timeZone)}`;
}

/** "November 2026" of "2026-11". */
export function formatMonth(month: string, language: Language): string {
	return cached(
		`m${language}`,
		() => new Intl.DateTimeFormat(locale(language), { month: "long", year: "numeric", timeZone: "UTC" }),
	).format(Date.parse(`${month}-01T00:00:00Z`));
}

/** The calendar day "YYYY-MM-DD" of UTC milliseconds in the zone. */
export function dayIn(at: number, timeZone: string): string {
	return cached(
		`k${timeZone}`,
		() => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }),
	).format(at);
}
