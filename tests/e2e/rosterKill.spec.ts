import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "../support/journey.ts";
import { siasnColumns, syntheticRows } from "../support/make/roster.ts";
import { writeCsv } from "../support/make/rosterFiles.ts";
import { freePort, startPostgres } from "../support/postgresServer.ts";
import { type Rows, rowsOf } from "../support/sitting/rows.ts";
import { killed, launchWorker, prepareDatabase, siteEnv } from "../support/sitting/server.ts";

const PEOPLE = 4000;
const AGENCY = "1101";

/** A database of its own: the file in the data folder, or one of a real server. */
async function databaseOn(dialect: string): Promise<{ url: string; stop: () => Promise<void> }> {
	if (dialect === "SQLite") return { url: "", stop: async () => {} };
	const server = await startPostgres();
	const admin = new pg.Client({ connectionString: server.url("postgres") });
	await admin.connect();
	await admin.query("CREATE DATABASE cakap_daftar");
	await admin.end();
	return { url: server.url("cakap_daftar"), stop: server.stop };
}

for (const dialect of ["SQLite", "PostgreSQL"]) {
	test(`a roster whose import is killed is seen as nobody's or as everybody's, and goes on by itself, on ${dialect}`, async () => {
		test.setTimeout(180_000);
		const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-roster-kill-"));
		const file = path.join(folder, "pegawai.csv");
		const { url, stop } = await databaseOn(dialect);
		const env = siteEnv(path.join(folder, "data"), url, await freePort());
		await writeCsv(file, [[...siasnColumns], ...syntheticRows(PEOPLE)]);
		await prepareDatabase(env);
		const rows = await rowsOf(path.join(folder, "data"), url);
		try {
			const args = ["build/bin/cakap.js", "import-roster", file, "--agency", AGENCY, "--apply"];
			await killedAt(spawn(process.execPath, args, { env, stdio: "ignore" }), rows, "applying");
			expect(await visible(rows)).toBe(0);
			await rows.ask("UPDATE jobs SET run_at = 0 WHERE name = 'people.roster-import'");
			// The worker takes up what the command left after a while; killed while it tidies, it leaves what is in force in force.
			await killedAt(launchWorker(env), rows, "settling");
			expect(await visible(rows)).toBe(PEOPLE);
			// On a database of several nodes nobody knows that it is gone before its job is held no more.
			await rows.ask("UPDATE jobs SET locked_until = 0 WHERE state = 'running'");
			const worker = launchWorker(env);
			await expect.poll(async () => (await run(rows))?.state, { timeout: 60_000 }).toBe("applied");
			await killed(worker);
			expect(await visible(rows)).toBe(PEOPLE);
			const [marked] = await rows.ask<{ n: number }>(
				"SELECT count(*) AS n FROM memberships WHERE begin_run_id IS NOT NULL OR end_run_id IS NOT NULL",
			);
			const [told] = await rows.ask<{ n: number }>(
				"SELECT count(*) AS n FROM activity WHERE kind = 'person.joined'",
			);
			expect([Number(marked?.n), Number(told?.n)]).toEqual([0, PEOPLE]);
		} finally {
			await rows.close();
			await stop();
			rmSync(folder, { recursive: true, force: true });
		}
	});
}

type Run = { state: string; cursor: number };
const run = async (rows: Rows) => (await rows.ask<Run>("SELECT state, cursor FROM roster_imports"))[0];

/** Kills the process when the run is in the middle of that. */
async function killedAt(child: ChildProcess, rows: Rows, state: string): Promise<void> {
	try {
		await expect(async () => {
			const at = await run(rows);
			expect(at?.state === state && at.cursor > PEOPLE / 4).toBe(true);
		}).toPass({ intervals: [2], timeout: 60_000 });
	} finally {
		await killed(child);
	}
	expect((await run(rows))?.state).toBe(state);
}

/** Who works in the agency, as every reader counts. */
async function visible(rows: Rows): Promise<number> {
	const [counted] = await rows.ask<{ n: number }>(
		`SELECT count(*) AS n FROM memberships m JOIN agencies a ON a.id = m.agency_id
		WHERE a.code = ? AND m.valid_to IS NULL AND (m.begin_run_id IS NULL OR EXISTS (
			SELECT 1 FROM roster_imports r WHERE r.id = m.begin_run_id AND r.state IN ('settling', 'applied', 'undoing')))`,
		AGENCY,
	);
	return Number(counted?.n ?? 0);
}
