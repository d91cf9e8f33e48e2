import { Worker } from "node:worker_threads";

/** `timeoutMs`: wall clock of the task, after which its thread is ended. */
export type ThreadLimits = { timeoutMs: number; memoryMb: number };

/**
 * Runs one task in a thread of its own, so that long arithmetic does not hold up requests: the task is sent to the
 * bundled worker as plain data, and its first message is the result.
 * @returns null when the limits of time or memory were reached, or the worker threw
 */
export function inThread<Task, Result>(
	workerUrl: URL,
	task: Task,
	{ timeoutMs, memoryMb }: ThreadLimits,
): Promise<Result | null> {
	const thread = new Worker(workerUrl, {
		resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
		// Nothing of the server's environment, its secrets above all, is needed.
		env: { NODE_ENV: "production" },
	});
	return new Promise((resolve) => {
		const finish = (result: Result | null) => {
			clearTimeout(timer);
			resolve(thread.terminate().then(() => result));
		};
		const timer = setTimeout(() => finish(null), timeoutMs);
		thread.once("message", finish);
		thread.once("error", () => finish(null));
		thread.postMessage(task);
	});
}
