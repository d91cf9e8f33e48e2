import { and, asc, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { agencyAsOf, unitTreeAsOf } from "#app/agencies/history.server.ts";
import { importRegistry } from "#app/agencies/importRegistry.server.ts";
import type { AgencyScope } from "#app/agencies/scope.ts";
import { unitsOf } from "#app/agencies/units.server.ts";
import { endMembership } from "#app/people/endMembership.server.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import {
	applyReorganisation,
	planReorganisation,
	undoReorganisation,
} from "#app/records/reorganisation/acts.server.ts";
import { advanceReorganisation } from "#app/records/reorganisation/advance.server.ts";
import { hindrancesOf } from "#app/records/reorganisation/hindrances.server.ts";
import type { Plan } from "#app/records/reorganisation/plan.ts";
import { db } from "#db/client.server.ts";
import { auditLog, memberships, reorganisations, roleGrants } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { agencyRow, makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { makePerson } from "#tests/support/make/course.ts";
import { foldEverything, record } from "../readiness/facts.ts";

const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
const NOW = at("2026-11-25");
const TODAY = "2026-11-25";
const actor = { id: null, name: "Uji" };
const course = uuid();

let serial = 0;
let agencyId: string;
let code: string;
const unit: Record<string, string> = {};
const people: Record<string, string[]> = {};

/** An agency with two offices, one of them with a section: 3, 2 and 1 people, and what they did in June. */
beforeEach(async () => {
	serial++;
	code = String(3300 + serial);
	agencyId = (await makeAgency({ code, name: `Pemerintah Kabupaten ${code}`, shortName: code })).id;
	unit.a = await makeUnit(agencyId, "Dinas Arsip");
	unit.b = await makeUnit(agencyId, "Dinas Buku");
	unit.part = await makeUnit(agencyId, "Bidang Baca", unit.b);
	for (const [name, n] of [
		["a", 3],
		["b", 2],
		["part", 1],
	] as const) {
		const unitId = unit[name] ?? "";
		people[name] = [];
		for (let i = 0; i < n; i++) people[name]?.push(await workingIn(unitId));
		const fact = { kind: "course.enrolled" as const, agencyId, unitId, courseId: course };
		await record(Array.from({ length: 2 * n }, () => ({ ...fact, at: at("2026-06-10") })));
	}
	await foldEverything();
});

async function workingIn(unitId: string): Promise<string> {
	const personId = await makePerson(agencyId, "Sari Uji", at("2026-06-01"));
	// makePerson puts people into no unit: the fact and the post of this one say which.
	await db.update(memberships).set({ unitId }).where(eq(memberships.personId, personId));
	await record([
		{ kind: "person.left", personId, agencyId, unitId: null, at: at("2026-06-01") },
		{ kind: "person.joined", personId, agencyId, unitId, at: at("2026-06-01") },
	]);
	return personId;
}

const own = (): AgencyScope => ({ kind: "agency", agencyId });
const made = (name: string) => ({ id: uuid(), code: name.toUpperCase(), name });
const mergeInto = (name: string): Plan => ({
	kind: "unit.merge",
	unitIds: [unit.a ?? "", unit.b ?? ""],
	into: null,
	made: { ...made(name), parentId: null },
});

async function plan(what: Plan, day = TODAY, now = NOW) {
	const words = { reason: "Penataan organisasi", legalBasis: "Perbup 1/2026" };
	return transaction((tx) => planReorganisation(tx, { agencyId, plan: what, day, ...words, actor, now }));
}

async function done(what: Plan, day = TODAY, now = NOW): Promise<string> {
	const planned = await plan(what, day, now);
	if ("refused" in planned) throw new Error(planned.refused);
	const { id } = planned;
	expect(await transaction((tx) => applyReorganisation(tx, { id, scope: own(), actor, now }))).toBe("done");
	await advanceReorganisation(id, () => now);
	return id;
}

async function undo(id: string, now = NOW) {
	const act = { id, scope: own(), actor, now, reason: "Keliru" };
	const outcome = await transaction((tx) => undoReorganisation(tx, act));
	await advanceReorganisation(id, () => now);
	await foldEverything();
	return outcome;
}

const report = async (month: string) =>
	JSON.stringify([
		await agencyReadiness(agencyId, month, true),
		await agencyReadiness(agencyId, month, false),
	]);
const linesOf = async (month: string) => {
	const view = await agencyReadiness(agencyId, month, true);
	return (view?.units ?? []).map(({ name, kind, cells }) => [
		kind === "unit" ? name : kind,
		cells.people,
		cells.enrolled,
	]);
};
const treeOn = async (day: string) =>
	(await unitTreeAsOf(agencyId, day)).map(({ name, level }) => `${level} ${name}`);
const postsIn = async (unitId: string | undefined) => {
	const open = and(eq(memberships.unitId, unitId ?? ""), isNull(memberships.validTo));
	const rows = await db.select({ id: memberships.personId }).from(memberships).where(open);
	return rows.map(({ id }) => id).sort();
};
const everyPost = () =>
	db.select().from(memberships).where(eq(memberships.agencyId, agencyId)).orderBy(asc(memberships.id));

describe("a name", () => {
	it("is known as of any day, for a unit and for the agency", async () => {
		await done(
			{ kind: "unit.rename", unitId: unit.a ?? "", code: "ARS", name: "Dinas Kearsipan" },
			"2026-08-17",
		);
		await done(
			{ kind: "agency.rename", name: "Pemerintah Kabupaten Baru", shortName: `Baru ${code}` },
			"2026-09-01",
		);
		expect(await treeOn("2026-08-16")).toEqual(["1 Dinas Arsip", "1 Dinas Buku", "2 Bidang Baca"]);
		expect(await treeOn("2026-08-17")).toEqual(["1 Dinas Buku", "2 Bidang Baca", "1 Dinas Kearsipan"]);
		expect(await treeOn("2025-12-31")).toEqual([]);
		expect((await agencyAsOf(agencyId, "2026-08-31"))?.name).toBe(`Pemerintah Kabupaten ${code}`);
		expect(await agencyAsOf(agencyId, "2026-09-01")).toMatchObject({
			name: "Pemerintah Kabupaten Baru",
			legalBasis: "Perbup 1/2026",
		});
		expect(await agencyAsOf(agencyId, "2019-12-31")).toBeNull();
	});

	it("that an act gave the agency is not taken back by the registry's file", async () => {
		const id = await done({ kind: "agency.rename", name: "Nama Baru", shortName: `NB ${code}` });
		const row = agencyRow({ code, name: "Nama Berkas", shortName: `BK ${code}` });
		await transaction((tx) => importRegistry(tx, { provinces: [], agencies: [row] }));
		expect((await agencyAsOf(agencyId, TODAY))?.name).toBe("Nama Baru");
		expect(await undo(id)).toBe("done");
		expect((await agencyAsOf(agencyId, TODAY))?.name).toBe(`Pemerintah Kabupaten ${code}`);
	});
});

describe("a merge", () => {
	it("takes people, units below and figures along, and changes no report of the past", async () => {
		const [june, october] = [await report("2026-06"), await report("2026-10")];
		await done(mergeInto("Dinas Perpustakaan"), "2026-11-01");
		await foldEverything();
		expect(await report("2026-06")).toBe(june);
		expect(await report("2026-10")).toBe(october);
		expect(await linesOf("2026-11")).toEqual([
			["Dinas Perpustakaan", 6, 12],
			["Bidang Baca", 1, 2],
			["direct", 5, 10],
		]);
		const open = (await unitsOf(agencyId)).filter(({ validTo }) => validTo === null);
		const top = open.find(({ level }) => level === 1);
		expect(await postsIn(top?.id)).toEqual([...(people.a ?? []), ...(people.b ?? [])].sort());
		expect(await treeOn("2026-10-31")).toHaveLength(3);
		expect(await treeOn("2026-11-01")).toEqual(["1 Dinas Perpustakaan", "2 Bidang Baca"]);
		const [act] = await db.select().from(reorganisations).where(eq(reorganisations.agencyId, agencyId));
		expect(act).toMatchObject({ state: "applied", people: 5 });
		const [audit] = await db
			.select()
			.from(auditLog)
			.where(eq(auditLog.subjectId, act?.id ?? ""));
		expect(audit).toMatchObject({
			action: "unit.merge",
			agencyId,
			detail: { reason: "Penataan organisasi", legalBasis: "Perbup 1/2026", day: "2026-11-01" },
		});
	});

	it("that is dated back leaves the months that are over as they were", async () => {
		const before = await report("2026-10");
		await done(mergeInto("Dinas Perpustakaan"), "2026-07-01");
		expect(await report("2026-10")).toBe(before);
		expect(await treeOn("2026-07-01")).toEqual(["1 Dinas Perpustakaan", "2 Bidang Baca"]);
		const moved = (await everyPost()).filter(({ validTo }) => validTo !== null);
		// 1 November, 00.00 WIB.
		expect(new Set(moved.map(({ validTo }) => validTo))).toEqual(
			new Set([Date.parse("2026-10-31T17:00:00Z")]),
		);
	});

	it("is undone whole in the same month, as if it had not been", async () => {
		const [before, posts, units] = [await report("2026-11"), await everyPost(), await treeOn(TODAY)];
		const id = await done(mergeInto("Dinas Perpustakaan"));
		expect(await undo(id)).toBe("done");
		expect(await report("2026-11")).toBe(before);
		expect(await everyPost()).toEqual(posts);
		expect(await treeOn(TODAY)).toEqual(units);
		expect(await undo(id)).toBe("not-now");
	});

	it("undone a month later leaves the report of its own month, and figures that came up meanwhile", async () => {
		const id = await done(mergeInto("Dinas Perpustakaan"));
		const merged = (await unitsOf(agencyId)).find(({ name }) => name === "Dinas Perpustakaan");
		const fact = { kind: "course.enrolled" as const, agencyId, unitId: merged?.id ?? "", courseId: course };
		await record([{ ...fact, at: at("2026-11-26") }]);
		await foldEverything();
		const november = await report("2026-11");
		expect(await undo(id, at("2026-12-10"))).toBe("done");
		expect(await report("2026-11")).toBe(november);
		expect(await linesOf("2026-12")).toEqual([
			["Dinas Arsip", 3, 7],
			["Dinas Buku", 3, 6],
			["Bidang Baca", 1, 2],
			["direct", 2, 4],
		]);
		// Whatever comes later finds one open version of each.
		await done({ kind: "unit.close", unitId: unit.part ?? "" }, "2026-12-11", at("2026-12-11"));
		expect(await report("2026-11")).toBe(november);
		expect(await linesOf("2026-12")).toEqual([
			["Dinas Arsip", 3, 7],
			["Dinas Buku", 3, 6],
		]);
	});

	it("is not undone while something newer touched the same, which is named", async () => {
		const id = await done(mergeInto("Dinas Perpustakaan"));
		const personId = people.a?.[0] ?? "";
		await transaction((tx) => endMembership(tx, { personId, now: NOW + 1 }));
		const newcomer = await makePerson(agencyId, "Nia Baru", NOW);
		const merged = (await unitsOf(agencyId)).find(({ name }) => name === "Dinas Perpustakaan");
		await db.update(memberships).set({ unitId: merged?.id }).where(eq(memberships.personId, newcomer));
		await done({ kind: "unit.rename", unitId: merged?.id ?? "", code: "PUS", name: "Dinas Pustaka" });
		expect(await undo(id)).toBe("hindered");
		expect(await reading((tx) => hindrancesOf(tx, { id, agencyId }))).toEqual([
			{ kind: "unit", id: merged?.id, name: "Dinas Pustaka", why: "changed" },
			{ kind: "person", id: personId, name: "Sari Uji", why: "changed" },
			{ kind: "person", id: newcomer, name: "Nia Baru", why: "no-place" },
		]);
		expect((await postsIn(merged?.id)).length).toBe(5);
	});
});

describe("roles for a unit", () => {
	it("are for the unit that it is merged into, end when it is closed, and come back with an undo", async () => {
		const head = (unitId = "") => ({
			...{ id: uuid(), personId: people.a?.[0] ?? "", role: "unit-head" as const },
			...{ agencyId, unitId, grantedAt: 1 },
		});
		await db.insert(roleGrants).values([head(unit.a), head(unit.part)]);
		const held = async () => {
			const own = and(eq(roleGrants.agencyId, agencyId), isNull(roleGrants.revokedAt));
			return (await db.select().from(roleGrants).where(own)).map(({ unitId }) => unitId).sort();
		};
		const before = await held();
		const merged = await done(mergeInto("Dinas Perpustakaan"));
		const made = (await unitsOf(agencyId)).find(({ name }) => name === "Dinas Perpustakaan");
		expect(await held()).toEqual([made?.id, unit.part].sort());
		const closed = await done({ kind: "unit.close", unitId: unit.part ?? "" });
		expect(await held()).toEqual([made?.id]);
		expect(await undo(closed)).toBe("done");
		expect(await undo(merged)).toBe("done");
		expect(await held()).toEqual(before);
	});
});

describe("a split", () => {
	const split = (who: string[]): Plan => ({
		kind: "unit.split",
		unitId: unit.a ?? "",
		parts: [{ ...made("Dinas Data"), people: who }],
	});

	it("moves those named, leaves the rest, and is undone", async () => {
		const [before, october] = [await linesOf("2026-11"), await report("2026-10")];
		const named = people.a?.slice(0, 2) ?? [];
		const id = await done(split(named));
		await foldEverything();
		expect(await report("2026-10")).toBe(october);
		expect(await linesOf("2026-11")).toEqual([
			["Dinas Arsip", 1, 6],
			["Dinas Buku", 3, 6],
			["Bidang Baca", 1, 2],
			["direct", 2, 4],
			["Dinas Data", 2, 0],
		]);
		expect(await postsIn(unit.a)).toEqual([people.a?.[2]]);
		expect(await undo(id)).toBe("done");
		expect(await linesOf("2026-11")).toEqual(before);
		expect(await postsIn(unit.a)).toEqual([...(people.a ?? [])].sort());
	});

	it("of people who work elsewhere is refused", async () => {
		expect(await plan(split(people.b ?? []))).toEqual({ refused: "not-there" });
	});
});

describe("who may", () => {
	it("reaches the own agency only, and a unit of another agency is not known there", async () => {
		const elsewhere = (await makeAgency({ code: `9${code}`, name: `Lain ${code}`, shortName: `L ${code}` }))
			.id;
		const foreign = await makeUnit(elsewhere, "Dinas Lain");
		expect(await plan({ kind: "unit.close", unitId: foreign })).toEqual({ refused: "unknown" });
		const planned = await plan(mergeInto("Dinas Perpustakaan"));
		const id = "id" in planned ? planned.id : "";
		const scope = { kind: "agency", agencyId: elsewhere } as const;
		const by = { id, scope, actor, now: NOW };
		expect(await transaction((tx) => applyReorganisation(tx, by))).toBe("unknown");
		expect(await transaction((tx) => undoReorganisation(tx, { ...by, reason: "x" }))).toBe("unknown");
		const nation = { ...by, scope: { kind: "nation" } as const };
		expect(await transaction((tx) => applyReorganisation(tx, nation))).toBe("done");
	});

	it("is decided anew when it is applied", async () => {
		const planned = await plan(mergeInto("Dinas Perpustakaan"));
		await done({ kind: "unit.close", unitId: unit.a ?? "" });
		const by = { id: "id" in planned ? planned.id : "", scope: own(), actor, now: NOW };
		expect(await transaction((tx) => applyReorganisation(tx, by))).toEqual({ refused: "unknown" });
	});
});

describe("an agency", () => {
	it("closes only when it is empty; roles for it end, and come back with an undo", async () => {
		expect(await plan({ kind: "agency.close" })).toEqual({ refused: "occupied" });
		const empty = await makeAgency({ code: `8${code}`, name: `Kosong ${code}`, shortName: `K ${code}` });
		const personId = await makePerson(agencyId, "Sari Uji", NOW);
		const grant = { id: uuid(), personId, role: "agency-admin" as const, agencyId: empty.id, grantedAt: NOW };
		await db.insert(roleGrants).values(grant);
		agencyId = empty.id;
		const id = await done({ kind: "agency.close" });
		const held = () =>
			db.select({ revokedAt: roleGrants.revokedAt }).from(roleGrants).where(eq(roleGrants.id, grant.id));
		expect(await held()).toEqual([{ revokedAt: NOW }]);
		expect(await agencyAsOf(agencyId, TODAY)).toBeNull();
		expect(await plan({ kind: "agency.rename", name: "X", shortName: "X" })).toEqual({ refused: "closed" });
		expect(await undo(id)).toBe("done");
		expect(await held()).toEqual([{ revokedAt: null }]);
		expect((await agencyAsOf(agencyId, TODAY))?.shortName).toBe(`K ${code}`);
	});
});
