import { count, getTableName } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
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
