import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { advancePass, beginPass } from "#app/learning/assignments/pass.server.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import {
	applyReorganisation,
	planReorganisation,
	undoReorganisation,
} from "#app/records/reorganisation/acts.server.ts";
import { advanceReorganisation } from "#app/records/reorganisation/advance.server.ts";
import type { Plan } from "#app/records/reorganisation/plan.ts";
import { db } from "#db/client.server.ts";
import {
	type AssignmentRule,
	activity,
	assignmentMembers,
	assignments,
	memberships,
	nameTokens,
	reorganisationChanges,
	units,
} from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { foldEverything, record } from "../readiness/facts.ts";

export const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
export const NOW = at("2026-11-25");
export const TODAY = "2026-11-25";
export const actor = { id: null, name: "Uji" };
export const nation = { kind: "nation" } as const;
export const course = uuid();

export let serial = 0;
export let home: string;
export let other: string;
export let code: string;
export const unit: Record<string, string> = {};
export const people: Record<string, string[]> = {};

/** A ministry of two directorates, one with a section, and one person in none; and another ministry with one person. */
export async function ministries(): Promise<void> {
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
}

/** So many people who work there since June, each enrolled twice. */
export async function peopleIn(agencyId: string, unitId: string | null, n: number): Promise<string[]> {
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

export const split = (): Plan => ({
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
export const merge = (): Plan => ({ kind: "agency.merge", into: other, gathering: uuid() });

export async function plan(what: Plan, day = TODAY) {
	const words = { reason: "Penataan kementerian", legalBasis: "Perpres 139/2024" };
	return transaction((tx) =>
		planReorganisation(tx, { agencyId: home, plan: what, day, ...words, actor, now: NOW }),
	);
}
export async function done(what: Plan, day = TODAY): Promise<string> {
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
export async function undo(id: string, now = NOW) {
	const act = { id, scope: nation, actor, now, reason: "Keliru sekali" };
	const outcome = await transaction((tx) => undoReorganisation(tx, act));
	await advanceReorganisation(id, () => now);
	await foldEverything();
	return outcome;
}

/** Of both agencies, and of a new one: every number that a report of the month shows. */
export const report = async (month: string, ...more: string[]) => {
	const { lines } = await nationReadiness(month, []);
	const ours = lines.filter(({ id }) => [home, other, ...more].includes(id));
	const each = await Promise.all([home, other, ...more].map((id) => agencyReadiness(id, month, true)));
	return JSON.stringify([ours, each]);
};
export const linesOf = async (agencyId: string, month: string) => {
	const view = await agencyReadiness(agencyId, month, true);
	return (view?.units ?? []).map(({ name, kind, cells }) => [
		kind === "unit" ? name : kind,
		cells.people,
		cells.enrolled,
	]);
};
export const posts = () =>
	db
		.select()
		.from(memberships)
		.where(inArray(memberships.personId, Object.values(people).flat()))
		.orderBy(asc(memberships.id));
export const workingIn = async (agencyId: string) => {
	const open = and(eq(memberships.agencyId, agencyId), isNull(memberships.validTo));
	return (await db.select().from(memberships).where(open)).map(({ personId }) => personId).sort();
};
export const tokens = async () =>
	(
		await db
			.select()
			.from(nameTokens)
			.where(inArray(nameTokens.personId, Object.values(people).flat()))
	)
		.map((row) => JSON.stringify(row))
		.sort();
export const madeAgency = async () => {
	const [row] = await db
		.select()
		.from(units)
		.where(eq(units.id, unit.b ?? ""));
	return row?.agencyId ?? "";
};

export const everybody = { ...emptyRule, everyone: true };
/** One for everybody, one for the directorate that stays, one for the section that goes; each person of them has a date of their own. */
export async function assigned() {
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
export const duties = async () => {
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
export async function settled() {
	const open = await db.select().from(assignments).where(isNull(assignments.endedAt));
	for (const { id } of open) {
		await transaction((tx) => beginPass(tx, id, NOW));
		await advancePass(id, () => NOW);
	}
}
/** Whom the log says to go over. */
export const toldOf = async (agencyId: string) =>
	(await db.select().from(activity).where(eq(activity.agencyId, agencyId))).filter(
		({ kind }) => kind === "agency.reorganised",
	).length;
export async function twinOf(of: string, agencyId: string): Promise<string | undefined> {
	const rows = await db
		.select()
		.from(reorganisationChanges)
		.where(eq(reorganisationChanges.kind, "assignment"));
	return rows.find(({ after }) => after.of === of && after.agencyId === agencyId)?.rowId;
}
