import { planRecurring } from "../app/jobs/schedule.server.ts";
import { workOff } from "../app/jobs/work.server.ts";
import { closeDatabase } from "../db/client.server.ts";
import { transaction } from "../db/transaction.server.ts";
import { handlers, recurring } from "./worker/handlers.ts";

const PAUSE_MS = 1000;
let stopping = false;
let wake: (() => void) | undefined;

for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) {
	process.on(signal, () => {
		stopping = true;
		wake?.();
	});
}

await transaction((tx) => planRecurring(tx, recurring, Date.now()));
while (!stopping) {
	try {
		await workOff(handlers, Date.now, () => stopping);
	} catch (error) {
		const stack = error instanceof Error ? error.stack : String(error);
		process.stderr.write(
			`${JSON.stringify({ level: "error", message: "the queue could not be read", stack })}\n`,
		);
	}
	if (!stopping) await pause();
}
await closeDatabase();
process.exit(0);

function pause(): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, PAUSE_MS);
		wake = () => {
			clearTimeout(timer);
			resolve();
		};
	});
}
