/**
 * Where a participant stands, in the order of the list: not begun; begun, no answer here yet; some answers still on the
 * device; all that was answered is here; left: every page of it was closed; submitted; declared void.
 */
export const seatStates = ["not-begun", "begun", "on-device", "sent", "left", "submitted", "void"] as const;
export type SeatState = (typeof seatStates)[number];

export const isSeatState = (text: string): text is SeatState =>
	(seatStates as readonly string[]).includes(text);

/** Counts by state as they are shown: of each state, also of those with nobody. */
export type StateCounts = Record<SeatState, number>;

/** Sums counted rows by room and over all. */
export function countsOf(rows: readonly { roomId: string; state: SeatState; n: number }[]): {
	all: StateCounts;
	byRoom: Map<string, StateCounts>;
} {
	const none = (): StateCounts => Object.fromEntries(seatStates.map((state) => [state, 0])) as StateCounts;
	const all = none();
	const byRoom = new Map<string, StateCounts>();
	for (const { roomId, state, n } of rows) {
		const room = byRoom.get(roomId) ?? none();
		byRoom.set(roomId, room);
		room[state] += n;
		all[state] += n;
	}
	return { all, byRoom };
}

/** How many there are. */
export const sumOf = (counts: StateCounts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
