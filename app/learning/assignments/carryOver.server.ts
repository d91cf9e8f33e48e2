import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type AssignmentRule, assignmentCourses, assignmentMembers, assignments } from "#db/schema/index.ts";
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
		yield* run(tx.insert(assignments).values({ ...row, ...anew, id, agencyId: to, rule }));
		const its = eq(assignmentCourses.assignmentId, row.id);
		const courses = yield* run(tx.select().from(assignmentCourses).where(its));
		if (courses.length > 0)
			yield* run(tx.insert(assignmentCourses).values(courses.map((one) => ({ ...one, assignmentId: id }))));
		twins.push({ of: row.id, id });
	}
	return twins;
}

export type Owned = { id: string; agencyId: string; rule: AssignmentRule };

/**
 * Lets an agency's assignments be another's. Those that named no units are for the people below `within` from now on:
 * they were meant for one agency, not for the one it went into.
 * @returns each as it was and as it is
 */
export function* handOverAssignments(
	tx: Tx,
	{ from, to, within }: { from: string; to: string; within: string },
): Body<{ before: Owned; after: Owned }[]> {
	const { id, agencyId, rule } = assignments;
	const rows = yield* run(tx.select({ id, agencyId, rule }).from(assignments).where(open(from)));
	const changes = rows.map((before) => {
		const units = before.rule.units.length > 0 ? before.rule.units : [within];
		return { before, after: { ...before, agencyId: to, rule: { ...before.rule, units } } };
	});
	for (const { after } of changes) yield* putAssignment(tx, after);
	return changes;
}

/** Sets whose an assignment is and whom it is for. */
export function* putAssignment(tx: Tx, { id, agencyId, rule }: Owned): Body<void> {
	yield* run(tx.update(assignments).set({ agencyId, rule }).where(eq(assignments.id, id)));
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
