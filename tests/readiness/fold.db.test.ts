import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addCounts, type Counts, noCounts } from "#app/readiness/delta.ts";
import { foldActivity } from "#app/readiness/foldActivity.server.ts";
import { beginGeneration, currentGeneration, requireBuilding } from "#app/readiness/generation.server.ts";
import { rebuildRollups } from "#app/readiness/rebuildRollups.server.ts";
import { db } from "#db/client.server.ts";
import { activity, agencyMonths, foldCursors, settings, unitCourseMonths } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { runs } from "#tests/support/runs.ts";
import { anyFact, foldEverything, record } from "./facts.ts";

const current = (table: typeof agencyMonths | typeof unitCourseMonths) =>
	eq(table.generation, currentGeneration);
const withoutGeneration = <T extends { generation: string }>({ generation: _, ...rest }: T) => rest;
const byKey = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Rows that came back to zero tell nothing. */
const isSomething = (row: Counts) => Object.keys(noCounts).some((key) => row[key as keyof Counts] !== 0);

async function rollups() {
	const byAgency = await db.select().from(agencyMonths).where(current(agencyMonths));
	const byUnit = await db.select().from(unitCourseMonths).where(current(unitCourseMonths));
	return {
		byAgency: byAgency.filter(isSomething).map(withoutGeneration).sort(byKey),
		byUnit: byUnit.filter(isSomething).map(withoutGeneration).sort(byKey),
	};
}

async function empty() {
	for (const table of [activity, agencyMonths, unitCourseMonths, foldCursors, settings])
		await db.delete(table);
}

beforeEach(empty);

describe("folding the activity log", () => {
	it("agrees with counting raw rows and with a rebuild, whatever happened and however it was chunked", async () => {
		const chunks = fc.array(fc.tuple(fc.array(anyFact, { maxLength: 12 }), fc.integer({ min: 1, max: 9 })), {
			maxLength: 5,
		});
		await fc.assert(
			fc
				.asyncProperty(chunks, async (history) => {
					for (const [facts, limit] of history) {
						await record(facts);
						await foldActivity(limit);
					}
					await foldEverything();
					const incremental = await rollups();
					expect(incremental.byAgency).toEqual(await countedFromRawRows());
					await rebuildRollups();
					await foldEverything();
					expect(await rollups()).toEqual(incremental);
					expect(totals(incremental.byUnit)).toEqual(totals(incremental.byAgency));
				})
				.beforeEach(empty),
			{ numRuns: runs(25) },
		);
	});

	it("puts a fact into the month of WIB in which it happened, however late it is told", async () => {
		const fact = { kind: "course.enrolled", agencyId: "a1", courseId: "c1" } as const;
		await record([{ ...fact, at: Date.parse("2026-03-31T16:59:59Z") }]);
		await record([{ ...fact, at: Date.parse("2026-03-31T17:00:00Z") }]);
		await foldEverything();
		await record([
			{ ...fact, at: Date.parse("2026-01-05T00:00:00Z"), recordedAt: Date.parse("2026-06-01T00:00:00Z") },
		]);
		await foldEverything();
		const months = (await rollups()).byAgency.map((row) => [row.month, row.enrolled]);
		expect(months).toEqual([
			["2026-01", 1],
			["2026-03", 1],
			["2026-04", 1],
		]);
	});

	it("takes back what a revocation and a departure take back", async () => {
		const at = Date.parse("2026-02-10T00:00:00Z");
		const of = { agencyId: "a1", unitId: "u1", at };
		await record([
			{ ...of, kind: "person.joined", personId: "p1" },
			{ ...of, kind: "person.joined", personId: "p2" },
			{ ...of, kind: "person.left", personId: "p2" },
			{ ...of, kind: "certificate.issued", courseId: "c1", jp: 4 },
			{ ...of, kind: "certificate.issued", courseId: "c1", jp: 4 },
			{ ...of, kind: "certificate.revoked", courseId: "c1", jp: -4 },
		]);
		await foldEverything();
		expect((await rollups()).byAgency).toEqual([
			{ agencyId: "a1", month: "2026-02", ...noCounts, people: 1, certificates: 1, jp: 4 },
		]);
	});

	it("leaves one generation after a rebuild, and folds on into it", async () => {
		const fact = {
			kind: "course.enrolled",
			agencyId: "a1",
			courseId: "c1",
			at: Date.parse("2026-03-01T00:00:00Z"),
		} as const;
		await record([fact]);
		await foldEverything();
		await rebuildRollups();
		await rebuildRollups();
		await record([fact]);
		await foldEverything();
		expect((await db.select().from(agencyMonths)).map((row) => row.enrolled)).toEqual([2]);
		expect(await db.select().from(foldCursors)).toHaveLength(1);
	});
});

describe("a rebuild", () => {
	it("ends itself when another has begun, and leaves what pages read whole", async () => {
		await record([
			{ kind: "course.enrolled", agencyId: "a1", courseId: "c1", at: Date.parse("2026-03-01T00:00:00Z") },
		]);
		await foldEverything();
		const before = await rollups();
		const generation = await transaction(beginGeneration);
		await transaction(beginGeneration);
		const goingOn = transaction((tx) => requireBuilding(tx, generation));
		await expect(goingOn).rejects.toThrow(/penghitungan ulang lain/);
		expect(await rollups()).toEqual(before);
	});
});

type Row = Counts & { agencyId: string; month: string };
const totals = (rows: readonly Counts[]) => rows.map(only).reduce(addCounts, noCounts);
const only = ({ people, enrolled, finished, passed, certificates, jp }: Counts) => ({
	people,
	enrolled,
	finished,
	passed,
	certificates,
	jp,
});

/** Counts once more, by other means than the fold's: row by row from the log. */
async function countedFromRawRows(): Promise<Row[]> {
	const rows = await db.select().from(activity);
	const wib = new Intl.DateTimeFormat("sv-SE", {
		timeZone: "Asia/Jakarta",
		year: "numeric",
		month: "2-digit",
	});
	const keys = new Set(
		rows.flatMap((r) => (r.agencyId ? [`${r.agencyId}|${wib.format(r.occurredAt)}`] : [])),
	);
	const counted = [...keys].map((key) => {
		const [agencyId = "", month = ""] = key.split("|");
		const mine = rows.filter((r) => r.agencyId === agencyId && wib.format(r.occurredAt) === month);
		const count = (kind: string) => mine.filter((r) => r.kind === kind).length;
		return {
			agencyId,
			month,
			people: count("person.joined") - count("person.left"),
			enrolled: count("course.enrolled"),
			finished: count("course.finished"),
			passed: count("exam.passed"),
			certificates: count("certificate.issued") - count("certificate.revoked"),
			jp: mine.reduce((sum, r) => sum + r.jp, 0),
		};
	});
	return counted.filter(isSomething).sort(byKey);
}
