import Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePostgres, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { dialect, sqliteFile } from "./config.ts";
import { keepingStatements } from "./statements.ts";

/** What a query can be built on. What only one dialect has, or what escapes `transaction`, is left out. */
export type Queries = Pick<NodePgDatabase, "select" | "selectDistinct" | "insert" | "update" | "delete">;

type Connection =
	/** `keeping`: the same client, as drizzle has it. */
	| { dialect: "sqlite"; client: Database.Database; keeping: Database.Database; db: Queries }
	| { dialect: "postgresql"; pool: pg.Pool; db: Queries };

/** Opens the SQLite file: WAL, every commit on disk before it is acknowledged, foreign keys on. */
export function openSqlite(file: string): Database.Database {
	const client = new Database(file, { timeout: 5000 });
	client.pragma("journal_mode = WAL");
	client.pragma("synchronous = FULL");
	// The worker puts the log into the file every second: whoever answers people does it only when the log got long.
	client.pragma("wal_autocheckpoint = 64000");
	client.pragma("foreign_keys = ON");
	client.pragma("cache_size = -65536");
	client.pragma("temp_store = MEMORY");
	return client;
}

function open(): Connection {
	if (dialect() === "sqlite") {
		const client = openSqlite(sqliteFile());
		const keeping = keepingStatements(client);
		return { dialect: "sqlite", client, keeping, db: drizzleSqlite(keeping) as unknown as Queries };
	}
	const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
	// An idle connection that the server closes must not end the program; the next query gets a new one.
	pool.on("error", () => {});
	return { dialect: "postgresql", pool, db: drizzlePostgres(pool) };
}

// The server and Remix's build are two bundles in one process: both must reach the same connection.
const shared = globalThis as { [key: symbol]: Connection | undefined };
const slot = Symbol.for("cakap.database");

export function connection(): Connection {
	shared[slot] ??= open();
	return shared[slot];
}

/** Reads, and single-statement writes. What belongs together goes through `transaction`. */
export const db: Queries = {
	get select() {
		const { db } = connection();
		return db.select.bind(db) as Queries["select"];
	},
	get selectDistinct() {
		const { db } = connection();
		return db.selectDistinct.bind(db) as Queries["selectDistinct"];
	},
	get insert() {
		const { db } = connection();
		return db.insert.bind(db) as Queries["insert"];
	},
	get update() {
		const { db } = connection();
		return db.update.bind(db) as Queries["update"];
	},
	get delete() {
		const { db } = connection();
		return db.delete.bind(db) as Queries["delete"];
	},
};

/** Closes the connection; the next query opens it anew. */
export async function closeDatabase(): Promise<void> {
	const open = shared[slot];
	shared[slot] = undefined;
	if (open?.dialect === "sqlite") open.client.close();
	if (open?.dialect === "postgresql") await open.pool.end();
}

/** Puts SQLite's log into its file, as far as nobody reads from it; elsewhere there is nothing to do. */
export function checkpointDatabase(): void {
	const open = connection();
	if (open.dialect === "sqlite") open.client.pragma("wal_checkpoint(PASSIVE)");
}

/** Rejects when the database does not answer a query. */
export async function pingDatabase(): Promise<void> {
	const open = connection();
	if (open.dialect === "sqlite") open.client.prepare("select 1").get();
	else await open.pool.query("select 1");
}
