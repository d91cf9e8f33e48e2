import type Database from "better-sqlite3";
import type { Body } from "./transaction.server.ts";

type Waiting = { run: () => unknown; settle: (outcome: Outcome) => void };
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** A batch that has taken this long commits, and the rest waits: no writer holds the lock over 50 ms. */
const BATCH_MS = 25;

type Queues = WeakMap<Database.Database, Waiting[]>;
// The server and Remix's build are two bundles in one process: what arrives at both shares one commit.
const shared = globalThis as { [key: symbol]: Queues | undefined };
const slot = Symbol.for("cakap.commit-queues");
shared[slot] ??= new WeakMap();
const queues = shared[slot];

const controls = ["BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT body", "RELEASE body"] as const;
type Control = (typeof controls)[number];
const statements = new WeakMap<Database.Database, Record<Control, Database.Statement>>();

/** Prepared once: `exec` would read the text anew, four times a request. */
function control(client: Database.Database, name: Control): void {
	const own =
		statements.get(client) ??
		(Object.fromEntries(controls.map((text) => [text, client.prepare(text)])) as Record<
			Control,
			Database.Statement
		>);
	statements.set(client, own);
	own[name].run();
}

/**
 * Runs the body in a savepoint of the next shared transaction and resolves after its COMMIT, so that
 * the requests that arrive together pay for one fsync and none is acknowledged before it is on disk.
 */
export function enqueueSqlite<T>(client: Database.Database, body: () => Body<T>): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const queue = queues.get(client) ?? [];
		queues.set(client, queue);
		queue.push({
			run: () => stepSynchronously(body()),
			settle: (outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error)),
		});
		if (queue.length === 1) setImmediate(() => flush(client, queue));
	});
}

function flush(client: Database.Database, queue: Waiting[]): void {
	const batch: [Waiting, Outcome][] = [];
	try {
		control(client, "BEGIN IMMEDIATE");
		const end = Date.now() + BATCH_MS;
		do {
			const next = queue.shift();
			if (!next) break;
			batch.push([next, runInSavepoint(client, next)]);
			// SQLITE_FULL and SQLITE_IOERR roll the whole transaction back on their own.
			if (!client.inTransaction) throw failureOf(batch);
		} while (queue.length > 0 && Date.now() < end);
		control(client, "COMMIT");
		for (const [waiting, outcome] of batch) waiting.settle(outcome);
	} catch (error) {
		if (client.inTransaction) client.exec("ROLLBACK");
		// Nothing has run yet when BEGIN itself fails: its waiter must hear of it all the same.
		const hit = batch.length > 0 ? batch.map(([waiting]) => waiting) : queue.splice(0, 1);
		for (const waiting of hit) waiting.settle({ ok: false, error });
	}
	if (queue.length > 0) setImmediate(() => flush(client, queue));
}

function failureOf(batch: [Waiting, Outcome][]): unknown {
	const last = batch.at(-1)?.[1];
	return last && !last.ok ? last.error : new Error("transaction ended early");
}

function runInSavepoint(client: Database.Database, waiting: Waiting): Outcome {
	control(client, "SAVEPOINT body");
	try {
		const value = waiting.run();
		control(client, "RELEASE body");
		return { ok: true, value };
	} catch (error) {
		if (client.inTransaction) client.exec("ROLLBACK TO body; RELEASE body");
		return { ok: false, error };
	}
}

type SyncQuery = { prepare(): { execute(): { sync(): unknown } } };

/** Runs a body on this connection, each statement at once. */
export function stepSynchronously<T>(body: Body<T>): T {
	let step = body.next();
	while (!step.done) {
		let rows: unknown;
		try {
			rows = (step.value as unknown as SyncQuery).prepare().execute().sync();
		} catch (error) {
			step = body.throw(error);
			// A body that swallows the error would commit half of itself.
			throw error;
		}
		step = body.next(rows);
	}
	return step.value;
}
