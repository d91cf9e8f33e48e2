import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { connection, type Queries } from "./client.server.ts";
import { isSerializationFailure } from "./errors.server.ts";
import { enqueueSqlite, type SqliteWork, stepSynchronously } from "./group-commit.server.ts";
import { giveUp, inTurn, withClient } from "./turns.server.ts";

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
 * the body runs again on 40001 and 40P01, after a few times in turn with others (db/turns.server.ts).
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

/** How often competitors simply try again, before they take turns, and how often then. */
const AT_ONCE = 4;
const IN_TURN = 20;

/**
 * Whoever loses a few times takes turns with the other losers, of this node and of others, so that all come through:
 * where forty change one row, only one of them wins each time, and the last would need forty tries.
 */
async function runPostgres<T>(pool: pg.Pool, body: (tx: Tx) => Body<T>, isDurable: boolean): Promise<T> {
	const once = (client: pg.PoolClient) => tryOnce(client, body, isDurable);
	const first = await attempt(AT_ONCE, () => withClient(pool, once));
	if (!("lost" in first)) return first.result;
	const last = await inTurn(pool, (client) => attempt(IN_TURN, () => once(client)));
	if ("lost" in last) throw last.lost;
	return last.result;
}

type Outcome<T> = { result: T } | { lost: unknown };

/** Tries until it is through or has lost so many races; any other error is thrown. */
async function attempt<T>(times: number, work: () => Promise<T>): Promise<Outcome<T>> {
	for (let n = 1; ; n++) {
		try {
			return { result: await work() };
		} catch (error) {
			if (!isSerializationFailure(error)) throw error;
			if (n === times) return { lost: error };
		}
		// Spread the competitors out, or they meet again.
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 8 * n));
	}
}

async function tryOnce<T>(client: pg.PoolClient, body: (tx: Tx) => Body<T>, isDurable: boolean): Promise<T> {
	try {
		await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
		if (!isDurable) await client.query("SET LOCAL synchronous_commit TO OFF");
		const result = await stepAwaiting(body(drizzle(client)));
		await client.query("COMMIT");
		return result;
	} catch (error) {
		await client.query("ROLLBACK").catch(() => giveUp(client));
		throw error;
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
