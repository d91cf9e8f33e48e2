import { and, asc, eq, inArray, lt, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { among } from "#db/bulk.server.ts";
import { jobs } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

export type Payload = Record<string, string | number | boolean | null>;
export type Job = { id: string; name: string; payload: Payload; attempts: number };

/** How long a worker may hold a job before another takes it for lost. */
export const LOCK_MS = 5 * 60_000;
const ATTEMPTS = 8;

/** Puts a job into the queue. With a `uniqueKey`, while one with it is waiting this does nothing. */
export function* enqueue(
	tx: Tx,
	job: { name: string; payload?: Payload; runAt: number; uniqueKey?: string },
): Body<void> {
	yield* run(
		tx
			.insert(jobs)
			.values({
				id: uuid(),
				name: job.name,
				payload: job.payload ?? {},
				uniqueKey: job.uniqueKey ?? null,
				state: "waiting",
				runAt: job.runAt,
				createdAt: job.runAt,
			})
			.onConflictDoNothing(),
	);
}

/** Which jobs a worker takes: those of some names, or all but those. */
export type Lane = { only: readonly string[] } | { except: readonly string[] };

const inLane = (lane: Lane): SQL =>
	"only" in lane ? inArray(jobs.name, [...lane.only]) : notInArray(jobs.name, [...lane.except]);

/** Takes the next due job of the lane, or one whose worker was lost; null when there is none. */
export function* takeJob(tx: Tx, now: number, lane: Lane = { except: [] }): Body<Job | null> {
	return (yield* takeJobs(tx, now, lane, 1))[0] ?? null;
}

/** Takes the next jobs of the lane, so many at most: for work that is cheaper together. */
export function* takeJobs(tx: Tx, now: number, lane: Lane, limit: number): Body<Job[]> {
	const due = and(eq(jobs.state, "waiting"), lte(jobs.runAt, now));
	const lost = and(eq(jobs.state, "running"), lt(jobs.lockedUntil, now));
	const next = and(or(due, lost), inLane(lane));
	const found = yield* run(tx.select().from(jobs).where(next).orderBy(asc(jobs.runAt)).limit(limit));
	if (found.length === 0) return [];
	// The key is freed: what changes from now on needs a job of its own.
	const running = { state: "running" as const, lockedUntil: now + LOCK_MS, uniqueKey: null };
	const ids = found.map(({ id }) => id);
	const counted = { ...running, attempts: sql`${jobs.attempts} + 1` };
	yield* run(tx.update(jobs).set(counted).where(among(jobs.id, ids)));
	return found.map(({ id, name, payload, attempts }) => ({ id, name, payload, attempts: attempts + 1 }));
}

/** Holds a job that takes long, so that nobody takes it for lost. */
export function* holdJob(tx: Tx, id: string, now: number): Body<void> {
	const held = and(eq(jobs.id, id), eq(jobs.state, "running"));
	yield* run(
		tx
			.update(jobs)
			.set({ lockedUntil: now + LOCK_MS })
			.where(held),
	);
}

/** Frees what is running, for a worker that knows itself to be the only one: whoever held it is gone. */
export function* freeJobs(tx: Tx, now: number): Body<void> {
	yield* run(
		tx
			.update(jobs)
			.set({ lockedUntil: now - 1 })
			.where(eq(jobs.state, "running")),
	);
}

export function* completeJob(tx: Tx, id: string, now: number): Body<void> {
	yield* completeJobs(tx, [id], now);
}

export function* completeJobs(tx: Tx, ids: readonly string[], now: number): Body<void> {
	yield* run(
		tx
			.update(jobs)
			.set({ state: "done", finishedAt: now, lockedUntil: null, lastError: null })
			.where(among(jobs.id, ids)),
	);
}

/** Notes the failure and tries again later, each time twice as late; the eighth failure is the last. */
export function* failJob(tx: Tx, job: Job, message: string, now: number): Body<void> {
	const over = job.attempts >= ATTEMPTS;
	yield* run(
		tx
			.update(jobs)
			.set({
				state: over ? "failed" : "waiting",
				runAt: now + 1000 * 2 ** job.attempts,
				lockedUntil: null,
				lastError: message.slice(0, 500),
				finishedAt: over ? now : null,
			})
			.where(eq(jobs.id, job.id)),
	);
}

/** Forgets finished jobs older than a week. */
export function* forgetOldJobs(tx: Tx, now: number): Body<void> {
	yield* run(tx.delete(jobs).where(and(eq(jobs.state, "done"), lt(jobs.finishedAt, now - 7 * 86_400_000))));
}
