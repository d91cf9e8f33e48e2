import type { AgencyScope } from "#app/agencies/scope.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { connection } from "#db/client.server.ts";

type Asked = { sql: string; parameters: unknown[] };
type Statement = { all: (...parameters: unknown[]) => unknown[]; raw: () => Statement };
const OF_PEOPLE = /^SCAN (people|memberships|identifiers|name_tokens)\b/;

/**
 * The steps of the plans of all queries that these searches ask, by the index that each goes by, and how many read a
 * whole table of people; on the default database.
 */
export async function planSteps(
	scopes: readonly AgencyScope[],
	searches: readonly string[],
): Promise<Record<string, number>> {
	const asked = await queriesOf(async () => {
		for (const scope of scopes)
			for (const search of searches) await findPeople({ scope, search, unitId: "" }, null, 50);
	});
	const steps: Record<string, number> = { planScans: 0 };
	const open = connection();
	if (open.dialect !== "sqlite") return steps;
	for (const { sql, parameters } of asked) {
		const plan = open.client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
		for (const { detail } of plan) {
			if (OF_PEOPLE.test(detail)) steps.planScans = (steps.planScans ?? 0) + 1;
			const [, table, index] = /^SEARCH (\w+) USING (?:COVERING )?INDEX (\w+)/.exec(detail) ?? [];
			if (table && index) steps[`plan:${table}:${index}`] = (steps[`plan:${table}:${index}`] ?? 0) + 1;
		}
	}
	return steps;
}

/** Each distinct query that was prepared meanwhile, with what it was asked with. */
async function queriesOf(act: () => Promise<void>): Promise<Asked[]> {
	const open = connection();
	if (open.dialect !== "sqlite") return [];
	const { client } = open;
	const prepare = client.prepare.bind(client);
	const asked = new Map<string, Asked>();
	const noting = (sql: string) => {
		const statement = prepare(sql) as unknown as Statement;
		for (const name of ["all", "raw"] as const) {
			const own = statement[name].bind(statement) as (...parameters: unknown[]) => unknown;
			Object.assign(statement, {
				[name]: (...parameters: unknown[]) => {
					if (name === "all") asked.set(sql, { sql, parameters });
					return own(...parameters);
				},
			});
		}
		return statement;
	};
	Object.assign(client, { prepare: noting });
	try {
		await act();
	} finally {
		Object.assign(client, { prepare });
	}
	return [...asked.values()];
}
