import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type Database from "better-sqlite3";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { openSqlite } from "./client.server.ts";
import { type Dialect, dialect, sqliteFile } from "./config.ts";

/** Brings the database of the environment to the newest schema; nothing happens when it is there already. */
export async function migrate(): Promise<void> {
	if (dialect() === "postgresql") return migrateServer(process.env.DATABASE_URL ?? "");
	mkdirSync(path.dirname(sqliteFile()), { recursive: true });
	const client = openSqlite(sqliteFile());
	try {
		migrateFile(client);
	} finally {
		client.close();
	}
}

/** The folder of generated migrations, found from wherever the program was built to. */
export function migrationsFolder(of: Dialect): string {
	for (let at = import.meta.dirname; ; at = path.dirname(at)) {
		const folder = path.join(at, "db/migrations", of);
		if (existsSync(folder)) return folder;
		if (at === path.dirname(at)) throw new Error("db/migrations tidak ditemukan");
	}
}

/**
 * Migrates one SQLite connection. Foreign keys are off meanwhile: Drizzle rebuilds a table by DROP, which
 * otherwise deletes its children; before each COMMIT every reference is checked.
 */
export function migrateFile(client: Database.Database, migrations = pendingSource("sqlite")): void {
	client.pragma("foreign_keys = OFF");
	client.exec(
		"CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)",
	);
	for (const migration of migrations) applyOnce(client, migration);
	client.pragma("foreign_keys = ON");
}

function applyOnce(client: Database.Database, migration: MigrationMeta): void {
	client
		.transaction(() => {
			const done = client
				.prepare("SELECT 1 FROM __drizzle_migrations WHERE created_at >= ?")
				.get(migration.folderMillis);
			if (done) return;
			for (const statement of migration.sql) client.exec(statement);
			const broken = client.pragma("foreign_key_check") as unknown[];
			if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
			client
				.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)")
				.run(migration.hash, migration.folderMillis);
		})
		.immediate();
}

function pendingSource(of: Dialect): MigrationMeta[] {
	return readMigrationFiles({ migrationsFolder: migrationsFolder(of) });
}

/** Any number, the same for every node: only one of them migrates at a time. */
const LOCK = 7_226_527;

async function migrateServer(connectionString: string): Promise<void> {
	const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
	await client.connect();
	try {
		await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
		await migratePostgres(drizzle(client), { migrationsFolder: migrationsFolder("postgresql") });
	} finally {
		await client.end();
	}
}
