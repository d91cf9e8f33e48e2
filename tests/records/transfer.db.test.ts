import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { agencyAsOf, unitTreeAsOf } from "#app/agencies/history.server.ts";
import { advancePass, beginPass } from "#app/learning/assignments/pass.server.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { endMembership } from "#app/people/endMembership.server.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { rebuildRollups } from "#app/readiness/rebuildRollups.server.ts";
import {
	applyReorganisation,
	planReorganisation,
	undoReorganisation,
} from "#app/records/reorganisation/acts.server.ts";
import { advanceReorganisation } from "#app/records/reorganisation/advance.server.ts";
import type { Plan } from "#app/records/reorganisation/plan.ts";
import { affectedBy, findReorganisation } from "#app/records/reorganisation/view.server.ts";
import { db } from "#db/client.server.ts";
import {
	type AssignmentRule,
	activity,
	assignmentMembers,
	assignments,
	courses,
	memberships,
	nameTokens,
	reorganisationChanges,
	roleGrants,
	units,
} from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { foldEverything, record } from "../readiness/facts.ts";

const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
const NOW = at("2026-11-25");
const TODAY = "2026-11-25";
const actor = { id: null, name: "Uji" };
const nation = { kind: "nation" } as const;
const course = uuid();

let serial = 0;
let home: string;
let other: string;
let code: string;
const unit: Record<string, string> = {};
const people: Record<string, string[]> = {};

/** A ministry of two directorates, one with a section, and one person in none; and another ministry with one person. */
beforeEach(async () => {
	serial++;
	code = `K-${3300 + serial}`;
	home = (await makeAgency({ code, name: `Kementerian ${code}`, shortName: code, kind: "ministry" })).id;
	other = (await makeAgency({ code: `${code}B`, name: `Kementerian ${code}B`, shortName: `${code}B` })).id;
	unit.a = await makeUnit(home, "Direktorat Hukum");
	unit.b = await makeUnit(home, "Direktorat Imigrasi");
	unit.part = await makeUnit(home, "Subdirektorat Paspor", unit.b);
	unit.theirs = await makeUnit(other, "Direktorat Hukum");
	for (const [name, n] of [
		["a", 3],
		["b", 2],
		["part", 1],
		["none", 1],
	] as const)
		people[name] = await peopleIn(home, unit[name] ?? null, n);
	people.theirs = await peopleIn(other, unit.theirs, 1);
	await foldEverything();
});

/** So many people who work there since June, each enrolled twice. */
async function peopleIn(agencyId: string, unitId: string | null, n: number): Promise<string[]> {
	const post = {
		agencyId,
		unitId,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "Analis",
		grade: "",
	} as const;
	const ids: string[] = [];
	for (let i = 0; i < n; i++) {
		const person = { name: `Sari Uji ${i}`, identifiers: [], post, now: at("2026-06-01") };
		ids.push((await transaction((tx) => createPerson(tx, person)))?.personId ?? "");
	}
	const fact = { kind: "course.enrolled" as const, agencyId, unitId, courseId: course, at: at("2026-06-10") };
	await record(Array.from({ length: 2 * n }, () => fact));
	return ids;
}

const split = (): Plan => ({
	kind: "agency.split",
	parts: [
		{
			id: uuid(),
			code: `${code}-IMI`,
			name: `Kementerian Imigrasi ${code}`,
			shortName: `Imi ${code}`,
			unitIds: [unit.b ?? ""],
		},
	],
});
const merge = (): Plan => ({ kind: "agency.merge", into: other, gathering: uuid() });

