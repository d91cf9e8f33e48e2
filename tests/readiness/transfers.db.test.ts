import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Fact } from "#app/activity/record.server.ts";
import { addCounts, type Counts, deltaOf, noCounts } from "#app/readiness/delta.ts";
import { foldActivity } from "#app/readiness/foldActivity.server.ts";
import { currentGeneration } from "#app/readiness/generation.server.ts";
import { rebuildRollups } from "#app/readiness/rebuildRollups.server.ts";
import { db } from "#db/client.server.ts";
import {
	activity,
	agencyMonths,
	foldCursors,
	foldForwards,
	settings,
	unitCourseMonths,
} from "#db/schema/index.ts";
import { runs } from "#tests/support/runs.ts";
import { anyFact, foldEverything, record } from "./facts.ts";

const END = Date.parse("2026-06-15T00:00:00Z");
const agencyId = fc.constantFrom("a1", "a2", "a3");
const unitId = fc.constantFrom("u1", "u2", "u3", "u4", null);

/** A unit that goes from one agency to another, in one of two months; now and then it comes back. */
const transfer: fc.Arbitrary<Fact> = fc
	.record({
		agencyId,
		unitId,
		toAgency: agencyId,
		toUnit: unitId,
		at: fc.constantFrom(END, END - 40 * 86_400_000),
	})
	.filter((one) => `${one.agencyId} ${one.unitId}` !== `${one.toAgency} ${one.toUnit}`)
	.map(({ toAgency, toUnit, ...from }) => ({
		...from,
		kind: "unit.transferred" as const,
		data: { toAgency, toUnit: toUnit ?? "" },
	}));
const history = fc.array(
	fc.tuple(
		fc.array(fc.oneof({ weight: 3, arbitrary: anyFact }, { weight: 1, arbitrary: transfer }), {
			maxLength: 14,
		}),
		fc.integer({ min: 1, max: 9 }),
	),
	{ maxLength: 4 },
);

async function empty() {
	for (const table of [activity, agencyMonths, unitCourseMonths, foldCursors, foldForwards, settings])
		await db.delete(table);
}

const isSomething = (counts: Counts) =>
	Object.keys(noCounts).some((key) => counts[key as keyof Counts] !== 0);
type Row = Counts & { agencyId: string; unitId?: string; month: string };
const only = ({ people, enrolled, finished, passed, certificates, jp }: Counts): Counts => ({
	...{ people, enrolled, finished, passed, certificates, jp },
});

function sums(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, Counts> {
	const found = new Map<string, Counts>();
	for (const row of rows) found.set(keyOf(row), addCounts(found.get(keyOf(row)) ?? noCounts, only(row)));
	return Object.fromEntries([...found].filter(([, counts]) => isSomething(counts)).sort());
}

/** The state of each place, told by carrying the facts themselves about, one after the other. */
function carriedAbout(facts: readonly Fact[]): Record<string, Counts> {
	const places = new Map<string, string>();
	const heaps = new Map<string, Counts>();
	const placeOf = (key: string): string => (places.has(key) ? placeOf(places.get(key) ?? "") : key);
	for (const fact of facts) {
		const from = `${fact.agencyId} ${fact.unitId ?? ""}`;
		if (fact.kind === "unit.transferred") {
			const to = `${fact.data?.toAgency} ${fact.data?.toUnit}`;
			places.delete(to);
			places.set(from, to);
			heaps.set(to, addCounts(heaps.get(to) ?? noCounts, heaps.get(from) ?? noCounts));
			heaps.delete(from);
			continue;
		}
		const delta = deltaOf({
			unitId: null,
			courseId: null,
			agencyId: null,
			jp: 0,
			...fact,
			occurredAt: fact.at,
		});
		if (!delta) continue;
		const place = placeOf(from);
		heaps.set(place, addCounts(heaps.get(place) ?? noCounts, only(delta)));
	}
	return Object.fromEntries([...heaps].filter(([, counts]) => isSomething(counts)).sort());
}

async function rollups() {
	const units = await db
		.select()
		.from(unitCourseMonths)
		.where(eq(unitCourseMonths.generation, currentGeneration));
	const agencies = await db.select().from(agencyMonths).where(eq(agencyMonths.generation, currentGeneration));
	return { units, agencies };
}

it("figures go with their units: each place has what was carried to it, the nation's months stay, a rebuild agrees", async () => {
	await fc.assert(
		fc
			.asyncProperty(history, async (chunks) => {
				for (const [facts, limit] of chunks) {
					await record(facts);
					await foldActivity(limit);
				}
				await foldEverything();
				const facts = chunks.flatMap(([some]) => some);
				const { units, agencies } = await rollups();
				const byPlace = sums(units, (row) => `${row.agencyId} ${row.unitId}`);
				expect(byPlace).toEqual(carriedAbout(facts));
				const months = sums(units, ({ month }) => month);
				expect(sums(agencies, ({ month }) => month)).toEqual(months);
				const told = facts.flatMap(
					(fact) =>
						deltaOf({ unitId: null, courseId: null, agencyId: null, jp: 0, ...fact, occurredAt: fact.at }) ??
						[],
				);
				expect(months).toEqual(sums(told, ({ month }) => month));
				expect(sums(agencies, (row) => `${row.agencyId} ${row.month}`)).toEqual(
					sums(units, (row) => `${row.agencyId} ${row.month}`),
				);
				await rebuildRollups();
				await foldEverything();
				const again = await rollups();
				const whole = (row: Row) => `${row.agencyId} ${row.unitId} ${row.month}`;
				expect(sums(again.units, whole)).toEqual(sums(units, whole));
			})
			.beforeEach(empty),
		{ numRuns: runs(25) },
	);
});

it("a month that is over keeps its figures, also when a fact of it is told after the unit has gone", async () => {
	await empty();
	const may = Date.parse("2026-05-10T00:00:00Z");
	const fact = { kind: "course.enrolled", agencyId: "a1", unitId: "u1", courseId: "c1", at: may } as const;
	await record([fact]);
	await record([
		{
			kind: "unit.transferred",
			agencyId: "a1",
			unitId: "u1",
			at: END,
			data: { toAgency: "a2", toUnit: "u1" },
		},
	]);
	await record([
		{ ...fact, recordedAt: END + 1 },
		{ ...fact, at: END + 1 },
	]);
	await foldEverything();
	const { agencies } = await rollups();
	const enrolled = sums(agencies, (row) => `${row.agencyId} ${row.month}`);
	expect(Object.entries(enrolled).map(([key, counts]) => [key, counts.enrolled])).toEqual([
		["a1 2026-05", 2],
		["a1 2026-06", -2],
		["a2 2026-06", 3],
	]);
});
