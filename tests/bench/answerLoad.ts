import type { Seat } from "./examLoad.ts";
import { answerTo, type Keyed } from "./keys.ts";
import { Wire } from "./wire.ts";

export type RateOrder = {
	kind: "rate";
	port: number;
	/** Each with an open attempt whose first item is a known one, and the number that it has used last. */
	seats: (Seat & { attempt: string; item: Keyed; last: number })[];
	seconds: number;
	/** Answers a request. */
	batch: number;
};
export type RateOutcome = { answersPerSecond: number; errors: number; last: number[] };

const SAVE = "/pelatihan/keamanan-siber/ujian/simpan";

/** Sends answers as fast as they are acknowledged, each seat one request at a time. */
export async function answerRate({ port, seats, seconds, batch }: RateOrder): Promise<RateOutcome> {
	const started = performance.now();
	let acknowledged = 0;
	let errors = 0;
	const last = await Promise.all(
		seats.map(async ({ cookie, device, attempt, item, last }) => {
			const wire = new Wire(port, cookie);
			let number = last;
			while (performance.now() - started < seconds * 1000) {
				const answers = Array.from({ length: batch }, () => ({
					...{ device, number: ++number, position: 1, value: answerTo(item, Math.random) },
					...{ heardAt: Date.now(), elapsedMs: 0 },
				}));
				const reply = await wire.post(SAVE, { attempt, device, waiting: batch, sign: null, answers });
				const kept = reply?.status === 200 ? JSON.parse(reply.body).kept.length : 0;
				acknowledged += kept;
				if (kept < batch) errors += 1;
			}
			wire.close();
			return number;
		}),
	);
	return { answersPerSecond: acknowledged / ((performance.now() - started) / 1000), errors, last };
}
