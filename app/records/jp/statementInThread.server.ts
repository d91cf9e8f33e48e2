import path from "node:path";
import { pathToFileURL } from "node:url";
import { busy } from "../../http/responses.server.ts";
import { inThread } from "../../jobs/inThread.server.ts";
import type { StatementTask } from "./statementPdf.server.ts";

const limits = { timeoutMs: 20_000, memoryMb: 256 };
let last: Promise<unknown> = Promise.resolve();

/**
 * Prints a statement in a thread of its own, one at a time: reading the fonts alone would hold up requests.
 * @throws Response 503 when it took too long
 */
export async function statementInThread(task: StatementTask): Promise<Buffer> {
	const mine = last.then(() => inThread<StatementTask, Uint8Array>(builtWorker(), task, limits));
	last = mine.catch(() => undefined);
	const bytes = await mine;
	if (!bytes) throw busy(60);
	return Buffer.from(bytes);
}

const builtWorker = (): URL =>
	pathToFileURL(process.env.STATEMENT_WORKER ?? path.resolve("build/bin/statement-worker.js"));
