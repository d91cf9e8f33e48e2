import { addDays } from "../../learning/assignments/days.ts";
import type { RenewalPolicy } from "./renewalPolicy.ts";

type Telling = Pick<RenewalPolicy, "tellDaysBefore" | "tellDaysAfter">;

/** The ISO days on which the end of a certificate is told, in order. */
function tellingDays(validUntil: string, { tellDaysBefore, tellDaysAfter }: Telling): string[] {
	const days = [
		...tellDaysBefore.map((n) => addDays(validUntil, -n)),
		...tellDaysAfter.map((n) => addDays(validUntil, n)),
	];
	return [...new Set(days)].sort();
}

/** The first day on which the end is told; null when it never is. */
export const firstTelling = (validUntil: string, policy: Telling): string | null =>
	tellingDays(validUntil, policy)[0] ?? null;

/** The next one after today, when what was missed until today has been told at once; null: it was the last. */
export const nextTelling = (validUntil: string, today: string, policy: Telling): string | null =>
	tellingDays(validUntil, policy).find((day) => day > today) ?? null;
