import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Compiled, CompileOptions } from "./build.server.ts";
import { lessonFinding } from "./findings.ts";
import { sourceFindings } from "./staticOnly.ts";

export type { Compiled, CompiledLesson, CompileOptions } from "./build.server.ts";

let version: string | undefined;

/**
 * Names what the worker makes of a source: cached HTML is keyed by it. It is a hash of the built worker, which names its
 * chunks by their hashes, and of the locked packages.
 */
export function rendererVersion(): string {
	if (version) return version;
	const hash = createHash("sha256").update(readFileSync(builtWorker()));
	const lock = path.resolve("package-lock.json");
	if (existsSync(lock)) hash.update(readFileSync(lock));
	version = hash.digest("hex").slice(0, 16);
	return version;
}

const QUEUE = 32;
/** `workerUrl`: the bundled worker; `timeoutMs`: wall clock of one lesson, after which its thread is ended. */
export type WorkerOptions = { workerUrl?: URL; timeoutMs?: number; memoryMb?: number };

let worker: { thread: Worker; key: string } | null = null;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Compiles one lesson in a thread with limits of time and memory, one lesson at a time.
 * Gives HTML with slots and the keys apart, or everything that is wrong with the source; it never throws for a source.
 */
export async function compileLesson(
	source: string,
	options: CompileOptions,
	limits: WorkerOptions = {},
): Promise<Compiled> {
	const early = sourceFindings(source);
	if (early.length > 0) return { findings: early };
	if (waiting >= QUEUE) return { findings: [lessonFinding("busy", null)] };
	waiting++;
	const mine = last.then(() => compileInThread(source, options, limits));
	last = mine.catch(() => undefined);
	return mine.finally(() => waiting--);
}

/** Ends the thread; the next lesson starts another. Tests and the server's shutdown call it. */
export async function stopCompiler(): Promise<void> {
	const ended = worker;
	worker = null;
	await ended?.thread.terminate();
}

function compileInThread(source: string, options: CompileOptions, limits: WorkerOptions): Promise<Compiled> {
	const thread = ready(limits);
	return new Promise((resolve) => {
		const finish = (result: Compiled, spoilt: boolean) => {
			clearTimeout(timer);
			for (const name of ["message", "error", "exit"]) thread.removeAllListeners(name);
			thread.on("error", () => undefined);
			if (spoilt && worker?.thread === thread) worker = null;
			resolve(spoilt ? thread.terminate().then(() => result) : result);
			if (!spoilt) thread.unref();
		};
		const tooComplex = () => finish({ findings: [lessonFinding("too-complex", null)] }, true);
		const timer = setTimeout(tooComplex, limits.timeoutMs ?? 10_000);
		thread.ref();
		thread.once("message", (result: Compiled) => finish(result, false));
		thread.once("error", tooComplex);
		thread.once("exit", tooComplex);
		thread.postMessage({ source, options });
	});
}

function ready({ workerUrl = builtWorker(), memoryMb = 256 }: WorkerOptions): Worker {
	const key = `${workerUrl.href} ${memoryMb}`;
	if (worker?.key === key) return worker.thread;
	void worker?.thread.terminate();
	const thread = new Worker(workerUrl, {
		resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
		// Nothing of the server's environment, its secrets above all, is needed to compile.
		env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", TMPDIR: process.env.TMPDIR },
		stdout: true,
		stderr: true,
	});
	// Left unread, the streams would fill up.
	thread.stdout.resume();
	thread.stderr.resume();
	worker = { thread, key };
	return thread;
}

function builtWorker(): URL {
	const file = process.env.MDX_WORKER ?? path.resolve("build/bin/mdx-worker.js");
	if (!existsSync(file)) throw new Error(`The MDX worker is not built: ${path.basename(file)}`);
	return pathToFileURL(file);
}
