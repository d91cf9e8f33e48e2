import { and, count, desc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, drafts, memberships, reorganisations, roleGrants, units } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import type { ChangedUnit, UnitImage } from "../../agencies/undoUnits.ts";
import type { UnitChange } from "../../agencies/unitActs.ts";
import { isPresent } from "../../people/present.server.ts";
import type { Reorganisation } from "./acts.server.ts";
import { decide, type Fault } from "./decide.server.ts";
import { changesOf, type Hindrance, hindrancesOf, unitChanges } from "./hindrances.server.ts";
import { type PeopleEffect, parsePlan } from "./plan.ts";

/** What becomes of a unit, in words that name units: parents and successors by name, null for the agency itself. */
export type ChangeLine = {
	id: string;
	what: "made" | "closed" | "changed";
	name: string;
	parent: string | null;
	newName: string | null;
	newParent: string | null;
	/** People who work in it now and go with it to another; null: they stay, or it is done already. */
	people: number | null;
	/** Where they go. */
	to: string | null;
};
export type Affected = {
	fault: Fault | null;
	lines: ChangeLine[];
	/** People who change over, and how many of them are unit heads, whose reach goes along with them. */
	people: number;
	heads: number;
	/** Of the whole agency, for acts on it. */
	agency: { roles: number; courses: number; drafts: number } | null;
	hindrances: Hindrance[];
};

/** The agency's acts, the latest first. */
export function reorganisationsOf(agencyId: string, limit: number): Promise<Reorganisation[]> {
	return db
		.select()
		.from(reorganisations)
		.where(eq(reorganisations.agencyId, agencyId))
		.orderBy(desc(reorganisations.createdAt), desc(reorganisations.id))
		.limit(limit);
}

/** An act of that agency; null when there is none. */
export async function findReorganisation(id: string, agencyId: string): Promise<Reorganisation | null> {
	const own = and(eq(reorganisations.id, id), eq(reorganisations.agencyId, agencyId));
	const [row] = await db.select().from(reorganisations).where(own);
	return row ?? null;
}

/** Who and what the act changes: counted as things stand now while it is planned, and as it was done afterwards. */
export async function affectedBy(act: Reorganisation, now: number): Promise<Affected> {
	const isAgency = act.kind.startsWith("agency.");
	const agency = isAgency ? await agencyCounts(act.agencyId) : null;
	if (act.state !== "planned") {
		const changed = unitChanges(await reading((tx) => changesOf(tx, act.id)));
		const hindrances = act.state === "applied" ? await reading((tx) => hindrancesOf(tx, act)) : [];
		const lines = await linesOf(act.agencyId, changed, null, new Map());
		return { fault: null, lines, people: act.people, heads: 0, agency, hindrances };
	}
	const plan = parsePlan(act.plan);
	const decision = await reading((tx) => decide(tx, { agencyId: act.agencyId, plan, day: act.day, now }));
	const none = { people: 0, heads: 0, hindrances: [], agency };
	if ("refused" in decision) return { ...none, fault: decision.refused, lines: [] };
	if (!decision.units) return { ...none, fault: null, lines: [] };
	const working = await peopleByUnit(act.agencyId);
	const { changes, ...effect } = decision.units;
	const lines = await linesOf(act.agencyId, changes.map(asNoted), effect, working);
	const moving = effect.carried.map(({ from }) => from);
	const named = effect.assigned.flatMap(({ people }) => people);
	const people = moving.reduce((sum, id) => sum + (working.get(id) ?? 0), 0) + named.length;
	return { ...none, fault: null, lines, people, heads: await headsAmong(act.agencyId, moving, named) };
}

const asNoted = ({ id, before, after }: UnitChange): ChangedUnit => ({
	id,
	before: before && { ...before, validTo: null },
	after: after ? { ...after, validTo: null } : { parentId: null, code: "", name: "", validTo: "" },
});

async function linesOf(
	agencyId: string,
	changed: readonly ChangedUnit[],
	effect: PeopleEffect | null,
	working: ReadonlyMap<string, number>,
): Promise<ChangeLine[]> {
	const rows = await db
		.select({ id: units.id, name: units.name })
		.from(units)
		.where(eq(units.agencyId, agencyId));
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	for (const { id, after } of changed) if (!names.has(id)) names.set(id, after.name);
	const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
	return changed.map(({ id, before, after }) => {
		const goes = effect?.carried.find(({ from }) => from === id);
		const comes = effect?.assigned.find(({ to }) => to === id);
		const isClosed = after.validTo !== null;
		const was: UnitImage = before ?? after;
		return {
			id,
			what: before === null ? "made" : isClosed ? "closed" : "changed",
			name: was.name,
			parent: nameOf(was.parentId),
			newName: isClosed ? null : after.name,
			newParent: isClosed ? null : nameOf(after.parentId),
			people: goes ? (working.get(id) ?? 0) : comes ? comes.people.length : null,
			to: goes ? nameOf(goes.to) : null,
		};
	});
}

async function peopleByUnit(agencyId: string): Promise<Map<string, number>> {
	const open = and(eq(memberships.agencyId, agencyId), isPresent());
	const { unitId } = memberships;
	const rows = await db.select({ unitId, n: count() }).from(memberships).where(open).groupBy(unitId);
	return new Map(rows.map((row) => [row.unitId ?? "", row.n]));
}

async function headsAmong(agencyId: string, moving: string[], named: string[]): Promise<number> {
	const head = and(eq(roleGrants.agencyId, agencyId), eq(roleGrants.role, "unit-head"));
	const rows = await db
		.select({ personId: memberships.personId, unitId: memberships.unitId })
		.from(roleGrants)
		.innerJoin(memberships, and(eq(memberships.personId, roleGrants.personId), isPresent()))
		.where(and(head, isNull(roleGrants.revokedAt)));
	return rows.filter(({ personId, unitId }) => moving.includes(unitId ?? "") || named.includes(personId))
		.length;
}

async function agencyCounts(agencyId: string) {
	const held = and(eq(roleGrants.agencyId, agencyId), isNull(roleGrants.revokedAt));
	const [[roles], [made], [written]] = await Promise.all([
		db.select({ n: count() }).from(roleGrants).where(held),
		db.select({ n: count() }).from(courses).where(eq(courses.agencyId, agencyId)),
		db.select({ n: count() }).from(drafts).where(eq(drafts.agencyId, agencyId)),
	]);
	return { roles: roles?.n ?? 0, courses: made?.n ?? 0, drafts: written?.n ?? 0 };
}
