import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Before anything imports the schema: the columns are those of the database that the environment names.
const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-test-"));
process.env.DATA_DIR = folder;
delete process.env.DATABASE_URL;
if (process.env.TEST_DIALECT === "postgresql") process.env.DATABASE_URL = await copyOfTemplate();
else copyFileSync(inject("sqliteTemplate"), path.join(folder, "cakap.sqlite"));

const { closeDatabase } = await import("../../db/client.server.ts");

afterAll(async () => {
	await closeDatabase();
	rmSync(folder, { recursive: true, force: true });
});

async function copyOfTemplate(): Promise<string> {
	const url = new URL(inject("postgresUrl"));
	const name = `test_${path
		.basename(folder)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, "_")}`;
	const admin = new pg.Client({ connectionString: url.href });
	await admin.connect();
	// As files: through the log, block by block, a copy costs four times as much.
	await admin.query(`CREATE DATABASE "${name}" TEMPLATE template_cakap STRATEGY FILE_COPY`);
	await admin.end();
	url.pathname = `/${name}`;
	return url.href;
}
