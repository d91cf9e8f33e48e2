import { connection, type Queries } from "./client.server.ts";

const caches = new WeakMap<Queries, Map<string, unknown>>();

/**
 * A hot query, built and prepared once for each connection: `prepared("viewer", (db, name) => db.select()….prepare(name))`.
 * Execute it with `.execute({ placeholder: value })`.
 */
export function prepared<T>(name: string, build: (db: Queries, name: string) => T): T {
	const { db } = connection();
	const cache = caches.get(db) ?? new Map<string, unknown>();
	caches.set(db, cache);
	if (!cache.has(name)) cache.set(name, build(db, name));
	return cache.get(name) as T;
}
