import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Fact } from "#app/activity/record.server.ts";
import { recordActivity } from "#app/activity/record.server.ts";
import { foldAll } from "#app/readiness/foldActivity.server.ts";
import { db } from "#db/client.server.ts";
import { activity, foldCursors } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";

const kinds = [
	"person.joined",
	"person.left",
	"course.enrolled",
	"lesson.read",
	"course.finished",
	"exam.passed",
	"exam.not-passed",
	"certificate.issued",
	"certificate.revoked",
	"version.published",
] as const;

const START = Date.parse("2026-01-01T00:00:00Z");
const END = Date.parse("2026-07-01T00:00:00Z");

/** Any fact of three agencies, four units and two courses within half a year, also facts of no agency. */
export const anyFact: fc.Arbitrary<Fact> = fc.record({
	kind: fc.constantFrom(...kinds),
	agencyId: fc.constantFrom("a1", "a2", "a3", null),
	unitId: fc.constantFrom("u1", "u2", "u3", "u4", null),
	courseId: fc.constantFrom("c1", "c2", null),
	jp: fc.constantFrom(0, 0, 3, 4, -4),
	at: fc.integer({ min: START, max: END }),
});

export const record = (facts: Fact[]) => transaction((tx) => recordActivity(tx, ...facts));

/** Folds until the log's end: transactions of other test files, in other databases, can hold the reader back. */
export async function foldEverything(): Promise<void> {
	const end = Date.now() + 10_000;
	const folded = sql`(select max(${foldCursors.seq}) from ${foldCursors})`;
	for (;;) {
		await foldAll();
		const [last] = await db.select({ seq: sql<number>`max(${activity.seq})`, folded }).from(activity);
		if (!last?.seq || String(last.folded) === String(last.seq)) return;
		if (Date.now() > end) throw new Error("the fold does not reach the end of the log");
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
