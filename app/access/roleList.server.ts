import { and, asc, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, people, roleGrants, units } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { inUnits } from "../agencies/unitsWithin.server.ts";

const LIMIT = 200;
export type ListedRole = Awaited<ReturnType<typeof rolesWhere>>[number];

/** The roles that are held now or are to be, by role and name; at most 200. */
export const heldRoles = (now: number) => rolesWhere(undefined, now);

/** Those of the scope: of an agency, or of units and all below them. */
export function rolesWithin(scope: AgencyScope, now: number) {
	if (scope.kind === "nation") return rolesWhere(undefined, now);
	const part = scope.kind === "unit" ? inUnits(roleGrants.unitId, scope) : undefined;
	return rolesWhere(and(eq(roleGrants.agencyId, scope.agencyId), part), now);
}

/** Those of one person, lent ones too, and those that they have lent to others. */
export async function rolesAround(personId: string, now: number) {
	const own = await rolesWhere(eq(roleGrants.personId, personId), now);
	const lent = await Promise.all(own.map(({ id }) => rolesWhere(eq(roleGrants.lentFromId, id), now)));
	return { own, lent: lent.flat() };
}

function rolesWhere(condition: SQL | undefined, now: number) {
	const still = or(isNull(roleGrants.validTo), gt(roleGrants.validTo, now));
	return db
		.select({
			id: roleGrants.id,
			personId: roleGrants.personId,
			name: people.name,
			role: roleGrants.role,
			agencyId: roleGrants.agencyId,
			agencyName: agencies.shortName,
			unitId: roleGrants.unitId,
			unitName: units.name,
			from: roleGrants.validFrom,
			till: roleGrants.validTo,
			lentFromId: roleGrants.lentFromId,
		})
		.from(roleGrants)
		.innerJoin(people, eq(people.id, roleGrants.personId))
		.leftJoin(agencies, eq(agencies.id, roleGrants.agencyId))
		.leftJoin(units, eq(units.id, roleGrants.unitId))
		.where(and(isNull(roleGrants.revokedAt), still, condition))
		.orderBy(asc(roleGrants.role), asc(people.sortKey))
		.limit(LIMIT);
}
