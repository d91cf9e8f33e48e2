import net from "node:net";
import { wholeLength } from "./wire.ts";

/** A request as bytes, and what its answer must contain to be this learner's page. */
export type Shot = { request: string; expect: string };
export type Order = { port: number; connections: number; seconds: number; shots: Shot[] };
export type Outcome = { requests: number; errors: number; seconds: number; p50: number; p99: number };

// A process of its own: it is told what to fire at by its parent and answers with what it measured.
process.on("message", (order: Order) => {
	void fire(order).then((outcome) => process.send?.(outcome));
});

async function fire(order: Order): Promise<Outcome> {
	const times: number[] = [];
	const state = { errors: 0, next: 0, end: performance.now() + order.seconds * 1000 };
	const started = performance.now();
	const connections = Array.from({ length: order.connections }, () => oneConnection(order, state, times));
	await Promise.all(connections);
	const seconds = (performance.now() - started) / 1000;
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	return { requests: times.length, errors: state.errors, seconds, p50: at(0.5), p99: at(0.99) };
}

type State = { errors: number; next: number; end: number };

/** One request at a time on one kept connection, learners in rotation over all connections. */
function oneConnection(order: Order, state: State, times: number[]): Promise<void> {
	return new Promise((resolve) => {
		const socket = net.connect(order.port, "127.0.0.1").setNoDelay(true);
		let received: Buffer = Buffer.alloc(0);
		let shot: Shot | undefined;
		let sentAt = 0;
		const send = () => {
			if (performance.now() >= state.end) {
				socket.destroy();
				return resolve();
			}
			shot = order.shots[state.next++ % order.shots.length];
			sentAt = performance.now();
			socket.write(shot?.request ?? "");
		};
		socket.on("connect", send);
		socket.on("error", () => {
			state.errors++;
			resolve();
		});
		socket.on("data", (chunk) => {
			received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
			const length = wholeLength(received);
			if (length === null || received.length < length) return;
			times.push(performance.now() - sentAt);
			const right =
				received.subarray(0, 12).toString() === "HTTP/1.1 200" && received.includes(shot?.expect ?? "");
			if (!right) state.errors++;
			received = received.subarray(length);
			send();
		});
	});
}
