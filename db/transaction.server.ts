import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { connection, type Queries } from "./client.server.ts";
import { isSerializationFailure } from "./errors.server.ts";
import { enqueueSqlite, type SqliteWork, stepSynchronously } from "./group-commit.server.ts";

/** The queries of one running transaction. */
export type Tx = Queries & { readonly __transaction?: never };

/** A transaction's body: re-runnable, without side effects; every statement is `yield* run(…)`. */
export type Body<T> = Generator<PromiseLike<unknown> | SqliteWork, T, unknown>;

/**
 * Hands a built query to the transaction that the body runs in and gives its rows.
 * A statement's error aborts the whole transaction: to expect a conflict use `onConflict`, not catch.
 */
export function* run<Q extends PromiseLike<unknown>>(query: Q): Body<Awaited<Q>> {
	return (yield query) as Awaited<Q>;
}

/**
 * Runs the body in one transaction and resolves with what it returns once that is durable.
 * SQLite: synchronous, BEGIN IMMEDIATE, committed together with its neighbours. PostgreSQL: SERIALIZABLE,
 * the body runs again on 40001 and 40P01 (up to 12 times).
 * @param isDurable false for a step of long work that remembers in the same transaction how far it came: a power cut may
 * take back the last ones, whole and in order, and the work does them again
 */
export async function transaction<T>(
	body: (tx: Tx) => Body<T>,
	{ isDurable = true }: { isDurable?: boolean } = {},
): Promise<T> {
	const open = connection();
	if (open.dialect === "sqlite") return enqueueSqlite(open.client, () => body(open.db), isDurable);
	return runPostgres(open.pool, body, isDurable);
}

/** Runs a body that only reads: outside a transaction, so that it waits for no writer. */
export async function reading<T>(body: (tx: Tx) => Body<T>): Promise<T> {
	const open = connection();
	return open.dialect === "sqlite"
		? stepSynchronously(open.client, body(open.db))
		: stepAwaiting(body(open.db));
}

const ATTEMPTS = 12;

async function runPostgres<T>(pool: pg.Pool, body: (tx: Tx) => Body<T>, isDurable: boolean): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const client = await pool.connect();
		let broken: Error | undefined;
		try {
			await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
			if (!isDurable) await client.query("SET LOCAL synchronous_commit TO OFF");
			const result = await stepAwaiting(body(drizzle(client)));
			await client.query("COMMIT");
			return result;
		} catch (error) {
			await client.query("ROLLBACK").catch((rollbackError: Error) => {
				broken = rollbackError;
			});
			if (attempt === ATTEMPTS || !isSerializationFailure(error)) throw error;
		} finally {
			client.release(broken);
		}
		// Spread the competitors out, or they meet again.
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 8 * attempt));
	}
}

async function stepAwaiting<T>(body: Body<T>): Promise<T> {
	let step = body.next();
	while (!step.done) {
		let rows: unknown;
		try {
			rows = await step.value;
		} catch (error) {
			step = body.throw(error);
			// A body that swallows the error would go on in an aborted transaction.
			throw error;
		}
		step = body.next(rows);
	}
	return step.value;
}
