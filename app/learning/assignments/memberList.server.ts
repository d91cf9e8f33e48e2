import { and, asc, eq, gt, gte, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, assignmentMembers, memberships, people, units } from "#db/schema/index.ts";
import { isPresent } from "../../people/present.server.ts";
import { type AssigningScope, membersWithin } from "./assignmentScope.server.ts";
import { isLate, isOwing, todayOfPerson } from "./lateness.server.ts";
import type { MemberCursor, MemberFilter } from "./memberFilters.ts";

export type ListedMember = Awaited<ReturnType<typeof membersOf>>[number];

const t = assignmentMembers;

/** The scope's people in an assignment by name, after the cursor; costs a page. Whether it is in the scope was asked before. */
export async function membersOf(
	assignmentId: string,
	scope: AssigningScope,
	filter: MemberFilter,
	after: MemberCursor | null,
	limit: number,
	now: number,
) {
	const later = after
		? and(gte(t.sortKey, after.sortKey), or(gt(t.sortKey, after.sortKey), gt(t.personId, after.personId)))
		: undefined;
	const rows = await db
		.select({
			personId: t.personId,
			sortKey: t.sortKey,
			name: people.name,
			unitName: units.name,
			position: memberships.position,
			dueDay: t.dueDay,
			progress: t.progress,
			passed: t.passed,
			exemptReason: t.exemptReason,
			isExempt: sql<number>`case when ${t.exemptAt} is null then 0 else 1 end`,
			awayFrom: t.awayFrom,
			today: todayOfPerson(now),
		})
		.from(t)
		.innerJoin(people, eq(people.id, t.personId))
		.innerJoin(agencies, eq(agencies.id, t.agencyId))
		.leftJoin(
			memberships,
			and(eq(memberships.personId, t.personId), eq(memberships.agencyId, t.agencyId), isPresent()),
		)
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(
			and(
				eq(t.assignmentId, assignmentId),
				eq(t.state, "active"),
				membersWithin(scope),
				chosen(filter, now),
				later,
			),
		)
		.orderBy(asc(t.sortKey), asc(t.personId))
		.limit(limit);
	return rows.map(({ today, isExempt, awayFrom, ...row }) => ({
		...row,
		isExempt: Number(isExempt) === 1,
		isAway: awayFrom !== null,
		isLate: Number(isExempt) === 0 && awayFrom === null && row.progress !== "done" && row.dueDay < today,
	}));
}

function chosen(filter: MemberFilter, now: number): SQL | undefined {
	if (filter === "late") return isLate(now);
	if (filter === "owing") return isOwing;
	if (filter === "done") return eq(t.progress, "done");
	return filter === "exempt" ? and(isNotNull(t.exemptAt), ne(t.progress, "done")) : undefined;
}
