import { connection, type Queries } from "./client.server.ts";
import { dialect } from "./config.ts";
import type { Body, Tx } from "./transaction.server.ts";

const caches = new WeakMap<Queries, Map<string, unknown>>();

/**
 * A hot query, built and prepared once for each connection: `prepared("viewer", (db, name) => db.select()….prepare(name))`.
 * Execute it with `.execute({ placeholder: value })`.
 */
export function prepared<T>(
	name: string,
	build: (db: Queries, name: string) => T,
	on: Queries = connection().db,
): T {
	const cache = caches.get(on) ?? new Map<string, unknown>();
	caches.set(on, cache);
	if (!cache.has(name)) cache.set(name, build(on, name));
	return cache.get(name) as T;
}

type Values = Record<string, unknown>;
type Prepared<R> = { execute: (values?: Values) => PromiseLike<R> };

/**
 * Runs a hot query in the transaction that the body runs in: built once for each connection on SQLite, once for each
 * transaction on PostgreSQL, whose server then knows it by name.
 */
export function* runPrepared<R>(
	tx: Tx,
	name: string,
	build: (on: Queries, name: string) => Prepared<R>,
	values: Values,
): Body<R> {
	const query = prepared(name, build, tx);
	// SQLite's stepper prepares and executes what it is given, at once; PostgreSQL's awaits it.
	const step =
		dialect() === "sqlite"
			? { prepare: () => ({ execute: () => query.execute(values) }) }
			: query.execute(values);
	return (yield step as PromiseLike<R>) as R;
}
