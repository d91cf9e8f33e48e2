import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fact } from "#app/activity/record.server.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { type Counts, measures } from "#app/readiness/delta.ts";
import { monthOf } from "#app/readiness/month.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { type Cells, type Figures, isShown } from "#app/readiness/suppress.ts";
import { db } from "#db/client.server.ts";
import { activity, agencyMonths, foldCursors, settings, unitCourseMonths } from "#db/schema/index.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { runs } from "#tests/support/runs.ts";
import { foldEverything, record } from "./facts.ts";

const LAST = "2026-05";
const agencyIds: string[] = [];
/** Unit ids with the first-level unit that they count with. */
const units = new Map<string, string>();
const course = uuid();

beforeAll(async () => {
	for (const code of ["3201", "3202", "3203"]) {
		const { id } = await makeAgency({ code, name: `Pemerintah Kabupaten ${code}` });
		agencyIds.push(id);
		for (const name of ["Dinas Satu", "Dinas Dua"]) {
			const top = await makeUnit(id, name);
			units.set(top, top);
			for (const part of ["Bidang A", "Bidang B"]) units.set(await makeUnit(id, part, top), top);
		}
	}
});

async function empty() {
	for (const table of [activity, agencyMonths, unitCourseMonths, foldCursors, settings])
		await db.delete(table);
}

/** A group of equal facts: groups make counts on both sides of ten. */
const group = fc.record({
	kind: fc.constantFrom(
		"person.joined",
		"course.enrolled",
		"course.finished",
		"exam.passed",
		"certificate.issued",
	),
	agency: fc.nat(2),
	unit: fc.nat(5),
	day: fc.nat(170),
	size: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 30 })),
});

describe("each number on the pages", () => {
	it("is a count over the raw rows, and each hidden one is under ten or closed for another's sake", async () => {
		await fc.assert(
			fc
				.asyncProperty(fc.array(group, { minLength: 1, maxLength: 12 }), async (groups) => {
					const facts = groups.flatMap(factsOf);
					await record(facts);
					await foldEverything();
					const nation = await nationReadiness(LAST, [{ kind: "nation" }]);
					for (const line of nation.lines) {
						const raw = facts.filter((fact) => fact.agencyId === line.id && isBy(fact, LAST));
						expectCells(line.cells, raw);
						expect(line.cells === null).toBe(raw.length === 0);
						await expectAgency(line.id, raw);
					}
					const raw = facts.filter((fact) => isBy(fact, LAST));
					expectFigures(nation.total, raw);
					for (const { month, figures } of nation.months) {
						if (figures)
							expectFigures(
								figures,
								facts.filter((fact) => isBy(fact, month)),
							);
					}
				})
				.beforeEach(empty),
			{ numRuns: runs(20) },
		);
	});
});

async function expectAgency(agencyId: string, raw: Fact[]) {
	const view = await agencyReadiness(agencyId, LAST, false);
	if (!view) return expect(raw).toEqual([]);
	expectCells(view.total, raw);
	for (const line of view.units) {
		const id = (fact: Fact) => (line.level === 1 ? units.get(fact.unitId ?? "") : fact.unitId);
		const mine = line.kind === "direct" ? line.id.slice(0, -1) : line.id;
		expectCells(
			line.cells,
			raw.filter((fact) => id(fact) === mine),
		);
	}
	for (const line of view.courses)
		expectCells(
			line.cells,
			raw.filter((fact) => fact.courseId === line.id),
		);
	for (const { month, cells } of view.months)
		expectCells(
			cells,
			raw.filter((fact) => isBy(fact, month)),
		);
}

function expectCells(cells: Cells | null, raw: Fact[]) {
	if (!cells) return expect(raw).toEqual([]);
	const counts = countsOf(raw);
	for (const measure of measures) {
		const cell = cells[measure];
		if (cell === "few") expect(counts[measure]).toBeLessThan(10);
		else if (isShown(cell)) expect(cell).toBe(counts[measure]);
		else if (measure === "jp") expect(isShown(cells.certificates)).toBe(false);
		else expect(counts[measure]).toBeGreaterThanOrEqual(10);
		if (measure !== "jp") expect(isShown(cell) && cell < 10).toBe(false);
	}
}

function expectFigures(figures: Figures, raw: Fact[]) {
	const counts = countsOf(raw);
	for (const measure of measures) {
		const { value, exact } = figures[measure];
		if (exact) expect(value).toBe(counts[measure]);
		else expect(value).toBeLessThanOrEqual(counts[measure]);
	}
}

function factsOf(one: { kind: string; agency: number; unit: number; day: number; size: number }): Fact[] {
	const unitIds = [...units.keys()].slice(one.agency * 6, one.agency * 6 + 6);
	const fact: Fact = {
		kind: one.kind as Fact["kind"],
		agencyId: agencyIds[one.agency] ?? null,
		unitId: unitIds[one.unit] ?? null,
		courseId: one.kind === "person.joined" ? null : course,
		jp: one.kind === "certificate.issued" ? 4 : 0,
		at: Date.parse("2026-01-01T00:00:00Z") + one.day * 86_400_000,
	};
	return Array.from({ length: one.size }, () => fact);
}

const isBy = (fact: Fact, month: string) => monthOf(fact.at) <= month;

function countsOf(facts: Fact[]): Counts {
	const count = (kind: string) => facts.filter((fact) => fact.kind === kind).length;
	return {
		people: count("person.joined"),
		enrolled: count("course.enrolled"),
		finished: count("course.finished"),
		passed: count("exam.passed"),
		certificates: count("certificate.issued"),
		jp: facts.reduce((sum, fact) => sum + (fact.jp ?? 0), 0),
	};
}
