import { and, eq, isNull, ne, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, memberships, people, units } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { inUnits } from "../agencies/unitsWithin.server.ts";
import { maskIdentifier } from "./nip.ts";
import { isPresent } from "./present.server.ts";

const columns = {
	personId: people.id,
	name: people.name,
	titleBefore: people.titleBefore,
	titleAfter: people.titleAfter,
	agencyId: memberships.agencyId,
	unitName: units.name,
	employment: memberships.employment,
	jobClass: memberships.jobClass,
	position: memberships.position,
	grade: memberships.grade,
	since: memberships.validFrom,
};

/** A person with the post that they hold now, without any number. */
export type Colleague = NonNullable<Awaited<ReturnType<typeof colleagueRow>>>;

/** The open posts of the scope. Persons open to admins of their agency only: the nation's scope opens nobody. */
export function postsWithin(scope: AgencyScope): SQL | undefined | null {
	if (scope.kind === "nation") return null;
	const open = and(eq(memberships.agencyId, scope.agencyId), isPresent());
	return scope.kind === "unit" ? and(open, inUnits(memberships.unitId, scope)) : open;
}

/** A person who works in the scope now; null when there is no such person there. */
export async function colleagueOf(personId: string, scope: AgencyScope | null): Promise<Colleague | null> {
	const within = scope && postsWithin(scope);
	return within ? colleagueRow(personId, within) : null;
}

async function colleagueRow(personId: string, within: SQL) {
	const [row] = await db
		.select(columns)
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(and(eq(people.id, personId), within));
	return row ?? null;
}

/** The person's numbers and addresses as they may be shown to anybody who may open the person: masked. */
export async function maskedIdentifiers(personId: string): Promise<{ kind: string; masked: string }[]> {
	const own = eq(identifiers.personId, personId);
	const current = and(own, isNull(identifiers.validTo), ne(identifiers.kind, "PNS_ID"));
	const rows = await db
		.select({ kind: identifiers.kind, value: identifiers.value })
		.from(identifiers)
		.where(current);
	return rows.map(({ kind, value }) => ({ kind, masked: maskIdentifier(value) }));
}
