import type Database from "better-sqlite3";

const MOST = 500;

/**
 * The same client for who prepares each query anew, as drizzle does: what was prepared is kept by its text, the 500 used
 * last, for SQLite takes longer to plan a small query than to answer it. Not for `iterate`: a statement that is being
 * walked through cannot be run a second time.
 */
export function keepingStatements(client: Database.Database, most = MOST): Database.Database {
	const kept = new Map<string, Database.Statement>();
	const prepare = (text: string): Database.Statement => {
		const statement = kept.get(text) ?? client.prepare(text);
		// Whoever had it last may have asked for rows as arrays.
		if (statement.reader) statement.raw(false);
		kept.delete(text);
		kept.set(text, statement);
		const oldest = kept.size > most ? kept.keys().next().value : undefined;
		if (oldest !== undefined) kept.delete(oldest);
		return statement;
	};
	return Object.create(client, { prepare: { value: prepare, writable: true, configurable: true } });
}
