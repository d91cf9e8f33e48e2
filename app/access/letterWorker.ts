import { parentPort } from "node:worker_threads";
import { type LetterTask, lettersPdf } from "./letterPdf.server.ts";

/** The thread in which letters are printed: what is on them comes in, the bytes of the PDF go out. */
parentPort?.once("message", async ({ letters, sender }: LetterTask) => {
	parentPort?.postMessage(new Uint8Array(await lettersPdf(letters, sender)));
});
