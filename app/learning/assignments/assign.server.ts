import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import type { AssignmentRule } from "#db/schema/assignments.ts";
import { assignmentCourses, assignmentFilters, assignments } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { beginPass } from "./pass.server.ts";

export type NewAssignment = {
	/** Made by the page that was confirmed: sent twice it is one assignment. */
	id: string;
	agencyId: string;
	/** The unit whose admins it belongs to; null: those of the whole agency. */
	unitId: string | null;
	title: string;
	reason: string;
	pathId: string | null;
	courseIds: readonly string[];
	rule: AssignmentRule;
	dueDay: string | null;
	dueAfterDays: number | null;
	everyYears: number;
	startsDay: string;
	/** Keeps the rule under this name too; "" for not. */
	filterName: string;
	actor: Actor;
	now: number;
};

/** Makes an assignment and sets going the job that brings its people in; audited. @returns false when it is there already */
export function* createAssignment(tx: Tx, made: NewAssignment): Body<boolean> {
	const { courseIds, filterName, actor, now, ...row } = made;
	const inserted = yield* run(
		tx
			.insert(assignments)
			.values({ ...row, createdAt: now, createdBy: actor.id })
			.onConflictDoNothing({ target: assignments.id })
			.returning({ id: assignments.id }),
	);
	if (inserted.length === 0) return false;
	const steps = courseIds.map((courseId, index) => ({
		assignmentId: row.id,
		courseId,
		position: index + 1,
	}));
	yield* run(tx.insert(assignmentCourses).values(steps));
	if (filterName) yield* saveFilter(tx, row.agencyId, filterName, row.rule, now);
	yield* beginPass(tx, row.id, now);
	yield* recordAudit(tx, {
		actor,
		action: "assignment.create",
		subjectKind: "assignment",
		subjectId: row.id,
		agencyId: row.agencyId,
		detail: { title: row.title, reason: row.reason, dueDay: row.dueDay, dueAfterDays: row.dueAfterDays },
		at: now,
	});
	return true;
}

/** Keeps a rule under a name, or gives the name to this one. */
function* saveFilter(tx: Tx, agencyId: string, name: string, rule: AssignmentRule, now: number): Body<void> {
	const { agencyId: agency, name: called } = assignmentFilters;
	yield* run(
		tx
			.insert(assignmentFilters)
			.values({ id: uuid(), agencyId, name, rule, createdAt: now })
			.onConflictDoUpdate({ target: [agency, called], set: { rule } }),
	);
}

/** The agency's rules with a name. */
export async function filtersOf(agencyId: string) {
	return db
		.select()
		.from(assignmentFilters)
		.where(eq(assignmentFilters.agencyId, agencyId))
		.orderBy(asc(assignmentFilters.name));
}

/** The agency's rule of that id; null when there is none. */
export async function findFilter(id: string, agencyId: string): Promise<AssignmentRule | null> {
	const mine = and(eq(assignmentFilters.id, id), eq(assignmentFilters.agencyId, agencyId));
	const [row] = await db.select().from(assignmentFilters).where(mine);
	return row?.rule ?? null;
}
