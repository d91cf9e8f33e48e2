import type { Answer } from "./answer.ts";

/** What is still on its way when the clock stops counts. */
export const GRACE_MS = 10_000;

/** One answer as it was given; the same device and number is the same event, however often it arrives. */
export type AnswerEvent = {
	position: number;
	value: Answer;
	device: string;
	/** The device's own running number, from 1. */
	number: number;
	/** Server's time, UTC milliseconds. */
	givenAt: number;
	receivedAt: number;
};

/** What decides whether an answer came in time. */
export type AttemptClock = {
	deadlineAt: number;
	/** How long after the deadline answers that were given in time are still taken. */
	lateWindowMs: number;
	/** When the attempt was closed; null while open. */
	closedAt: number | null;
};

export type Lateness = "given-late" | "received-late" | "received-after-closing";
/** An examiner's word on one late answer. */
export type LateDecision = { device: string; number: number; counts: boolean };

/**
 * When an answer was given, in the server's time: what the device heard of the clock and how long ago that was. The
 * device's own clock is never asked, and what it claims is kept between the beginning of the attempt and the arrival.
 */
export function givenAt(
	claim: { heardAt: number; elapsedMs: number },
	{ startedAt, receivedAt }: { startedAt: number; receivedAt: number },
): number {
	const heard = Math.min(Math.max(claim.heardAt, startedAt), receivedAt);
	return Math.min(heard + Math.max(0, claim.elapsedMs), receivedAt);
}

/** Why an answer does not count by itself; null when it does. */
export function latenessOf(
	event: Pick<AnswerEvent, "givenAt" | "receivedAt">,
	{ deadlineAt, lateWindowMs, closedAt }: AttemptClock,
): Lateness | null {
	if (event.givenAt > deadlineAt + GRACE_MS) return "given-late";
	if (closedAt !== null && event.receivedAt > closedAt) return "received-after-closing";
	return event.receivedAt > deadlineAt + GRACE_MS + lateWindowMs ? "received-late" : null;
}

/**
 * The answer that counts for each item: a fold over all events, in whatever order and however often they arrived.
 * Between two devices the one *given* last counts; a device's own answers follow its running number, whatever its clock
 * says of them; when two were given in the same millisecond, the device with the greater name, so that every fold says
 * the same. docs/decisions/0013.
 */
export function countedAnswers<E extends AnswerEvent>(
	events: readonly E[],
	clock: AttemptClock,
	decisions: readonly LateDecision[] = [],
): Map<number, E> {
	const decided = new Map(decisions.map((one) => [keyOf(one), one.counts]));
	const counting = events.filter((event) => decided.get(keyOf(event)) ?? latenessOf(event, clock) === null);
	const last = new Map<number, { event: E; at: number }>();
	for (const placed of inDeviceOrder(counting)) {
		const best = last.get(placed.event.position);
		if (!best || isLater(placed, best)) last.set(placed.event.position, placed);
	}
	return new Map([...last].map(([position, { event }]) => [position, event]));
}

type Placed<E> = { event: E; at: number };

/** Each event with the latest time of its device up to it: a clock that was set back must not undo a newer answer. */
function inDeviceOrder<E extends AnswerEvent>(events: readonly E[]): Placed<E>[] {
	const latest = new Map<string, number>();
	return [...events]
		.sort((a, b) => a.number - b.number)
		.map((event) => {
			const at = Math.max(event.givenAt, latest.get(event.device) ?? 0);
			latest.set(event.device, at);
			return { event, at };
		});
}

function isLater<E extends AnswerEvent>(a: Placed<E>, b: Placed<E>): boolean {
	if (a.event.device === b.event.device) return a.event.number > b.event.number;
	return a.at !== b.at ? a.at > b.at : a.event.device > b.event.device;
}

const keyOf = ({ device, number }: { device: string; number: number }) => `${number} ${device}`;
