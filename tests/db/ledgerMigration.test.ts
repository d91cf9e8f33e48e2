import { readMigrationFiles } from "drizzle-orm/migrator";
import { expect, it } from "vitest";
import { openSqlite } from "#db/client.server.ts";
import { migrateFile, migrationsFolder } from "#db/migrate.server.ts";

it("hours that were credited before the ledger kept days are all there afterwards", () => {
	const all = readMigrationFiles({ migrationsFolder: migrationsFolder("sqlite") });
	const at = all.findIndex(({ sql }) => sql.some((text) => text.includes("counted_on")));
	expect(at).toBeGreaterThan(0);
	const client = openSqlite(":memory:");
	migrateFile(client, all.slice(0, at));
	client.exec(
		"INSERT INTO agencies (id, code, name, short_name, kind, time_zone, source, needs_check, valid_from, sort_key) VALUES ('a', 'A', 'A', 'A', 'city', 'Asia/Jakarta', '', 0, '2020-01-01', 'a')",
	);
	client.exec("INSERT INTO people (id, name, sort_key, created_at) VALUES ('p', 'Sari', 'sari', 1)");
	const insert = client.prepare(
		"INSERT INTO jp_ledger (id, person_id, agency_id, year, jp, source_kind, source_id, credited_at) VALUES (?, 'p', 'a', ?, ?, ?, ?, ?)",
	);
	insert.run("1", 2026, 6, "certificate", "c", 1_700_000_000_000);
	insert.run("2", 2026, -6, "revocation", "c:x", 1_700_000_100_000);
	migrateFile(client, all);
	expect(
		client
			.prepare("SELECT id, year, jp, source_id, counted_on, reversal_of FROM jp_ledger ORDER BY id")
			.all(),
	).toEqual([
		{ id: "1", year: 2026, jp: 6, source_id: "c", counted_on: null, reversal_of: null },
		{ id: "2", year: 2026, jp: -6, source_id: "c:x", counted_on: null, reversal_of: null },
	]);
	client.close();
});
