import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { note } from "../../assessment/exchange/notes.ts";
import type { ReadResult, ReadTask } from "./readAndSettle.ts";

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 384;

/** `workerUrl`: the bundled worker; `timeoutMs`: wall clock of one file, after which its thread is ended. */
export type ThreadOptions = { workerUrl?: URL; timeoutMs?: number };

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread of its own with limits of time and memory, one file at a time: a large one would hold up
 * every request for most of a second. What takes too long is refused.
 */
export function readInThread(task: ReadTask, options: ThreadOptions = {}): Promise<ReadResult> {
	const mine = last.then(() => inThread(task, options));
	last = mine.catch(() => undefined);
	return mine;
}

function inThread(task: ReadTask, { workerUrl = builtWorker(), timeoutMs = TIMEOUT_MS }: ThreadOptions) {
	const thread = new Worker(workerUrl, {
		resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
		env: { NODE_ENV: "production" },
	});
	return new Promise<ReadResult>((resolve) => {
		const tooSlow = { refused: note("file.slow"), line: null, file: null };
		const finish = (result: ReadResult) => {
			clearTimeout(timer);
			resolve(thread.terminate().then(() => result));
		};
		const timer = setTimeout(() => finish(tooSlow), timeoutMs);
		thread.once("message", finish);
		thread.once("error", () => finish(tooSlow));
		thread.postMessage(task);
	});
}

const builtWorker = (): URL =>
	pathToFileURL(process.env.EXCHANGE_WORKER ?? path.resolve("build/bin/exchange-worker.js"));
