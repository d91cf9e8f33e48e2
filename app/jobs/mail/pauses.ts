const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a mail is tried, from the time at which it was due; then it is given up. */
export const GIVE_UP_MS = 72 * HOUR;
/** How long the server may take over one mail; whoever holds a mail for longer is taken for lost. */
export const HOLD_MS = 5 * MINUTE;
/** How long a mail that is done with stays in the list. */
export const FORGET_MS = 30 * 24 * HOUR;

/** The pause after the n-th attempt, from 1 on: one minute, each time twice as long, six hours at most. */
export const pauseAfter = (attempts: number): number =>
	Math.min(6 * HOUR, MINUTE * 2 ** Math.min(20, attempts - 1));

/** An address as it may be shown: "s…@contoh.go.id". */
export function maskAddress(address: string): string {
	const at = address.lastIndexOf("@");
	return at < 1 ? "…" : `${[...address][0]}…${address.slice(at)}`;
}
