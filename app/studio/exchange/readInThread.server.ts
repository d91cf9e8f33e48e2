import path from "node:path";
import { pathToFileURL } from "node:url";
import { note } from "../../assessment/exchange/notes.ts";
import { inThread } from "../../jobs/inThread.server.ts";
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
	const { workerUrl = builtWorker(), timeoutMs = TIMEOUT_MS } = options;
	const read = () => inThread<ReadTask, ReadResult>(workerUrl, task, { timeoutMs, memoryMb: MEMORY_MB });
	const mine = last.then(read);
	last = mine.catch(() => undefined);
	return mine.then((result) => result ?? { refused: note("file.slow"), line: null, file: null });
}

const builtWorker = (): URL =>
	pathToFileURL(process.env.EXCHANGE_WORKER ?? path.resolve("build/bin/exchange-worker.js"));