async function plan(what: Plan, day = TODAY) {
	const words = { reason: "Penataan kementerian", legalBasis: "Perpres 139/2024" };
	return transaction((tx) =>
		planReorganisation(tx, { agencyId: home, plan: what, day, ...words, actor, now: NOW }),
	);
}
async function done(what: Plan, day = TODAY): Promise<string> {
	const planned = await plan(what, day);
	if ("refused" in planned) throw new Error(planned.refused);
	const { id } = planned;
	expect(await transaction((tx) => applyReorganisation(tx, { id, scope: nation, actor, now: NOW }))).toBe(
		"done",
	);
	await advanceReorganisation(id, () => NOW);
	await foldEverything();
	return id;
}
async function undo(id: string, now = NOW) {
	const act = { id, scope: nation, actor, now, reason: "Keliru sekali" };
	const outcome = await transaction((tx) => undoReorganisation(tx, act));
	await advanceReorganisation(id, () => now);
	await foldEverything();
	return outcome;
}

/** Of both agencies, and of a new one: every number that a report of the month shows. */
const report = async (month: string, ...more: string[]) => {
	const { lines } = await nationReadiness(month, []);
	const ours = lines.filter(({ id }) => [home, other, ...more].includes(id));
	const each = await Promise.all([home, other, ...more].map((id) => agencyReadiness(id, month, true)));
	return JSON.stringify([ours, each]);
};
const linesOf = async (agencyId: string, month: string) => {
	const view = await agencyReadiness(agencyId, month, true);
	return (view?.units ?? []).map(({ name, kind, cells }) => [
		kind === "unit" ? name : kind,
		cells.people,
		cells.enrolled,
	]);
};
const posts = () =>
	db
		.select()
		.from(memberships)
		.where(inArray(memberships.personId, Object.values(people).flat()))
		.orderBy(asc(memberships.id));
const workingIn = async (agencyId: string) => {
	const open = and(eq(memberships.agencyId, agencyId), isNull(memberships.validTo));
	return (await db.select().from(memberships).where(open)).map(({ personId }) => personId).sort();
};
const tokens = async () =>
	(
		await db
			.select()
			.from(nameTokens)
			.where(inArray(nameTokens.personId, Object.values(people).flat()))
	)
		.map((row) => JSON.stringify(row))
		.sort();
const madeAgency = async () => {
	const [row] = await db
		.select()
		.from(units)
		.where(eq(units.id, unit.b ?? ""));
	return row?.agencyId ?? "";
};

const everybody = { ...emptyRule, everyone: true };
/** One for everybody, one for the directorate that stays, one for the section that goes; each person of them has a date of their own. */
async function assigned() {
	const make = async (rule: AssignmentRule) => {
		const id = uuid();
		const terms = {
			title: "Wajib",
			reason: "Uji",
			everyYears: 0,
			startsDay: "2026-06-01",
			dueAfterDays: 400,
		};
		await db.insert(assignments).values({ id, agencyId: home, rule, createdAt: NOW, ...terms });
		await transaction((tx) => beginPass(tx, id, NOW));
		await advancePass(id, () => NOW);
		return id;
	};
	const all = await make(everybody);
	const theirs = await make({ ...emptyRule, units: [unit.a ?? ""] });
	const ours = await make({ ...emptyRule, units: [unit.part ?? ""] });
	const [one = ""] = people.b ?? [];
	await db
		.update(assignmentMembers)
		.set({ exemptAt: 7, exemptReason: "Cuti" })
		.where(eq(assignmentMembers.personId, one));
	return { all, theirs, ours };
}
const duties = async () => {
	const mine = inArray(assignmentMembers.personId, Object.values(people).flat());
	const rows = await db
		.select()
		.from(assignmentMembers)
		.where(and(mine, eq(assignmentMembers.state, "active")));
	return rows
		.map((row) =>
			[row.personId, row.agencyId, row.assignmentId, row.enteredDay, row.dueDay, row.exemptAt].join(" "),
		)
		.sort();
};
/** Each assignment's people are gone over, as whoever follows the log asks for: nobody is dropped or brought in. */
async function settled() {
	const open = await db.select().from(assignments).where(isNull(assignments.endedAt));
	for (const { id } of open) {
		await transaction((tx) => beginPass(tx, id, NOW));
		await advancePass(id, () => NOW);
	}
}
/** Whom the log says to go over. */
const toldOf = async (agencyId: string) =>
	(await db.select().from(activity).where(eq(activity.agencyId, agencyId))).filter(
		({ kind }) => kind === "agency.reorganised",
	).length;
