import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const root = process.cwd();

/** The environment of a site of its own, on loopback and without the demo. */
export const siteEnv = (dataDir: string, databaseUrl: string, port: number): NodeJS.ProcessEnv => ({
	...process.env,
	...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, HOST: "127.0.0.1", PORT: String(port) },
	...{ DEMO: "off", PUBLIC_URL: "", NODE_ENV: "production" as const },
});

/** Makes the database with the courses of content/. */
export function prepareDatabase(env: NodeJS.ProcessEnv): Promise<void> {
	const child = spawn(process.execPath, [path.join(root, "build/bin/prepare.js")], {
		cwd: root,
		env,
		stdio: "ignore",
	});
	return new Promise((resolve, reject) => {
		child.once("exit", (code) =>
			code === 0 ? resolve() : reject(new Error("the database could not be made")),
		);
	});
}

/** Only the server: whoever supervises it must not end it nicely. */
export function launchServer(
	env: NodeJS.ProcessEnv,
	program = path.join(root, "build/bin/server.js"),
): Promise<ChildProcess> {
	// For a look at where the time goes: BENCH_NODE_ARGS="--cpu-prof --cpu-prof-dir=/tmp/prof".
	const nodeArgs = (process.env.BENCH_NODE_ARGS ?? "").split(" ").filter(Boolean);
	const child = spawn(process.execPath, [...nodeArgs, program], {
		cwd: root,
		env,
		stdio: ["ignore", "pipe", "inherit"],
	});
	return new Promise((resolve, reject) => {
		child.once("exit", () => reject(new Error("the server did not start")));
		child.stdout?.on("data", (chunk: Buffer) => chunk.includes("Cakap siap di ") && resolve(child));
	});
}

/** The worker that folds, closes and forgets beside the server. */
export function launchWorker(env: NodeJS.ProcessEnv): ChildProcess {
	return spawn(process.execPath, [path.join(root, "build/bin/worker.js")], {
		cwd: root,
		env,
		stdio: ["ignore", "ignore", "inherit"],
	});
}

/** Ends the process, at once and without a word to it unless another signal is asked for. */
export function killed(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
	return new Promise((resolve) => {
		child.removeAllListeners("exit");
		child.once("exit", () => resolve());
		child.kill(signal);
	});
}
