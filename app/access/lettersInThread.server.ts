import path from "node:path";
import { pathToFileURL } from "node:url";
import { busy } from "../http/responses.server.ts";
import { inThread } from "../jobs/inThread.server.ts";
import type { LetterTask } from "./letterPdf.server.ts";

const limits = { timeoutMs: 60_000, memoryMb: 384 };
let last: Promise<unknown> = Promise.resolve();

/**
 * Prints letters in a thread of its own, one PDF at a time: a thousand would hold up every request.
 * @throws Response 503 when it took too long
 */
export async function lettersInThread(task: LetterTask): Promise<Buffer> {
	const mine = last.then(() => inThread<LetterTask, Uint8Array>(builtWorker(), task, limits));
	last = mine.catch(() => undefined);
	const bytes = await mine;
	if (!bytes) throw busy(60);
	return Buffer.from(bytes);
}

const builtWorker = (): URL =>
	pathToFileURL(process.env.LETTER_WORKER ?? path.resolve("build/bin/letter-worker.js"));
