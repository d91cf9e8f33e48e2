import { parentPort } from "node:worker_threads";
import { buildLesson, type CompileOptions } from "./build.server.ts";

/** The thread in which lessons are compiled: a task comes in, only HTML and plain data go out. */
parentPort?.on("message", async ({ source, options }: { source: string; options: CompileOptions }) => {
	parentPort?.postMessage(await buildLesson(source, options));
});
