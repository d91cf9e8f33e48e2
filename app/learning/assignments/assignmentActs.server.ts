import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { assignmentMembers, assignments } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { type AssigningScope, ownAssignments } from "./assignmentScope.server.ts";
import { beginPass } from "./pass.server.ts";

/** An act on an assignment that belongs to the scope and goes on, with its reason. */
export type AssignmentAct = { id: string; scope: AssigningScope; reason: string; actor: Actor; now: number };
type NewDue = { dueDay: string | null; dueAfterDays: number | null };

const open = ({ id, scope }: AssignmentAct) =>
	and(eq(assignments.id, id), ownAssignments(scope), isNull(assignments.endedAt));

/** Gives more (or less) time; everybody's deadline follows by the job. @returns false when there is no such assignment */
export function* extendAssignment(tx: Tx, act: AssignmentAct & NewDue): Body<boolean> {
	const { dueDay, dueAfterDays, now } = act;
	const changed = yield* run(
		tx.update(assignments).set({ dueDay, dueAfterDays }).where(open(act)).returning({ id: assignments.id }),
	);
	if (changed.length === 0) return false;
	yield* beginPass(tx, act.id, now);
	yield* audit(tx, "assignment.extend", act, { dueDay, dueAfterDays });
	return true;
}

/** Ends an assignment: nothing of it is due any more, and what was done stays. @returns false when it does not go on */
export function* endAssignment(tx: Tx, act: AssignmentAct): Body<boolean> {
	const set = { endedAt: act.now, endReason: act.reason, pass: null, passAfter: null };
	const ended = yield* run(
		tx.update(assignments).set(set).where(open(act)).returning({ id: assignments.id }),
	);
	if (ended.length === 0) return false;
	yield* audit(tx, "assignment.end", act, {});
	return true;
}

type Exempting = AssignmentAct & { people: readonly string[] };

/** Exempts people who have the assignment, with a reason. @returns how many; those who are exempt already are not counted */
export function* exemptMembers(tx: Tx, act: Exempting): Body<number> {
	return yield* markMembers(tx, act, "assignment.exempt", {
		where: isNull(assignmentMembers.exemptAt),
		set: { exemptAt: act.now, exemptReason: act.reason },
	});
}

/** Takes exemptions back. @returns how many */
export function* endExemption(tx: Tx, act: Exempting): Body<number> {
	return yield* markMembers(tx, act, "assignment.exempt-end", {
		where: isNotNull(assignmentMembers.exemptAt),
		set: { exemptAt: null, exemptReason: null, remindOn: "" },
	});
}

type Mark = {
	where: ReturnType<typeof isNull>;
	set: { exemptAt: number | null; exemptReason: string | null; remindOn?: string };
};

function* markMembers(tx: Tx, act: Exempting, action: string, { where, set }: Mark): Body<number> {
	const [found] = yield* run(tx.select({ id: assignments.id }).from(assignments).where(open(act)));
	if (!found || act.people.length === 0) return 0;
	const { assignmentId, personId, state } = assignmentMembers;
	const these = and(eq(assignmentId, act.id), eq(state, "active"), inArray(personId, [...act.people]), where);
	const marked = yield* run(tx.update(assignmentMembers).set(set).where(these).returning({ personId }));
	for (const { personId: person } of marked) yield* audit(tx, action, act, { person });
	return marked.length;
}

function* audit(
	tx: Tx,
	action: string,
	{ id, scope, reason, actor, now }: AssignmentAct,
	detail: Record<string, string | number | null>,
): Body<void> {
	yield* recordAudit(tx, {
		actor,
		action,
		subjectKind: "assignment",
		subjectId: id,
		agencyId: scope.agencyId,
		detail: { ...detail, reason },
		at: now,
	});
}
