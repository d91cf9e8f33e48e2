import { Printers } from "../app/certification/document/printers.server.ts";
import { printWaiting } from "../app/certification/document/printWaiting.server.ts";
import { siteOrigin } from "../app/http/env.server.ts";
import { freeJobs, type Lane } from "../app/jobs/queue.server.ts";
import { planRecurring } from "../app/jobs/schedule.server.ts";
import { workOff } from "../app/jobs/work.server.ts";
import { checkpointDatabase, closeDatabase } from "../db/client.server.ts";
import { dialect } from "../db/config.ts";
import { transaction } from "../db/transaction.server.ts";
import { handlers, LONG_JOBS, PRINT_JOBS, recurring } from "./worker/handlers.ts";

const PAUSE_MS = 1000;
const PRINT_PAUSE_MS = 400;
let stopping = false;
const waiting = new Set<() => void>();

for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) {
	process.on(signal, () => {
		stopping = true;
		for (const wake of waiting) wake();
	});
}

// One SQLite file has one worker: what the last one had begun is taken up at once.
if (dialect() === "sqlite") await transaction((tx) => freeJobs(tx, Date.now()));
await transaction((tx) => planRecurring(tx, recurring, Date.now()));
const checkpoints = setInterval(checkpointDatabase, 1000);
const printers = new Printers();
await Promise.all([
	workIn({ except: [...LONG_JOBS, ...PRINT_JOBS] }),
	workIn({ only: LONG_JOBS }),
	// Two, so that the next documents are printed while the last ones are recorded.
	...[1, 2].map(print),
]);
await printers.close();
clearInterval(checkpoints);
await closeDatabase();
process.exit(0);

/** What takes long has a lane of its own, so that nothing else waits for it. */
async function workIn(lane: Lane): Promise<void> {
	while (!stopping) {
		await telling(() => workOff(handlers, Date.now, () => stopping, lane));
		if (!stopping) await pause(PAUSE_MS);
	}
}

/** Prints certificates, whoever has just passed looking on. */
async function print(): Promise<void> {
	let pauseMs = PRINT_PAUSE_MS;
	while (!stopping) {
		const printed = await telling(() => printWaiting(printers, siteOrigin(), Date.now));
		// While many come, the next ones wait already.
		pauseMs = printed ? PRINT_PAUSE_MS / 16 : Math.min(PRINT_PAUSE_MS, pauseMs * 2);
		if (!stopping) await pause(pauseMs);
	}
}

async function telling<T>(work: () => Promise<T>): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		const stack = error instanceof Error ? error.stack : String(error);
		const line = JSON.stringify({ level: "error", message: "the queue could not be read", stack });
		process.stderr.write(`${line}\n`);
	}
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			waiting.delete(done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		waiting.add(done);
	});
}