async function twinOf(of: string, agencyId: string): Promise<string | undefined> {
	const rows = await db
		.select()
		.from(reorganisationChanges)
		.where(eq(reorganisationChanges.kind, "assignment"));
	return rows.find(({ after }) => after.of === of && after.agencyId === agencyId)?.rowId;
}

describe("a ministry is split", () => {
	it("with people, figures, names and history; reports of the past stay, and everybody counts once", async () => {
		const [june, october] = [await report("2026-06"), await report("2026-10")];
		await done(split(), "2026-11-01");
		const made = await madeAgency();
		expect(await report("2026-06")).toBe(june);
		expect(await report("2026-10")).toBe(october);
		expect(await linesOf(home, "2026-11")).toEqual([
			["Direktorat Hukum", 3, 6],
			["none", 1, 2],
		]);
		expect(await linesOf(made, "2026-11")).toEqual([
			["Direktorat Imigrasi", 3, 6],
			["Subdirektorat Paspor", 1, 2],
			["direct", 2, 4],
		]);
		expect(await workingIn(made)).toEqual([...(people.b ?? []), ...(people.part ?? [])].sort());
		expect(await workingIn(home)).toEqual([...(people.a ?? []), ...(people.none ?? [])].sort());
		expect((await unitTreeAsOf(home, "2026-10-31")).map(({ name }) => name)).toHaveLength(3);
		expect((await unitTreeAsOf(made, "2026-11-01")).map(({ name, level }) => `${level} ${name}`)).toEqual([
			"1 Direktorat Imigrasi",
			"2 Subdirektorat Paspor",
		]);
		expect(await agencyAsOf(made, "2026-10-31")).toBeNull();
		const { rows: found } = await findPeople(
			{ scope: { kind: "agency", agencyId: made }, search: "sari", unitId: "" },
			null,
			9,
		);
		expect(found).toHaveLength(3);
		const before = await report("2026-11", made);
		await rebuildRollups();
		await foldEverything();
		expect(await report("2026-11", made)).toBe(before);
	});

	it("and what is told later of its past, or of somebody who just left, counts where the unit is", async () => {
		const [first = ""] = people.b ?? [];
		const planned = await plan(split());
		const id = "id" in planned ? planned.id : "";
		await transaction((tx) => applyReorganisation(tx, { id, scope: nation, actor, now: NOW }));
		// Before the job has come to them.
		await transaction((tx) => endMembership(tx, { personId: first, now: NOW + 1 }));
		await advanceReorganisation(id, () => NOW + 2);
		const late = { kind: "course.enrolled" as const, agencyId: home, unitId: unit.b, courseId: course };
		await record([{ ...late, at: at("2026-11-26") }]);
		await foldEverything();
		expect((await linesOf(await madeAgency(), "2026-11"))[0]).toEqual(["Direktorat Imigrasi", 2, 7]);
		expect(await linesOf(home, "2026-11")).toEqual([
			["Direktorat Hukum", 3, 6],
			["none", 1, 2],
		]);
	});

	it("roles go with those who go, and an undo puts all back", async () => {
		const grant = (personId = "", role: "agency-admin" | "unit-head" = "unit-head") => ({
			...{ id: uuid(), personId, role, agencyId: home, grantedAt: 1 },
		});
		await db.insert(roleGrants).values([grant(people.b?.[0]), grant(people.a?.[0], "agency-admin")]);
		const held = async () =>
			(await db.select().from(roleGrants).where(isNull(roleGrants.revokedAt)))
				.filter(({ personId }) => Object.values(people).flat().includes(personId))
				.map(({ personId, role, agencyId }) => `${personId} ${role} ${agencyId}`)
				.sort();
		const before = [await report("2026-11"), await posts(), await tokens(), await held()];
		const id = await done(split());
		const made = await madeAgency();
		expect(await held()).toEqual(
			[`${people.b?.[0]} unit-head ${made}`, `${people.a?.[0]} agency-admin ${home}`].sort(),
		);
		expect(await undo(id)).toBe("done");
		expect([await report("2026-11"), await posts(), await tokens(), await held()]).toEqual(before);
		expect(await agencyAsOf(made, TODAY)).toBeNull();
	});

	it("with what its people have to do: their dates stay, and what was for a part goes on there", async () => {
		const { all, theirs, ours } = await assigned();
		const before = await duties();
		const id = await done(split());
		await settled();
		const made = await madeAgency();
		expect([await toldOf(home), await toldOf(made)]).toEqual([1, 1]);
		const mine = (who: string[] | undefined) =>
			[...(who ?? [])].map((personId) => before.find((row) => row.startsWith(personId)) ?? "");
		const [twinAll, twinOurs] = await Promise.all([all, ours].map((of) => twinOf(of, made)));
		expect((await duties()).filter((row) => row.includes(made))).toEqual(
			[
				...mine([...(people.b ?? []), ...(people.part ?? [])]).map((row) =>
					row.replace(home, made).replace(all, twinAll ?? ""),
				),
				...mine(people.part).map((row) => row.replace(home, made).replace(all, twinOurs ?? "")),
			].sort(),
		);
		expect(await twinOf(theirs, made)).toBeUndefined();
		expect(await undo(id)).toBe("done");
		await settled();
		expect(await duties()).toEqual(before);
	});

	it("is not undone while the new agency has somebody or something of its own", async () => {
		const id = await done(split());
		const made = await madeAgency();
		await peopleIn(made, unit.b ?? null, 1);
		await makeUnit(made, "Direktorat Baru");
		expect(await undo(id)).toBe("hindered");
		const act = await findReorganisation(id, home);
		const { hindrances } = act ? await affectedBy(act, NOW) : { hindrances: [] };
		expect(hindrances.map(({ kind, why }) => `${kind} ${why}`)).toEqual([
			"person no-place",
			"agency no-place",
		]);
	});

	it("is refused for a code that is taken, a unit named twice, and nothing named", async () => {
		const part = { id: uuid(), code: `${code}-X`, name: "Baru", shortName: "Baru", unitIds: [unit.b ?? ""] };
		const of = (...parts: (typeof part)[]) => plan({ kind: "agency.split", parts });
		expect(await of()).toEqual({ refused: "too-few" });
		expect(await of({ ...part, code: `${code}B` })).toEqual({ refused: "agency-code" });
		expect(await of({ ...part, code: "a b" })).toEqual({ refused: "agency-code" });
		expect(await of({ ...part, unitIds: [unit.b ?? "", unit.part ?? ""] })).toEqual({
			refused: "unit-twice",
		});
		expect(await of({ ...part, unitIds: [unit.theirs ?? ""] })).toEqual({ refused: "unknown" });
	});
});

