import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgresServer.ts";

declare module "vitest" {
	interface ProvidedContext {
		postgresUrl: string;
	}
}

/** One server for the whole run, with a migrated template that each test file's database is copied from. */
export default async function setup(project: TestProject) {
	const server = await startPostgres();
	const admin = new pg.Client({ connectionString: server.url("postgres") });
	await admin.connect();
	await admin.query("CREATE DATABASE template_cakap");
	await admin.end();
	process.env.DATABASE_URL = server.url("template_cakap");
	const { migrate } = await import("../../db/migrate.server.ts");
	await migrate();
	delete process.env.DATABASE_URL;
	project.provide("postgresUrl", server.url("postgres"));
	return () => server.stop();
}
