import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { connection } from "#db/client.server.ts";
import { makeAgency } from "#tests/support/make/agencies.ts";
import { foldEverything, record } from "./facts.ts";

const grows =
	/(from|join) "(activity|people|memberships|enrolments|lesson_progress|attempts|certificates|jp_ledger)"/;
let agencyId: string;

beforeAll(async () => {
	agencyId = (await makeAgency()).id;
	await record([{ kind: "person.joined", agencyId, at: Date.parse("2026-03-01T00:00:00Z") }]);
	await foldEverything();
});
afterEach(() => vi.restoreAllMocks());

const pages = {
	nation: () => nationReadiness("2026-04", [{ kind: "nation" }]),
	agency: () => agencyReadiness(agencyId, "2026-04", true),
};

it.each(Object.entries(pages))(
	"the %s reads no table that grows with the number of people",
	async (_, read) => {
		const statements = await statementsOf(read);
		expect(statements.length).toBeGreaterThan(2);
		expect(statements.filter((statement) => grows.test(statement))).toEqual([]);
		expect(
			plansOf(statements).filter((step) => /SCAN (agency_months|unit_course_months)/.test(step)),
		).toEqual([]);
	},
);

/** Every statement that the work sends to the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	const open = connection();
	const texts: string[] = [];
	if (open.dialect === "sqlite") {
		const prepare = open.client.prepare.bind(open.client);
		vi.spyOn(open.client, "prepare").mockImplementation((text: string) => {
			texts.push(text);
			return prepare(text);
		});
	} else {
		const query = open.pool.query.bind(open.pool) as (...args: unknown[]) => unknown;
		vi.spyOn(open.pool, "query").mockImplementation((...args: unknown[]) => {
			texts.push((args[0] as { text: string }).text);
			return query(...args);
		});
	}
	await work();
	vi.restoreAllMocks();
	return texts;
}

/** SQLite's plan does not hang on how many rows there are; PostgreSQL rightly scans a table this small. */
function plansOf(statements: string[]): string[] {
	const open = connection();
	if (open.dialect !== "sqlite") return [];
	return statements.flatMap((statement) => {
		const parameters = Array.from({ length: statement.split("?").length - 1 }, () => "");
		const steps = open.client.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...parameters);
		return (steps as { detail: string }[]).map((step) => step.detail);
	});
}
