import type { SeatState, StateCounts } from "../assessment/seatState.ts";
import type { ActOutcome } from "./examinerActs.server.ts";

export type RoomActName = "time" | "reopen" | "void";
export type RoomOutcome = ActOutcome | "not-begun";

const meets: Record<RoomActName, readonly SeatState[]> = {
	time: ["not-begun", "begun", "on-device", "sent", "left"],
	reopen: ["submitted"],
	void: ["begun", "on-device", "sent", "left", "submitted"],
};

/**
 * How many of them an act would meet, and how many it would leave as they are. A certificate may still stand against
 * reopening or voiding: that is told for each person afterwards.
 */
export function previewOf(act: RoomActName, counts: StateCounts): { meets: number; leaves: number } {
	const entries = Object.entries(counts) as [SeatState, number][];
	const sum = (rows: typeof entries) => rows.reduce((total, [, n]) => total + n, 0);
	const met = entries.filter(([state]) => meets[act].includes(state));
	return { meets: sum(met), leaves: sum(entries) - sum(met) };
}
