import pg from "pg";
import { startPostgres } from "../support/postgresServer.ts";
import { killRounds } from "../support/sitting/killRounds.ts";
import { type Result, result, target } from "./report.ts";

/** Kills the server under load so many times on each database, and counts the acknowledged answers that are gone. */
export async function kill({ rounds = 50 }: { rounds?: number } = {}): Promise<Result> {
	const sqlite = await killRounds({ rounds, databaseUrl: "" });
	const server = await startPostgres();
	try {
		const admin = new pg.Client({ connectionString: server.url("postgres") });
		await admin.connect();
		await admin.query("CREATE DATABASE cakap_mati");
		await admin.end();
		const postgres = await killRounds({ rounds, databaseUrl: server.url("cakap_mati") });
		const lost = sqlite.lost + postgres.lost;
		const figures = {
			kills: sqlite.kills + postgres.kills,
			acknowledgedSqlite: sqlite.acknowledged,
			acknowledgedPostgresql: postgres.acknowledged,
			lostSqlite: sqlite.lost,
			lostPostgresql: postgres.lost,
		};
		return result("kill", figures, [target("lost", lost, "<=", 0)]);
	} finally {
		await server.stop();
	}
}
