import { and, count, desc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, drafts, memberships, reorganisations, roleGrants } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import { isPresent } from "../../people/present.server.ts";
import type { Reorganisation } from "./acts.server.ts";
import { decide, type Fault } from "./decide.server.ts";
import { changesOf, type Hindrance, hindrancesOf, unitChanges } from "./hindrances.server.ts";
import { type ChangeLine, linesOf, plannedChanges } from "./lines.server.ts";
import { parsePlan } from "./plan.ts";
import { waysOf } from "./writeTransfer.server.ts";

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
	const { carried = [], assigned = [] } = decision.units ?? {};
	const transferred = decision.transfer ? waysOf(decision.transfer) : [];
	const effect = { carried, assigned, transferred };
	const working = await peopleByUnit(act.agencyId);
	const lines = await linesOf(
		act.agencyId,
		plannedChanges(act.agencyId, decision),
		effect,
		working,
		decision.transfer?.made,
	);
	const moving = [...carried, ...transferred].map(({ from }) => from);
	const named = assigned.flatMap(({ people }) => people);
	const people = moving.reduce((sum, id) => sum + (working.get(id) ?? 0), 0) + named.length;
	return { ...none, fault: null, lines, people, heads: await headsAmong(act.agencyId, moving, named) };
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
