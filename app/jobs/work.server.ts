import { transaction } from "#db/transaction.server.ts";
import {
	completeJob,
	failJob,
	holdJob,
	type Job,
	type Lane,
	LOCK_MS,
	type Payload,
	takeJob,
} from "./queue.server.ts";
import { enqueueDue } from "./schedule.server.ts";

/** `hold` is called now and then by what takes long, so that no other worker takes the job for lost. */
export type Handler = (payload: Payload, now: number, hold: () => Promise<void>) => Promise<void>;
export type Handlers = Record<string, Handler>;

/**
 * Runs due jobs of the lane one after another until none is left, or until told to stop.
 * @returns how many ran
 */
export async function workOff(
	handlers: Handlers,
	clock: () => number,
	isStopping = () => false,
	lane?: Lane,
): Promise<number> {
	await transaction((tx) => enqueueDue(tx, clock()));
	for (let done = 0; ; done++) {
		if (isStopping()) return done;
		const job = await transaction((tx) => takeJob(tx, clock(), lane));
		if (!job) return done;
		await runJob(job, handlers, clock);
	}
}

async function runJob(job: Job, handlers: Handlers, clock: () => number): Promise<void> {
	try {
		const handler = handlers[job.name];
		if (!handler) throw new Error(`no handler for ${job.name}`);
		await handler(job.payload, clock(), holder(job, clock));
		await transaction((tx) => completeJob(tx, job.id, clock()));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		await transaction((tx) => failJob(tx, job, message, clock()));
	}
}

function holder({ id }: Job, clock: () => number): () => Promise<void> {
	let heldAt = clock();
	return async () => {
		if (clock() - heldAt < LOCK_MS / 5) return;
		heldAt = clock();
		await transaction((tx) => holdJob(tx, id, heldAt));
	};
}