describe("a ministry goes into another", () => {
	it("and nobody there has to do what was for it alone", async () => {
		const { all } = await assigned();
		const before = await duties();
		const id = await done(merge());
		await settled();
		expect(await duties()).toEqual(before.map((row) => row.replace(home, other)));
		const [row] = await db.select().from(assignments).where(eq(assignments.id, all));
		expect(row).toMatchObject({ agencyId: other, rule: { everyone: true, units: { length: 1 } } });
		expect(await undo(id)).toBe("done");
		await settled();
		expect(await duties()).toEqual(before);
	});

	it("whole, with what it holds, and is shown until then", async () => {
		const october = await report("2026-10");
		const courseId = uuid();
		await db.insert(courses).values({
			id: courseId,
			slug: `uji-${code.toLowerCase()}`,
			agencyId: home,
			audience: "agency",
			createdAt: NOW,
		});
		const [personId = ""] = people.a ?? [];
		const lender = { id: uuid(), personId, role: "agency-admin" as const, agencyId: home, grantedAt: 1 };
		await db.insert(roleGrants).values([lender, { ...lender, id: uuid(), lentFromId: lender.id }]);
		const id = await done(merge(), "2026-11-01");
		expect(await report("2026-10")).toBe(october);
		const open = and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt));
		const held = await db.select().from(roleGrants).where(open).orderBy(asc(roleGrants.id));
		// For the tree that came, not for the ministry that was there; the loan hangs on the new one.
		const [tree] = (await unitTreeAsOf(other, TODAY)).filter((one) => one.code === code);
		expect(held.map(({ agencyId, unitId }) => [agencyId, unitId])).toEqual([
			[other, tree?.id],
			[other, tree?.id],
		]);
		expect(
			held.filter(({ lentFromId }) => lentFromId === held.find((one) => !one.lentFromId)?.id),
		).toHaveLength(1);
		const { lines } = await nationReadiness("2026-11", []);
		expect(lines.some((line) => line.id === home)).toBe(false);
		expect(await linesOf(other, "2026-11")).toEqual([
			["Direktorat Hukum", 1, 2],
			[`Kementerian ${code}`, 7, 14],
			["Direktorat Hukum", 3, 6],
			["Direktorat Imigrasi", 3, 6],
			["direct", 1, 2],
		]);
		const codes = (await unitTreeAsOf(other, TODAY)).map((one) => one.code).sort();
		expect(codes).toEqual(
			[
				"DIREKTORAT-HUKUM",
				"DIREKTORAT-IMIGRASI",
				"SUBDIREKTORAT-PASPOR",
				code,
				`${code}.DIREKTORAT-HUKUM`,
			].sort(),
		);
		expect(await workingIn(home)).toEqual([]);
		const ownerOf = async () =>
			(await db.select().from(courses).where(eq(courses.id, courseId)))[0]?.agencyId;
		expect(await ownerOf()).toBe(other);
		expect(await undo(id)).toBe("done");
		expect(await ownerOf()).toBe(home);
	});

	it("and back, with what came up meanwhile", async () => {
		const before = [await posts(), await tokens(), await report("2026-11")];
		const id = await done(merge());
		const told = { kind: "course.enrolled" as const, agencyId: other, unitId: unit.a, courseId: course };
		expect(await undo(id)).toBe("done");
		expect([await posts(), await tokens(), await report("2026-11")]).toEqual(before);
		const again = await done(merge());
		await record([{ ...told, at: at("2026-11-26") }]);
		expect(await undo(again, at("2026-12-10"))).toBe("done");
		expect(await linesOf(home, "2026-12")).toEqual([
			["Direktorat Hukum", 3, 7],
			["Direktorat Imigrasi", 3, 6],
			["Subdirektorat Paspor", 1, 2],
			["direct", 2, 4],
			["none", 1, 2],
		]);
		expect(await linesOf(other, "2026-12")).toEqual([["Direktorat Hukum", 1, 2]]);
	});

	it("is nothing for an admin of either alone, and not into itself", async () => {
		expect(await plan({ kind: "agency.merge", into: home, gathering: uuid() })).toEqual({
			refused: "unknown",
		});
		const planned = await plan(merge());
		const id = "id" in planned ? planned.id : "";
		for (const agencyId of [home, other]) {
			const by = { id, scope: { kind: "agency", agencyId } as const, actor, now: NOW };
			expect(await transaction((tx) => applyReorganisation(tx, by))).toBe("unknown");
		}
		const act = await findReorganisation(id, home);
		const affected = act ? await affectedBy(act, NOW) : null;
		expect(affected).toMatchObject({ fault: null, people: 7, lines: { length: 4 } });
	});
});
