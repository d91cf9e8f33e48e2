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

type Files = ReturnType<typeof readMigrationFiles>;
type Read = (text: string) => Promise<Record<string, unknown>[]>;

/** What a database that had these rows after its first so many migrations holds after the others. */
async function migrated(releases: number, rows: string[], look: (read: Read) => Promise<void>) {
	const files = readMigrationFiles({ migrationsFolder: migrationsFolder(dialect()) });
	const [old, fresh] = [files.slice(0, releases), files.slice(releases)];
	await (dialect() === "sqlite" ? onSqlite : onPostgres)(old, rows, fresh, look);
}

async function onSqlite(old: Files, rows: string[], fresh: Files, look: (read: Read) => Promise<void>) {
	const client = openSqlite(":memory:");
	for (const sql of old.flatMap((one) => one.sql)) client.exec(sql);
	// The rows need none of what they refer to.
	client.pragma("foreign_keys = OFF");
	for (const sql of [...rows, ...fresh.flatMap((one) => one.sql)]) client.exec(sql);
	await look(async (text) => client.prepare(text).all() as Record<string, unknown>[]);
	client.close();
}

async function onPostgres(old: Files, rows: string[], fresh: Files, look: (read: Read) => Promise<void>) {
	const url = new URL(process.env.DATABASE_URL ?? "");
	const admin = new pg.Client({ connectionString: url.href });
	await admin.connect();
	const name = `older_${old.length}`;
	await admin.query(`CREATE DATABASE ${name}`);
	await admin.end();
	url.pathname = `/${name}`;
	const client = new pg.Client({ connectionString: url.href });
	await client.connect();
	// The rows need none of what they refer to.
	await client.query("SET session_replication_role = replica");
	for (const sql of [...old.flatMap((one) => one.sql), ...rows, ...fresh.flatMap((one) => one.sql)])
		await client.query(sql);
	await look(async (text) => (await client.query(text)).rows);
	await client.end();
}

describe("a database of an earlier release", () => {
	it("has the answers that were saved before there was a log as its first events, and points as milli-points", () => {
		const rows = [
			"INSERT INTO attempts (id, enrolment_id, person_id, agency_id, version_id, number, state, started_at, deadline_at, submitted_at, points, score, passed) VALUES ('t', 'e', 'p', 'a', 'v', 1, 'submitted', 1000, 9000, 8000, 1.5, 75, 1)",
			"INSERT INTO attempt_items (attempt_id, position, item_id, option_order, answer, saved_at, points) VALUES ('t', 1, 'i', '[]', '{\"chosen\":[\"a\"]}', 7000, 0.5)",
			"INSERT INTO attempt_items (attempt_id, position, item_id, option_order) VALUES ('t', 2, 'i', '[]')",
		];
		return migrated(4, rows, async (read) => {
			const [event, ...more] = await read("SELECT position, device, given_at FROM answer_events");
			expect([event?.position, event?.device, Number(event?.given_at), more.length]).toEqual([
				1,
				"saved",
				7000,
				0,
			]);
			const points = await read("SELECT milli_points FROM attempt_items ORDER BY position");
			expect(points).toEqual([{ milli_points: 500 }, { milli_points: null }]);
			const attempts = await read("SELECT milli_points, score FROM attempts");
			expect(attempts).toEqual([{ milli_points: 1500, score: 75 }]);
		});
	});

	it("knows of each agency and unit what it was called since when, for reports of every month", () => {
		const rows = [
			"INSERT INTO agencies (id, code, name, short_name, kind, sort_key, valid_from, time_zone, source, needs_check) VALUES ('g', '3301', 'Pemerintah Kabupaten Uji', 'Kab. Uji', 'regency', 'uji', '2020-01-01', 'Asia/Jakarta', 'uji', '0')",
			"INSERT INTO units (id, agency_id, parent_id, code, name, sort_key, valid_from, level) VALUES ('u', 'g', NULL, 'D', 'Dinas Arsip', 'dinas arsip', '2021-02-03', 1)",
		];
		return migrated(19, rows, async (read) => {
			const columns = "name, valid_from, valid_to, counts_from, counts_to";
			const version = { valid_to: null, counts_from: "", counts_to: null };
			const agency = { agency_id: "g", name: "Pemerintah Kabupaten Uji", valid_from: "2020-01-01" };
			expect(await read(`SELECT agency_id, ${columns} FROM agency_versions`)).toEqual([
				{ ...agency, ...version },
			]);
			const unit = { unit_id: "u", name: "Dinas Arsip", valid_from: "2021-02-03" };
			expect(await read(`SELECT unit_id, ${columns} FROM unit_versions`)).toEqual([{ ...unit, ...version }]);
		});
	});

	it("lets nobody in any more by a password that somebody else gave and that was not exchanged", () => {
		const rows = [
			"INSERT INTO credentials (person_id, password_hash, changed_at, expires_at) VALUES ('given', 'x', 1, 2)",
			"INSERT INTO credentials (person_id, password_hash, changed_at) VALUES ('own', 'y', 1)",
		];
		return migrated(24, rows, async (read) => {
			expect(await read("SELECT person_id FROM credentials")).toEqual([{ person_id: "own" }]);
		});
	});

	it("keeps a unit's head to the unit that they work in", () => {
		const rows = [
			"INSERT INTO memberships (id, person_id, agency_id, unit_id, employment, job_class, position, sort_key, valid_from, valid_to) VALUES ('m', 'head', 'g', 'u', 'PNS', 'jpt', 'Kepala', 'k', 1, NULL)",
			"INSERT INTO role_grants (id, person_id, role, agency_id, granted_at) VALUES ('1', 'head', 'unit-head', 'g', 1)",
			"INSERT INTO role_grants (id, person_id, role, agency_id, granted_at) VALUES ('2', 'head', 'agency-admin', 'g', 1)",
		];
		return migrated(27, rows, async (read) => {
			expect(await read("SELECT id, unit_id FROM role_grants ORDER BY id")).toEqual([
				{ id: "1", unit_id: "u" },
				{ id: "2", unit_id: null },
			]);
		});
	});
});
