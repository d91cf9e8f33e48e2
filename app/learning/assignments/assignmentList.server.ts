import { and, asc, count, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	agencies,
	assignmentCourses,
	assignmentMembers,
	assignments,
	courses,
	courseVersions,
	people,
} from "#db/schema/index.ts";
import {
	type AssigningScope,
	followedAssignments,
	membersWithin,
	ownAssignments,
} from "./assignmentScope.server.ts";
import { isLate, isOwing } from "./lateness.server.ts";

/** People of an assignment now, by how they stand; `late` are among `owing`. */
export type Counts = {
	members: number;
	done: number;
	exempt: number;
	owing: number;
	away: number;
	late: number;
};
export type ListedAssignment = Awaited<ReturnType<typeof assignmentsOf>>[number];
/** The last row of the page before. */
export type AssignmentCursor = { createdAt: number; id: string };

/** The assignments in the scope, the newest first, after the cursor, with their counts of its people. */
export async function assignmentsOf(
	scope: AssigningScope,
	after: AssignmentCursor | null,
	limit: number,
	now: number,
) {
	const { createdAt, id } = assignments;
	const later = after
		? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)))
		: undefined;
	const rows = await db
		.select()
		.from(assignments)
		.where(and(followedAssignments(scope), later))
		.orderBy(desc(createdAt), desc(id))
		.limit(limit);
	const counts = await countsOf(
		rows.map((row) => row.id),
		scope,
		now,
	);
	return rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? nobody }));
}

type Four = [number, number, number, number];
const nobody: Counts = { members: 0, done: 0, exempt: 0, owing: 0, away: 0, late: 0 };

/** How the scope's people in these assignments stand. Costs what they have, not what the country has. */
export async function countsOf(
	ids: readonly string[],
	scope: AssigningScope,
	now: number,
): Promise<Map<string, Counts>> {
	if (ids.length === 0) return new Map();
	const t = assignmentMembers;
	const some = (condition: SQL | undefined) => sql<number>`sum(case when ${condition} then 1 else 0 end)`;
	const isExempt = sql`${t.exemptAt} is not null and ${t.progress} <> 'done'`;
	const rows = await db
		.select({
			id: t.assignmentId,
			members: count(),
			done: some(eq(t.progress, "done")),
			exempt: some(isExempt),
			owing: some(isOwing),
			late: some(isLate(now)),
		})
		.from(t)
		.innerJoin(people, eq(people.id, t.personId))
		.innerJoin(agencies, eq(agencies.id, t.agencyId))
		.where(and(inArray(t.assignmentId, [...ids]), eq(t.state, "active"), membersWithin(scope)))
		.groupBy(t.assignmentId);
	return new Map(
		rows.map(({ id, members, ...row }) => {
			const [done, exempt, owing, late] = [row.done, row.exempt, row.owing, row.late].map(Number) as Four;
			return [id, { members, done, exempt, owing, late, away: members - done - exempt - owing }];
		}),
	);
}

/** One assignment in the scope with its courses and counts, and whether it may be changed; null when there is none. */
export async function findAssignment(id: string, scope: AssigningScope, now: number) {
	const [found] = await db
		.select({ row: assignments, isOwn: sql<number>`case when ${ownAssignments(scope)} then 1 else 0 end` })
		.from(assignments)
		.where(and(eq(assignments.id, id), followedAssignments(scope)));
	if (!found) return null;
	const { row, isOwn } = found;
	const steps = await db
		.select({ courseId: courses.id, slug: courses.slug, title: courseVersions.title })
		.from(assignmentCourses)
		.innerJoin(courses, eq(courses.id, assignmentCourses.courseId))
		.leftJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(eq(assignmentCourses.assignmentId, id))
		.orderBy(asc(assignmentCourses.position));
	const counts = (await countsOf([id], scope, now)).get(id) ?? nobody;
	return {
		...row,
		isOwn: Number(isOwn) === 1,
		counts,
		courses: steps.map(({ title, ...step }) => ({ ...step, title: title ?? step.slug })),
	};
}
