import type { RateOrder } from "./answerLoad.ts";
import { answerTo } from "./keys.ts";
import { Wire } from "./wire.ts";

export type PaceOrder = {
	kind: "pace";
	port: number;
	seats: RateOrder["seats"];
	/** null: until it is told to stop. */
	seconds: number | null;
};
export type PaceOutcome = {
	answers: number;
	errors: number;
	/** Milliseconds. */
	p50: number;
	p95: number;
	max: number;
	last: number[];
};

const SAVE = "/pelatihan/keamanan-siber/ujian/simpan";
/** Each seat answers so often, whatever became of its last answer: some sixty answers a second from all. */
const EVERY_MS = 1000;

/** Sends answers at a steady pace, each seat at a moment of its own. */
export async function pacedAnswers(
	{ port, seats, seconds }: PaceOrder,
	stopped: Promise<void>,
): Promise<PaceOutcome> {
	const times: number[] = [];
	let errors = 0;
	let isOver = false;
	void stopped.then(() => {
		isOver = true;
	});
	const end = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000;
	const last = await Promise.all(
		seats.map(async ({ cookie, device, attempt, item, last }, index) => {
			const wire = new Wire(port, cookie);
			let number = last;
			let due = performance.now() + (index * EVERY_MS) / seats.length;
			while (!isOver && due < end) {
				await until(due);
				const given = { device, number: ++number, position: 1, value: answerTo(item, Math.random) };
				const answers = [{ ...given, heardAt: Date.now(), elapsedMs: 0 }];
				const reply = await wire.post(SAVE, { attempt, device, waiting: 1, sign: null, answers });
				const isKept = reply?.status === 200 && JSON.parse(reply.body).kept.length === 1;
				if (!isKept) errors++;
				times.push(performance.now() - due);
				due = Math.max(due + EVERY_MS, performance.now());
			}
			wire.close();
			return number;
		}),
	);
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	return { answers: times.length, errors, p50: at(0.5), p95: at(0.95), max: at(1), last };
}

const until = (due: number) =>
	new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
