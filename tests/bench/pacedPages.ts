import { Wire } from "./wire.ts";

export type PageOrder = {
	kind: "pages";
	port: number;
	shots: { cookie: string; address: string; expect: string }[];
	/** All together. */
	perSecond: number;
	/** null: until it is told to stop. */
	seconds: number | null;
};
export type PageOutcome = { pages: number; errors: number; p50: number; p95: number };

/** Asks for pages at a steady pace, whatever became of the last ones; the times are in milliseconds, from when each was due. */
export async function pacedPages(order: PageOrder, stopped: Promise<void>): Promise<PageOutcome> {
	const { port, shots, perSecond, seconds } = order;
	const times: number[] = [];
	let [errors, isOver] = [0, false];
	void stopped.then(() => {
		isOver = true;
	});
	const everyMs = (shots.length / perSecond) * 1000;
	const end = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000;
	await Promise.all(
		shots.map(async ({ cookie, address, expect }, index) => {
			const wire = new Wire(port, cookie);
			let due = performance.now() + (index * everyMs) / shots.length;
			while (!isOver && due < end) {
				await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
				const reply = await wire.get(address);
				if (reply?.status !== 200 || !reply.body.includes(expect)) errors++;
				times.push(performance.now() - due);
				due = Math.max(due + everyMs, performance.now());
			}
			wire.close();
		}),
	);
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	return { pages: times.length, errors, p50: at(0.5), p95: at(0.95) };
}
