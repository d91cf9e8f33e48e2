import { parentPort } from "node:worker_threads";
import { type ReadTask, readAndSettle } from "./readAndSettle.ts";

/** The thread in which a file of questions is read: its bytes come in, plain data goes out. */
parentPort?.once("message", async (task: ReadTask) => {
	parentPort?.postMessage(await readAndSettle(task));
});
