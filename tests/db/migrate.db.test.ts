import { count, getTableName } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { db, openSqlite } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import { migrate, migrateFile, migrationsFolder } from "#db/migrate.server.ts";
import { allTables, fillEveryTable } from "#tests/support/rowInEveryTable.ts";

describe("migrating", () => {
	it("keeps a row of every table, also when nothing is left to do", async () => {
		const rows = await fillEveryTable();
		expect(rows.size).toBe(allTables().length);
		await migrate();
		for (const table of allTables()) {
			const [found] = await db.select({ n: count() }).from(table);
			expect([getTableName(table), found?.n]).toEqual([getTableName(table), 1]);
		}
	});

	it("has a release's files in the journal of both databases alike", () => {
		const names = (of: "sqlite" | "postgresql") =>
			readMigrationFiles({ migrationsFolder: migrationsFolder(of) }).map(({ sql }) => sql.length > 0);
		expect(names("sqlite")).toEqual(names("postgresql"));
		expect(["sqlite", "postgresql"]).toContain(dialect());
	});
});

describe("rebuilding a table that others refer to", () => {
	const base = [
		"CREATE TABLE parent (id TEXT PRIMARY KEY)",
		"CREATE TABLE child (parent_id TEXT REFERENCES parent(id) ON DELETE CASCADE)",
	];
	const rebuild = [
		"CREATE TABLE __new_parent (id TEXT PRIMARY KEY, name TEXT)",
		"INSERT INTO __new_parent (id) SELECT id FROM parent",
		"DROP TABLE parent",
		"ALTER TABLE __new_parent RENAME TO parent",
	];
	const migration = (sql: string[], folderMillis: number) => ({
		sql,
		folderMillis,
		hash: String(folderMillis),
		bps: true,
	});

	function older() {
		const client = openSqlite(":memory:");
		migrateFile(client, [migration(base, 1)]);
		client.exec("INSERT INTO parent VALUES ('a'); INSERT INTO child VALUES ('a')");
		return client;
	}

	it("leaves the children where they are, and foreign keys on", () => {
		const client = older();
		migrateFile(client, [migration(base, 1), migration(rebuild, 2)]);
		expect(client.prepare("SELECT count(*) AS n FROM child").get()).toEqual({ n: 1 });
		expect(client.pragma("foreign_keys", { simple: true })).toBe(1);
		client.close();
	});

	it("refuses a migration that leaves a broken reference, and undoes it", () => {
		const client = older();
		expect(() => migrateFile(client, [migration(["DELETE FROM parent"], 3)])).toThrow(/broken references/);
		expect(client.prepare("SELECT count(*) AS n FROM parent").get()).toEqual({ n: 1 });
		client.close();
	});
});

describe("answers that were saved before there was a log", () => {
	const files = () => readMigrationFiles({ migrationsFolder: migrationsFolder(dialect()) });
	const before = [
		"INSERT INTO attempts (id, enrolment_id, person_id, agency_id, version_id, number, state, started_at, deadline_at, submitted_at, points, score, passed) VALUES ('t', 'e', 'p', 'a', 'v', 1, 'submitted', 1000, 9000, 8000, 1.5, 75, 1)",
		"INSERT INTO attempt_items (attempt_id, position, item_id, option_order, answer, saved_at, points) VALUES ('t', 1, 'i', '[]', '{\"chosen\":[\"a\"]}', 7000, 0.5)",
		"INSERT INTO attempt_items (attempt_id, position, item_id, option_order) VALUES ('t', 2, 'i', '[]')",
	];
	const events = "SELECT position, device, given_at FROM answer_events";
	const points = "SELECT milli_points FROM attempt_items ORDER BY position";
	const attempt = "SELECT milli_points, score FROM attempts";

	it("are its first events, and points become milli-points", async () => {
		const [old, fresh] = [files().slice(0, 4), files().slice(4)];
		const read = dialect() === "sqlite" ? await onSqlite(old, fresh) : await onPostgres(old, fresh);
		expect(await read(events)).toEqual([{ position: 1, device: "saved", given_at: 7000 }]);
		expect(await read(points)).toEqual([{ milli_points: 500 }, { milli_points: null }]);
		expect(await read(attempt)).toEqual([{ milli_points: 1500, score: 75 }]);
	});

	type Files = ReturnType<typeof files>;
	type Read = (text: string) => Promise<unknown[]>;

	async function onSqlite(old: Files, fresh: Files): Promise<Read> {
		const client = openSqlite(":memory:");
		for (const sql of old.flatMap((one) => one.sql)) client.exec(sql);
		// The row needs none of what it refers to.
		client.pragma("foreign_keys = OFF");
		for (const sql of before) client.exec(sql);
		for (const sql of fresh.flatMap((one) => one.sql)) client.exec(sql);
		return async (text) => client.prepare(text).all();
	}

	async function onPostgres(old: Files, fresh: Files): Promise<Read> {
		const url = new URL(process.env.DATABASE_URL ?? "");
		const admin = new pg.Client({ connectionString: url.href });
		await admin.connect();
		await admin.query("CREATE DATABASE before_the_log");
		await admin.end();
		url.pathname = "/before_the_log";
		const client = new pg.Client({ connectionString: url.href });
		await client.connect();
		// The row needs none of what it refers to.
		await client.query("SET session_replication_role = replica");
		for (const sql of [...old.flatMap((one) => one.sql), ...before, ...fresh.flatMap((one) => one.sql)])
			await client.query(sql);
		return async (text) => {
			const { rows } = await client.query(text);
			if (text === attempt) await client.end();
			return rows.map((row) => ("given_at" in row ? { ...row, given_at: Number(row.given_at) } : row));
		};
	}
});
