import type { ExamRules } from "#db/schema/catalog.ts";
import { type Entry, entryTo, type Past } from "./rules.ts";
import { phaseOf } from "./sessionWindow.ts";

/** A person's unused seat in a session of the course, not cancelled and not over. */
export type Seat = {
	sessionId: string;
	title: string;
	room: string;
	opensAt: number;
	closesAt: number;
	timeZone: string;
	extraMinutes: number;
};
export type SeatedEntry = Entry | { kind: "session-later"; opensAt: number };

/**
 * Who has a seat begins in its window and not before. There the waiting time between attempts does not hold, since the
 * day was not the person's choice; the number of attempts does.
 */
export function entryWithSeat(
	rules: Pick<ExamRules, "attempts" | "waitHours">,
	past: readonly Past[],
	seat: Seat | null,
	now: number,
): SeatedEntry {
	if (!seat) return entryTo(rules, past, now);
	const entry = entryTo({ ...rules, waitHours: 0 }, past, now);
	if (entry.kind !== "may-start") return entry;
	const isUpcoming = phaseOf({ ...seat, cancelledAt: null }, now) === "upcoming";
	return isUpcoming ? { kind: "session-later", opensAt: seat.opensAt } : entry;
}
