import { freeJobs, type Lane } from "../app/jobs/queue.server.ts";
import { planRecurring } from "../app/jobs/schedule.server.ts";
import { workOff } from "../app/jobs/work.server.ts";
import { checkpointDatabase, closeDatabase } from "../db/client.server.ts";
import { dialect } from "../db/config.ts";
import { transaction } from "../db/transaction.server.ts";
import { handlers, LONG_JOBS, recurring } from "./worker/handlers.ts";

const PAUSE_MS = 1000;
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
await Promise.all([workIn({ except: LONG_JOBS }), workIn({ only: LONG_JOBS })]);
clearInterval(checkpoints);
await closeDatabase();
process.exit(0);

/** What takes long has a lane of its own, so that nothing else waits for it. */
async function workIn(lane: Lane): Promise<void> {
	while (!stopping) {
		try {
			await workOff(handlers, Date.now, () => stopping, lane);
		} catch (error) {
			const stack = error instanceof Error ? error.stack : String(error);
			process.stderr.write(
				`${JSON.stringify({ level: "error", message: "the queue could not be read", stack })}\n`,
			);
		}
		if (!stopping) await pause();
	}
}

function pause(): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			waiting.delete(done);
			resolve();
		};
		const timer = setTimeout(done, PAUSE_MS);
		waiting.add(done);
	});
}
