import { and, count, eq, lt } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fact } from "#app/activity/record.server.ts";
import type { Agency } from "#app/agencies/findAgency.server.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { firstMonth } from "#app/readiness/rollups.server.ts";
import { isShown } from "#app/readiness/suppress.ts";
import { db } from "#db/client.server.ts";
import { type ActivityKind, activity, courses, courseVersions } from "#db/schema/index.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { foldEverything, record } from "./facts.ts";

const nation = { kind: "nation" } as const;
const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
const times = (n: number, fact: Omit<Fact, "at">, day: string): Fact[] =>
	Array.from({ length: n }, () => ({ ...fact, at: at(day) }));

let big: Agency;
let small: Agency;
let quiet: Agency;
const unit: Record<string, string> = {};
const course = uuid();

beforeAll(async () => {
	big = await makeAgency();
	small = await makeAgency({ code: "3273", name: "Pemerintah Kota Bandung", kind: "city" });
	quiet = await makeAgency({ code: "K-X", name: "Kementerian Sunyi", kind: "ministry", provinceCode: null });
	unit.school = await makeUnit(big.id, "Dinas Pendidikan");
	unit.teachers = await makeUnit(big.id, "Bidang Guru", unit.school);
	unit.data = await makeUnit(big.id, "Bidang Data", unit.school);
	unit.health = await makeUnit(big.id, "Dinas Kesehatan");
	unit.books = await makeUnit(big.id, "Dinas Arsip");
	await makeCourse(big.id);
	const join = (n: number, unitId: string | undefined, day: string) =>
		times(n, { kind: "person.joined", agencyId: big.id, unitId }, day);
	const enrol = (n: number, unitId: string | undefined, day: string) =>
		times(n, { kind: "course.enrolled", agencyId: big.id, unitId, courseId: course }, day);
	await record([
		...join(25, unit.teachers, "2026-02-03"),
		...join(4, unit.data, "2026-02-03"),
		...join(30, unit.health, "2026-02-03"),
		...join(12, unit.books, "2026-02-03"),
		...enrol(11, unit.teachers, "2026-03-03"),
		...enrol(3, unit.data, "2026-04-03"),
		...enrol(13, unit.health, "2026-04-03"),
	]);
	await record(times(8, { kind: "person.joined", agencyId: small.id }, "2026-02-03"));
	await foldEverything();
});

describe("the nation", () => {
	it("shows each agency as of the end of the month, small counts hidden", async () => {
		const { lines, reporting } = await nationReadiness("2026-04", [nation]);
		const cells = Object.fromEntries(lines.map((line) => [line.code, line.cells]));
		expect(cells["3204"]).toMatchObject({ people: 71, enrolled: 27, finished: "few", jp: "closed" });
		expect(cells["3273"]).toMatchObject({ people: "few", enrolled: "few" });
		expect(cells["K-X"]).toBeNull();
		expect(reporting).toBe(2);
		const march = await nationReadiness("2026-03", [nation]);
		expect(march.lines.find((line) => line.code === "3204")?.cells).toMatchObject({
			people: 71,
			enrolled: 11,
		});
	});

	it("shows only true counts, each equal to a count over the raw rows", async () => {
		const kinds = { people: "person.joined", enrolled: "course.enrolled" } as const;
		const { lines } = await nationReadiness("2026-04", [nation]);
		for (const { id, cells } of lines) {
			for (const [measure, kind] of Object.entries(kinds)) {
				const cell = cells?.[measure as keyof typeof kinds];
				const raw = await countRaw(id, kind);
				if (cell === undefined) expect(raw).toBe(0);
				else if (isShown(cell)) expect(cell).toBe(raw);
				else expect(raw).toBeLessThan(10);
			}
		}
	});

	it("gives no total that tells a hidden count", async () => {
		const { total, provinces } = await nationReadiness("2026-04", [nation]);
		expect(total.people).toEqual({ value: 71, exact: false, few: 1 });
		expect(provinces.find((one) => one.code === "32")?.figures?.people).toEqual(total.people);
	});

	it("has no data before the first fact, and says which month that was", async () => {
		const { lines, reporting, months } = await nationReadiness("2026-01", [nation]);
		expect(reporting).toBe(0);
		expect(lines.every((line) => line.cells === null)).toBe(true);
		expect(months.every((one) => one.figures === null)).toBe(true);
		expect(await firstMonth()).toBe("2026-02");
	});

	it("shows an agency's own people everything of it", async () => {
		const { lines } = await nationReadiness("2026-04", [nation, { kind: "agency", agencyId: small.id }]);
		expect(lines.find((line) => line.code === "3273")?.cells).toMatchObject({ people: 8, enrolled: 0 });
	});
});

