/** The zones of Indonesia, none of which changes its clocks; hours ahead of UTC. Source: Keppres 41/1987. */
const hoursAhead = { "Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 } as const;
export type SessionZone = keyof typeof hoursAhead;
export const sessionZones = Object.keys(hoursAhead) as SessionZone[];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A session lasts at most so long. */
export const LONGEST_WINDOW_MS = 7 * DAY;
/** How long after the closing a room's supervisor still sees and acts. */
export const SUPERVISED_AFTER_MS = DAY;

export const isSessionZone = (zone: string): zone is SessionZone => zone in hoursAhead;

/** UTC milliseconds of a day and time on the clocks of the zone, "2026-11-25T08:00"; null when there is no such time. */
export function instantOf(local: string, zone: SessionZone): number | null {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
	const asUtc = Date.parse(`${local}:00Z`);
	// Some engines take 31 April for 1 May.
	if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) return null;
	return asUtc - hoursAhead[zone] * 60 * MINUTE;
}

/** The reverse: day and time on the clocks of the zone, to the minute. */
export function localOf(at: number, zone: SessionZone): string {
	return new Date(at + hoursAhead[zone] * 60 * MINUTE).toISOString().slice(0, 16);
}

export type SessionWindow = { opensAt: number; closesAt: number };
export type WindowProblem = "not-a-time" | "closes-first" | "past" | "too-long";
export type ReadWindow =
	| { ok: true; window: SessionWindow }
	| { ok: false; field: "opens" | "closes"; problem: WindowProblem };

/** Reads a window as it was typed; one that is over already is refused, one that has opened is not. */
export function readWindow(opens: string, closes: string, zone: SessionZone, now: number): ReadWindow {
	const opensAt = instantOf(opens, zone);
	const closesAt = instantOf(closes, zone);
	if (opensAt === null) return { ok: false, field: "opens", problem: "not-a-time" };
	if (closesAt === null) return { ok: false, field: "closes", problem: "not-a-time" };
	if (closesAt <= opensAt) return { ok: false, field: "closes", problem: "closes-first" };
	if (closesAt <= now) return { ok: false, field: "closes", problem: "past" };
	if (closesAt - opensAt > LONGEST_WINDOW_MS) return { ok: false, field: "closes", problem: "too-long" };
	return { ok: true, window: { opensAt, closesAt } };
}

/** Whether two windows share a moment; one that opens as the other closes does not. */
export function overlaps(a: SessionWindow, b: SessionWindow): boolean {
	return a.opensAt < b.closesAt && b.opensAt < a.closesAt;
}

export type SessionPhase = "cancelled" | "upcoming" | "open" | "over";

/** Where a session stands; it opens with its first millisecond and is over with its closing. */
export function phaseOf(session: SessionWindow & { cancelledAt: number | null }, now: number): SessionPhase {
	if (session.cancelledAt !== null) return "cancelled";
	if (now < session.opensAt) return "upcoming";
	return now < session.closesAt ? "open" : "over";
}
