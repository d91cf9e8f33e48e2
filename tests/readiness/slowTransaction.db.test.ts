import { asc } from "drizzle-orm";
import pg from "pg";
import { expect, it } from "vitest";
import { foldAll } from "#app/readiness/foldActivity.server.ts";
import { db } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import { agencyMonths } from "#db/schema/index.ts";
import { foldEverything, record } from "./facts.ts";

const at = Date.parse("2026-03-02T00:00:00Z");
const fact = { kind: "course.enrolled", courseId: "c1", at } as const;

async function enrolled() {
	const rows = await db.select().from(agencyMonths).orderBy(asc(agencyMonths.agencyId));
	return rows.map((row) => [row.agencyId, row.enrolled]);
}

it("reads what is committed, and nothing twice", async () => {
	await record([{ ...fact, agencyId: "first" }]);
	await foldEverything();
	expect(await foldAll()).toBe(0);
	expect(await enrolled()).toEqual([["first", 1]]);
});

// SQLite has one writer at a time: rows appear in the order of their numbers, and none can come late.
if (dialect() === "postgresql") {
	it("loses no row of a transaction that commits behind the reader", async () => {
		const slow = new pg.Client({ connectionString: process.env.DATABASE_URL });
		await slow.connect();
		await slow.query("BEGIN");
		await slow.query(
			`INSERT INTO activity (id, kind, agency_id, course_id, data, occurred_at, recorded_at)
			VALUES ('slow', 'course.enrolled', 'slow', 'c1', '{}', $1, $1)`,
			[at],
		);
		await record([{ ...fact, agencyId: "quick" }]);
		// The quick row has the higher number and is committed: read now, it would take the cursor past the slow one.
		expect(await foldAll()).toBe(0);
		await slow.query("COMMIT");
		await slow.end();
		await foldEverything();
		expect(await enrolled()).toEqual([
			["first", 1],
			["quick", 1],
			["slow", 1],
		]);
	});
}
