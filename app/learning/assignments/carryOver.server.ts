import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
	type AssignmentRule,
	assignmentCourses,
	assignmentFilters,
	assignmentMembers,
	assignments,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** Where an assignment's people have it on. */
export type Twin = { of: string; id: string };

const open = (agencyId: string) => and(eq(assignments.agencyId, agencyId), isNull(assignments.endedAt));

/**
 * For the part of an agency that becomes another, each assignment that can concern it goes on there as one of its own:
 * the same terms and courses, for those of its units that went too.
 * @param unitIds the units that went
 */
export function* twinAssignments(
	tx: Tx,
	{ from, to, unitIds }: { from: string; to: string; unitIds: ReadonlySet<string> },
): Body<Twin[]> {
	const twins: Twin[] = [];
	for (const row of yield* run(tx.select().from(assignments).where(open(from)))) {
		const units = row.rule.units.filter((id) => unitIds.has(id));
		if (row.rule.units.length > 0 && units.length === 0) continue;
		const id = uuid();
		const rule = { ...row.rule, units };
		const anew = { pass: null, passAfter: null, passNumber: 0, passedAt: null };
		const unitId = row.unitId !== null && unitIds.has(row.unitId) ? row.unitId : null;
		yield* run(tx.insert(assignments).values({ ...row, ...anew, id, agencyId: to, unitId, rule }));
		const its = eq(assignmentCourses.assignmentId, row.id);
		const courses = yield* run(tx.select().from(assignmentCourses).where(its));
		if (courses.length > 0)
			yield* run(tx.insert(assignmentCourses).values(courses.map((one) => ({ ...one, assignmentId: id }))));
		twins.push({ of: row.id, id });
	}
	return twins;
}

export type Owned = { id: string; agencyId: string; unitId: string | null; rule: AssignmentRule };

/**
 * Lets an agency's assignments be another's. Those that named no units are for the people below `within` from now on:
 * they were meant for one agency, not for the one it went into. So are those who change them.
 * @returns each as it was and as it is
 */
export function* handOverAssignments(
	tx: Tx,
	{ from, to, within }: { from: string; to: string; within: string },
): Body<{ before: Owned; after: Owned }[]> {
	const { id, agencyId, unitId, rule } = assignments;
	const rows = yield* run(tx.select({ id, agencyId, unitId, rule }).from(assignments).where(open(from)));
	const changes = rows.map((before) => {
		const after = { agencyId: to, unitId: before.unitId ?? within, rule: ruleWithin(before.rule, within) };
		return { before, after: { ...before, ...after } };
	});
	for (const { after } of changes) yield* putAssignment(tx, after);
	return changes;
}

function ruleWithin(rule: AssignmentRule, unitId: string): AssignmentRule {
	return { ...rule, units: rule.units.length > 0 ? rule.units : [unitId] };
}

/** Sets whose an assignment is and whom it is for. */
export function* putAssignment(tx: Tx, { id, agencyId, unitId, rule }: Owned): Body<void> {
	yield* run(tx.update(assignments).set({ agencyId, unitId, rule }).where(eq(assignments.id, id)));
}

export type OwnedFilter = { id: string; agencyId: string; name: string; rule: AssignmentRule };

/**
 * Lets an agency's rules with a name be another's, for the people below `within` where they named no units; a name that
 * is taken there is told apart by `label`. @returns each as it was and as it is
 */
export function* handOverFilters(
	tx: Tx,
	{ from, to, within, label }: { from: string; to: string; within: string; label: string },
): Body<{ before: OwnedFilter; after: OwnedFilter }[]> {
	const { id, agencyId, name, rule } = assignmentFilters;
	const columns = { id, agencyId, name, rule };
	const of = (agency: string) => tx.select(columns).from(assignmentFilters).where(eq(agencyId, agency));
	const taken = new Set((yield* run(of(to))).map((one) => one.name));
	const changes = (yield* run(of(from))).map((before) => {
		const called = taken.has(before.name) ? `${before.name} (${label})` : before.name;
		return {
			before,
			after: { ...before, agencyId: to, name: called, rule: ruleWithin(before.rule, within) },
		};
	});
	for (const { after } of changes) yield* putFilter(tx, after);
	return changes;
}

/** Sets whose a rule with a name is, how it is called and whom it means. */
export function* putFilter(tx: Tx, { id, ...set }: OwnedFilter): Body<void> {
	yield* run(tx.update(assignmentFilters).set(set).where(eq(assignmentFilters.id, id)));
}

/** Ends assignments that an act made, when it is undone. */
export function* endTwins(tx: Tx, ids: readonly string[], reason: string, now: number): Body<void> {
	if (ids.length === 0) return;
	const mine = and(inArray(assignments.id, [...ids]), isNull(assignments.endedAt));
	yield* run(tx.update(assignments).set({ endedAt: now, endReason: reason }).where(mine));
}

/** What these people have to do goes with them to another agency: dates, exemptions and what was done stay. */
export function* carryMembers(
	tx: Tx,
	people: readonly string[],
	{ from, to, twins }: { from: string; to: string; twins: readonly Twin[] },
): Body<void> {
	const theirs = inArray(assignmentMembers.personId, [...people]);
	for (const { of, id } of twins) {
		const mine = and(theirs, eq(assignmentMembers.assignmentId, of));
		yield* run(tx.update(assignmentMembers).set({ assignmentId: id, agencyId: to }).where(mine));
	}
	if (twins.length > 0) return;
	const there = and(theirs, eq(assignmentMembers.agencyId, from));
	yield* run(tx.update(assignmentMembers).set({ agencyId: to }).where(there));
}
