import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openSqlite } from "../../db/client.server.ts";
import { migrateFile } from "../../db/migrate.server.ts";

declare module "vitest" {
	interface ProvidedContext {
		sqliteTemplate: string;
	}
}

/** One migrated file for the whole run, that each test file's database is copied from. */
export default function setup(project: TestProject) {
	const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-test-"));
	const file = path.join(folder, "template.sqlite");
	const client = openSqlite(file);
	migrateFile(client);
	client.close();
	project.provide("sqliteTemplate", file);
	return () => rmSync(folder, { recursive: true, force: true });
}
