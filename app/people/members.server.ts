import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, memberships, people } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { inUnits } from "../agencies/unitsWithin.server.ts";
import { isPresent } from "./present.server.ts";

/** Somebody who works in an agency now, as lists of people need them. */
export type Member = { personId: string; unitId: string | null; name: string; sortKey: string };

const AT_ONCE = 500;
const columns = {
	personId: memberships.personId,
	unitId: memberships.unitId,
	name: people.name,
	sortKey: memberships.sortKey,
};

/** Who of the agency, or of the scope's units in it, has these identifiers now; the others are not in the answer, whoever they are. */
export async function membersByIdentifier(
	agencyId: string,
	values: readonly string[],
	scope: AgencyScope = { kind: "agency", agencyId },
): Promise<Map<string, Member>> {
	const found = new Map<string, Member>();
	const within = scope.kind === "unit" ? inUnits(memberships.unitId, scope) : undefined;
	for (let begin = 0; begin < values.length; begin += AT_ONCE) {
		const some = values.slice(begin, begin + AT_ONCE);
		const rows = await db
			.select({ ...columns, value: identifiers.value })
			.from(identifiers)
			.innerJoin(memberships, eq(memberships.personId, identifiers.personId))
			.innerJoin(people, eq(people.id, identifiers.personId))
			.where(and(inArray(identifiers.value, some), isNull(identifiers.validTo), worksIn(agencyId), within));
		for (const { value, ...member } of rows) found.set(value, member);
	}
	return found;
}

/** Everybody who works in one of the units now; a unit of another agency has nobody here. */
export async function membersOfUnits(agencyId: string, unitIds: readonly string[]): Promise<Member[]> {
	if (unitIds.length === 0) return [];
	return db
		.select(columns)
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(and(inArray(memberships.unitId, [...unitIds]), worksIn(agencyId)));
}

const worksIn = (agencyId: string) => and(eq(memberships.agencyId, agencyId), isPresent());
