import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { makeAgency } from "#tests/support/make/agencies.ts";
import { plansOf, statementsOf } from "#tests/support/statements.ts";
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
