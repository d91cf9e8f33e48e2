import type pg from "pg";

/** Names the lock of whose turn it is, within one database. */
const TURN = 7_206_114;
let last: Promise<unknown> = Promise.resolve();

const unusable = new WeakSet<pg.PoolClient>();

/** The connection does not answer any more: it is closed when the work with it ends. */
export const giveUp = (client: pg.PoolClient): void => void unusable.add(client);

/** Does the work with a connection of the pool, which goes back to it unless it broke meanwhile. */
export async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	// Of a connection that is in use nobody else listens, and an error without a listener ends the program.
	const onError = () => giveUp(client);
	client.on("error", onError);
	try {
		return await work(client);
	} finally {
		client.off("error", onError);
		client.release(unusable.has(client));
	}
}

/**
 * Does the work while nobody else does theirs in turn, on this node or another. Of each node one waits for the lock, so
 * that those who wait do not hold all connections.
 */
export function inTurn<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const mine = last.then(() => withClient(pool, (client) => locked(client, work)));
	last = mine.catch(() => undefined);
	return mine;
}

async function locked<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	// Before the transaction begins: within it, the wait would make its view of the data old.
	await client.query("SELECT pg_advisory_lock($1)", [TURN]);
	try {
		return await work(client);
	} finally {
		// A connection that is closed gives the lock back by itself.
		await client.query("SELECT pg_advisory_unlock($1)", [TURN]).catch(() => giveUp(client));
	}
}
