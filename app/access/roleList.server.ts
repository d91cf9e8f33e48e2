import { asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, people, roleGrants } from "#db/schema/index.ts";

const LIMIT = 200;

/** The roles that are held now, by role and name; at most 200. */
export async function heldRoles() {
	return db
		.select({
			id: roleGrants.id,
			personId: roleGrants.personId,
			name: people.name,
			role: roleGrants.role,
			agencyId: roleGrants.agencyId,
			agencyName: agencies.shortName,
		})
		.from(roleGrants)
		.innerJoin(people, eq(people.id, roleGrants.personId))
		.leftJoin(agencies, eq(agencies.id, roleGrants.agencyId))
		.where(isNull(roleGrants.revokedAt))
		.orderBy(asc(roleGrants.role), asc(people.sortKey))
		.limit(LIMIT);
}
