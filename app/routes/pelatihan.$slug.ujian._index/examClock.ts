// The server's clock, as the page last heard it. Runs in the browser; the computer's own date is never asked.

type Heard = { at: number; leftMs: number };

/** Counts on from what the server said, by the time that has passed in this page. */
export function examClock(first: Heard, show: (text: string, isOver: boolean) => void) {
	let heard = first;
	let when = performance.now();
	const tick = () => {
		const seconds = Math.max(0, Math.round((heard.leftMs - (performance.now() - when)) / 1000));
		show(`${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`, seconds === 0);
	};
	tick();
	setInterval(tick, 1000);
	return {
		hear(now: Heard) {
			heard = now;
			when = performance.now();
			tick();
		},
		/** The claim that an answer carries: what was heard, and how long ago. */
		claim: () => ({ heardAt: heard.at, elapsedMs: Math.round(performance.now() - when) }),
	};
}
