import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { assignmentMembers, assignments, memberships } from "#db/schema/index.ts";
import type { AgencyScope } from "../../agencies/scope.ts";
import { inUnits } from "../../agencies/unitsWithin.server.ts";
import { isPresent } from "../../people/present.server.ts";

/** Who assigns: for all of an agency, or for some units of it. */
export type AssigningScope = Exclude<AgencyScope, { kind: "nation" }>;

/** The assignments that may be changed: every one of the agency, or those that belong to the scope's units. */
export function ownAssignments(scope: AssigningScope): SQL | undefined {
	const ofAgency = eq(assignments.agencyId, scope.agencyId);
	return scope.kind === "unit" ? and(ofAgency, inUnits(assignments.unitId, scope)) : ofAgency;
}

/**
 * The assignments that may be followed: those that may be changed, and of the agency's as a whole those that people of
 * the scope's units have. Those of other units are not there.
 */
export function followedAssignments(scope: AssigningScope): SQL | undefined {
	if (scope.kind === "agency") return ownAssignments(scope);
	const mine = db
		.select({ one: sql`1` })
		.from(assignmentMembers)
		.where(and(eq(assignmentMembers.assignmentId, assignments.id), membersWithin(scope)));
	const ofAgency = and(eq(assignments.agencyId, scope.agencyId), isNull(assignments.unitId), exists(mine));
	return or(ownAssignments(scope), ofAgency);
}

/** The rows of people who work in the scope now. */
export function membersWithin(scope: AssigningScope): SQL | undefined {
	if (scope.kind === "agency") return undefined;
	const post = db
		.select({ one: sql`1` })
		.from(memberships)
		.where(
			and(
				eq(memberships.personId, assignmentMembers.personId),
				eq(memberships.agencyId, scope.agencyId),
				isPresent(),
				inUnits(memberships.unitId, scope),
			),
		);
	return exists(post);
}
