import { and, asc, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AssignmentRule } from "#db/schema/assignments.ts";
import { memberships } from "#db/schema/index.ts";
import { isPresent } from "../../people/present.server.ts";
import { isEmptyRule, type Reach } from "./rule.ts";

export type SortCursor = { sortKey: string; id: string };

/** The present posts of the agency for which all of the rule holds, the gap left aside. */
export function postsByRule(agencyId: string, rule: AssignmentRule, reach: Reach): SQL | undefined {
	if (isEmptyRule(rule)) return sql`1 = 0`;
	const { unitId, jobClass, employment, personId } = memberships;
	const oneOf = <T extends string>(column: Parameters<typeof inArray>[0], list: readonly T[]) =>
		list.length > 0 ? inArray(column, [...list]) : undefined;
	return and(
		eq(memberships.agencyId, agencyId),
		isPresent(),
		// A unit that is gone reaches nobody, rather than everybody.
		rule.units.length > 0 ? inArray(unitId, [...reach.within, ""]) : undefined,
		oneOf(jobClass, rule.jobClasses),
		oneOf(employment, rule.employments),
		oneOf(personId, rule.people),
	);
}

/** What comes after the cursor in the order of names. */
export function afterCursor(after: SortCursor | null): SQL | undefined {
	const { sortKey, id } = memberships;
	if (!after) return undefined;
	return and(gte(sortKey, after.sortKey), or(sql`${sortKey} > ${after.sortKey}`, sql`${id} > ${after.id}`));
}

export const byName = [asc(memberships.sortKey), asc(memberships.id)] as const;
