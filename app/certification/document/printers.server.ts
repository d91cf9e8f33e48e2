import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { keysFolder } from "../../http/keys.server.ts";
import type { Document } from "../pdf/frontLeaf.ts";
import type { Printed, PrintTask } from "./printing.ts";

const MEMORY_MB = 256;
/** A printer that has not answered by then is ended; its documents are tried again. */
const TIMEOUT_MS = 30_000;
type Waiting = { settle: (printed: Printed) => void; timer: NodeJS.Timeout };
type Printer = { thread: Worker; waiting: Map<number, Waiting> };

/** Threads that print documents and keep their fonts, so that a document takes some 6 ms and nobody waits for it. */
export class Printers {
	readonly #printers: (Printer | null)[];
	#next = 0;

	/** As many as there are cores, but no more than two: the rest of the machine is the site's. */
	constructor(count = Math.min(2, availableParallelism())) {
		this.#printers = new Array<Printer | null>(count).fill(null);
	}

	print(document: Document, sealedAt: number | null): Promise<Printed> {
		const id = this.#next++;
		const printer = this.#printer(id % this.#printers.length);
		return new Promise((resolve) => {
			const timer = setTimeout(() => this.#give(printer, "Mencetak terlalu lama."), TIMEOUT_MS);
			printer.waiting.set(id, { settle: resolve, timer });
			printer.thread.postMessage({ id, document, sealedAt } satisfies PrintTask);
		});
	}

	async close(): Promise<void> {
		await Promise.all(this.#printers.map((printer) => printer?.thread.terminate()));
	}

	#printer(at: number): Printer {
		const known = this.#printers[at];
		if (known) return known;
		const thread = new Worker(builtWorker(), {
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
			// It needs to know where the keys lie, and none of the server's secrets.
			env: { NODE_ENV: "production", KEYS_DIR: keysFolder() },
		});
		thread.unref();
		const made: Printer = { thread, waiting: new Map() };
		this.#printers[at] = made;
		thread.on("message", (printed: Printed) => settle(made, printed));
		thread.on("error", (error) => this.#give(made, error.message));
		return made;
	}

	/** Ends a printer; what it had is told to have failed, and the next document gets a new one. */
	#give(printer: Printer, error: string): void {
		const at = this.#printers.indexOf(printer);
		if (at >= 0) this.#printers[at] = null;
		for (const id of [...printer.waiting.keys()]) settle(printer, { id, error });
		void printer.thread.terminate();
	}
}

function settle({ waiting }: Printer, printed: Printed): void {
	const one = waiting.get(printed.id);
	if (!one) return;
	waiting.delete(printed.id);
	clearTimeout(one.timer);
	one.settle(printed);
}

const builtWorker = (): URL =>
	pathToFileURL(process.env.PRINT_WORKER ?? path.resolve("build/bin/print-worker.js"));
