import { parentPort } from "node:worker_threads";
import { type StatementTask, statementPdf } from "./statementPdf.server.ts";

/** The thread in which a statement is printed: what is on it comes in, the bytes of the PDF go out. */
parentPort?.once("message", async ({ jp, holder }: StatementTask) => {
	parentPort?.postMessage(new Uint8Array(await statementPdf(jp, holder)));
});
