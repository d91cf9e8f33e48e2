import type Database from "better-sqlite3";
import type { Body } from "./transaction.server.ts";

type Waiting = { run: () => unknown; settle: (outcome: Outcome) => void; isDurable: boolean };
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
export function enqueueSqlite<T>(
	client: Database.Database,
	body: () => Body<T>,
	isDurable: boolean,
): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const queue = queues.get(client) ?? [];
		queues.set(client, queue);
		queue.push({
			run: () => stepSynchronously(client, body()),
			isDurable,
			settle: (outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error)),
		});
		if (queue.length === 1) setImmediate(() => flush(client, queue));
	});
}

/**
 * After commits that need not last by themselves the log is put into the file, where nobody waits for the lock: soon while
 * others write, who would come to do it else; otherwise when it has about so many pages, since the same ones are written
 * again and again. SQLite itself would do it at 64,000, in the commit of whoever comes first.
 */
const CHECKPOINT_EVERY = 4;
const CHECKPOINT_PAGES = 24_000;
/** So many commits without one of anybody else. */
const ALONE_AFTER = 16;
let relaxed = 0;
let every = CHECKPOINT_EVERY;
let alone = 0;
let version: unknown;

function tighten(client: Database.Database): void {
	client.pragma("synchronous = FULL");
	const seen = client.pragma("data_version", { simple: true });
	alone = seen === version ? alone + 1 : 0;
	version = seen;
	if (++relaxed < (alone > ALONE_AFTER ? every : CHECKPOINT_EVERY)) return;
	const [done] = client.pragma("wal_checkpoint(PASSIVE)") as { log: number }[];
	const ratio = CHECKPOINT_PAGES / Math.max(1, done?.log ?? 1);
	every = Math.max(CHECKPOINT_EVERY, Math.round(relaxed * Math.min(2, ratio)));
	relaxed = 0;
}

let longest = 0;
let last = 0;
/** For how long this process has held the write lock at most, in milliseconds. */
export const longestWriteMs = (): number => longest;
/** For how long it held the lock the last time. */
export const lastWriteMs = (): number => last;

function flush(client: Database.Database, queue: Waiting[]): void {
	const batch: [Waiting, Outcome][] = [];
	let begun = 0;
	const isDurable = queue.some((waiting) => waiting.isDurable);
	// A commit that need not last by itself is put on the disk together with the next one that must, whoever makes it.
	if (!isDurable) client.pragma("synchronous = NORMAL");
	try {
		control(client, "BEGIN IMMEDIATE");
		begun = performance.now();
		const end = Date.now() + BATCH_MS;
		do {
			const next = queue.shift();
			if (!next) break;
			batch.push([next, runInSavepoint(client, next)]);
			// SQLITE_FULL and SQLITE_IOERR roll the whole transaction back on their own.
			if (!client.inTransaction) throw failureOf(batch);
		} while (queue.length > 0 && Date.now() < end);
		control(client, "COMMIT");
		last = performance.now() - begun;
		longest = Math.max(longest, last);
		for (const [waiting, outcome] of batch) waiting.settle(outcome);
	} catch (error) {
		if (client.inTransaction) client.exec("ROLLBACK");
		// Nothing has run yet when BEGIN itself fails: its waiter must hear of it all the same.
		const hit = batch.length > 0 ? batch.map(([waiting]) => waiting) : queue.splice(0, 1);
		for (const waiting of hit) waiting.settle({ ok: false, error });
	} finally {
		if (!isDurable) tighten(client);
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

/** A statement of a body that runs on SQLite's connection itself. */
export class SqliteWork {
	constructor(readonly run: (client: Database.Database) => unknown) {}
}

type SyncQuery = { prepare(): { execute(): { sync(): unknown } } };

/** Runs a body on this connection, each statement at once. */
export function stepSynchronously<T>(client: Database.Database, body: Body<T>): T {
	let step = body.next();
	while (!step.done) {
		let rows: unknown;
		try {
			const { value } = step;
			rows =
				value instanceof SqliteWork
					? value.run(client)
					: (value as unknown as SyncQuery).prepare().execute().sync();
		} catch (error) {
			step = body.throw(error);
			// A body that swallows the error would commit half of itself.
			throw error;
		}
		step = body.next(rows);
	}
	return step.value;
}
