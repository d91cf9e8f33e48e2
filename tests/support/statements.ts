import { vi } from "vitest";
import { connection } from "#db/client.server.ts";

/** Every statement that the work sends to the database. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	const open = connection();
	const texts: string[] = [];
	if (open.dialect === "sqlite") {
		// What was prepared before counts as well: drizzle asks for it, and does not get it anew.
		const prepare = open.keeping.prepare.bind(open.keeping);
		vi.spyOn(open.keeping, "prepare").mockImplementation((text: string) => {
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
export function plansOf(statements: string[]): string[] {
	const open = connection();
	if (open.dialect !== "sqlite") return [];
	return statements.flatMap((statement) => {
		const parameters = Array.from({ length: statement.split("?").length - 1 }, () => "1");
		const steps = open.client.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...parameters);
		return (steps as { detail: string }[]).map((step) => step.detail);
	});
}