describe("an agency", () => {
	it("is shown from inside by unit in two levels, by course and by month", async () => {
		const view = await agencyReadiness(big.id, "2026-04", true);
		expect(view?.total).toMatchObject({ people: 71, enrolled: 27, finished: 0 });
		expect(
			view?.units.map((line) => [line.name, line.level, line.cells.people, line.cells.enrolled]),
		).toEqual([
			["Dinas Arsip", 1, 12, 0],
			["Dinas Kesehatan", 1, 30, 13],
			["Dinas Pendidikan", 1, 29, 14],
			["Bidang Data", 2, 4, 3],
			["Bidang Guru", 2, 25, 11],
		]);
		expect(view?.courses.map((line) => [line.title, line.cells.enrolled])).toEqual([["Judul 2", 27]]);
		expect(view?.months.slice(-4).map((one) => one.cells?.enrolled)).toEqual([undefined, 0, 11, 27]);
	});

	it("hides from outside what is small, and what would tell it", async () => {
		const view = await agencyReadiness(big.id, "2026-04", false);
		const people = Object.fromEntries((view?.units ?? []).map((line) => [line.name, line.cells.people]));
		expect(people).toEqual({
			"Dinas Arsip": 12,
			"Dinas Kesehatan": 30,
			"Dinas Pendidikan": 29,
			"Bidang Data": "few",
			"Bidang Guru": "closed",
		});
		expect(view?.units[0]?.cells.enrolled).toBe("few");
		expect(view?.units.find((line) => line.name === "Dinas Kesehatan")?.cells.enrolled).toBe("closed");
	});

	it("without data has none to show", async () => {
		expect(await agencyReadiness(quiet.id, "2026-04", false)).toBeNull();
		expect(await agencyReadiness(big.id, "2026-01", true)).toBeNull();
	});
});

async function countRaw(agencyId: string, kind: ActivityKind): Promise<number> {
	const end = Date.parse("2026-04-30T17:00:00Z");
	const where = and(eq(activity.agencyId, agencyId), eq(activity.kind, kind), lt(activity.occurredAt, end));
	const [row] = await db.select({ n: count() }).from(activity).where(where);
	return row?.n ?? 0;
}

async function makeCourse(agencyId: string) {
	await db.insert(courses).values({ id: course, slug: "uji", agencyId, audience: "all", createdAt: 0 });
	const version = {
		courseId: course,
		summary: "",
		outcomes: [],
		level: 1,
		competences: [],
		jp: 4,
		jpCalculation: [],
		form: 16,
		authors: [],
		sources: [],
		reviewedOn: "2026-01-01",
		signatory: { name: "", position: "" },
		exam: {
			durationMinutes: 1,
			passMark: 70,
			attempts: 1,
			waitHours: 0,
			feedback: "full" as const,
			blueprint: [],
		},
		contentHash: "",
		searchText: "",
		publishedAt: 0,
	};
	const versions = [1, 2].map((number) => ({ ...version, id: uuid(), number, title: `Judul ${number}` }));
	await db.insert(courseVersions).values(versions);
}
