import { fork } from "node:child_process";
import path from "node:path";
import { root } from "./install.js";

const program = (name) => path.join(root, `build/bin/${name}.js`);

/** Prepares the database, then keeps the server and the job worker running until it is told to stop. */
export async function supervise({ dev }) {
	const env = { ...process.env, NODE_ENV: dev ? "development" : "production" };
	const children = new Set();
	let stopping = false;

	const launch = (name) => {
		const child = fork(program(name), { cwd: root, env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
		children.add(child);
		child.once("exit", () => children.delete(child));
		return child;
	};
	const ended = (child) => new Promise((resolve) => child.once("exit", resolve));

	const stop = async (code) => {
		if (stopping) return;
		stopping = true;
		const all = [...children];
		const exits = all.map(ended);
		for (const child of all) child.kill("SIGTERM");
		setTimeout(() => {
			for (const child of all) child.kill("SIGKILL");
		}, 4500).unref();
		await Promise.all(exits);
		process.exit(code);
	};
	for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => stop(0));
	watchParent(() => stop(0));

	const prepared = await ended(launch("prepare"));
	if (stopping) return;
	if (prepared !== 0) process.exit(1);

	const server = launch("server");
	server.once("message", () => keepWorker(launch, () => stopping));
	const code = await ended(server);
	await stop(code === 0 ? 0 : 1);
}

/** Starts the worker again when it ends, each time a little later. */
function keepWorker(launch, isStopping, restarts = 0) {
	if (isStopping()) return;
	const started = Date.now();
	launch("worker").once("exit", (code) => {
		if (isStopping()) return;
		const again = Date.now() - started > 60_000 ? 0 : restarts + 1;
		console.error(JSON.stringify({ level: "error", message: "worker ended", code, restarts: again }));
		setTimeout(() => keepWorker(launch, isStopping, again), Math.min(30_000, 500 * 2 ** again));
	});
}

/** npm and some shells die of a signal without passing it on: then we have a new parent, and nobody to serve for. */
function watchParent(onLost) {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) onLost();
	}, 500).unref();
}
