import pg from "pg";
import { expect, test } from "../support/journey.ts";
import { startPostgres } from "../support/postgresServer.ts";
import { killRounds } from "../support/sitting/killRounds.ts";

const KILLS = 20;

test.describe("a server that is killed while people answer", () => {
	// At the same time: most of a round is the start of a server.
	test.describe.configure({ mode: "parallel" });
	test.beforeEach(() => test.setTimeout(400_000));

	test("has every answer that it acknowledged when it is started again, on SQLite", async () => {
		const outcome = await killRounds({ rounds: KILLS, databaseUrl: "" });
		console.log(`SQLite: ${JSON.stringify(outcome)}`);
		expect(outcome).toMatchObject({ kills: KILLS, lost: 0 });
		expect(outcome.fewest).toBeGreaterThan(0);
	});

	test("has every answer that it acknowledged when it is started again, on PostgreSQL", async () => {
		const server = await startPostgres();
		try {
			const admin = new pg.Client({ connectionString: server.url("postgres") });
			await admin.connect();
			await admin.query("CREATE DATABASE cakap_mati");
			await admin.end();
			const outcome = await killRounds({ rounds: KILLS, databaseUrl: server.url("cakap_mati") });
			console.log(`PostgreSQL: ${JSON.stringify(outcome)}`);
			expect(outcome).toMatchObject({ kills: KILLS, lost: 0 });
			expect(outcome.fewest).toBeGreaterThan(0);
		} finally {
			await server.stop();
		}
	});
});
