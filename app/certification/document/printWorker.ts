import { parentPort } from "node:worker_threads";
import { certificatePdf, UnprintableLetters } from "../pdf/certificatePdf.server.ts";
import { documentSigner } from "../signing/authority.server.ts";
import { signPdf } from "../signing/signedPdf.ts";
import type { Printed, PrintTask } from "./printing.ts";

/** The thread in which documents are printed and sealed: what they say comes in, their bytes go out. */
parentPort?.on("message", (task: PrintTask) => {
	void print(task).then((printed) => parentPort?.postMessage(printed));
});

async function print({ id, document, sealedAt }: PrintTask): Promise<Printed> {
	try {
		const pdf = await certificatePdf(document, sealedAt);
		const bytes = sealedAt === null ? pdf : signPdf(pdf, documentSigner(sealedAt));
		return { id, bytes: new Uint8Array(bytes) };
	} catch (error) {
		if (error instanceof UnprintableLetters) return { id, letters: error.letters };
		return { id, error: error instanceof Error ? error.message : String(error) };
	}
}
