import { instantOf, isSessionZone } from "../../assessment/sessionWindow.ts";
import { dayIn } from "../../i18n/format.ts";

/**
 * From which moment (UTC ms) an act of that ISO day holds: today's from now on, another one's from the beginning of the
 * day in the agency's zone, or of the post that began on the same day.
 */
export function momentOf(day: string, timeZone: string, now: number, postSince: number | null): number {
	if (dayIn(now, timeZone) === day) return now;
	const zone = isSessionZone(timeZone) ? timeZone : "Asia/Jakarta";
	const begin = instantOf(`${day}T00:00`, zone);
	if (begin === null) throw new Error(`${day} is no day`);
	return postSince !== null && dayIn(postSince, timeZone) === day ? postSince : begin;
}
