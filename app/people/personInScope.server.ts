import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, memberships, people, units } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { colleagueOf } from "./colleague.server.ts";
import { isPresent } from "./present.server.ts";

/** A person who is open to the viewer, with the post that they hold or, without one, the last that they held. */
export type PersonInScope = NonNullable<Awaited<ReturnType<typeof personInScope>>>;

/**
 * A person who works in the scope, or who holds no post any more and held the last one there; of the nation's scope
 * anybody. null when there is no such person there.
 */
export async function personInScope(personId: string, scope: AgencyScope | null) {
	if (!scope) return null;
	const last = await lastPostOf(personId);
	if (!last || last.mergedIntoId) return null;
	if (scope.kind === "nation") return last;
	if (last.isPresent) return (await colleagueOf(personId, scope)) ? last : null;
	return scope.kind === "agency" && last.agencyId === scope.agencyId ? last : null;
}

async function lastPostOf(personId: string) {
	const rows = await db
		.select({
			personId: people.id,
			name: people.name,
			titleBefore: people.titleBefore,
			titleAfter: people.titleAfter,
			diedAt: people.diedAt,
			mergedIntoId: people.mergedIntoId,
			membershipId: memberships.id,
			agencyId: memberships.agencyId,
			agencyName: agencies.name,
			unitId: memberships.unitId,
			unitName: units.name,
			employment: memberships.employment,
			jobClass: memberships.jobClass,
			position: memberships.position,
			grade: memberships.grade,
			legalStatus: memberships.legalStatus,
			homeAgencyId: memberships.homeAgencyId,
			since: memberships.validFrom,
			till: memberships.validTo,
		})
		.from(people)
		.leftJoin(memberships, eq(memberships.personId, people.id))
		.leftJoin(agencies, eq(agencies.id, memberships.agencyId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(eq(people.id, personId))
		.orderBy(desc(memberships.validTo), desc(memberships.id));
	const present = await db
		.select({ id: memberships.id })
		.from(memberships)
		.where(and(eq(memberships.personId, personId), isPresent()));
	const held = rows.find(({ membershipId }) => membershipId === present[0]?.id);
	// A post that an import still has to bring is none yet.
	const over = rows.find(({ till }) => till !== null);
	const row = held ?? over ?? (rows[0] && { ...rows[0], ...noPost });
	return row ? { ...row, isPresent: held !== undefined } : null;
}

const noPost = {
	membershipId: null,
	agencyId: null,
	agencyName: null,
	unitId: null,
	unitName: null,
	employment: null,
	jobClass: null,
	position: null,
	grade: null,
	legalStatus: null,
	homeAgencyId: null,
	since: null,
	till: null,
};

/** Into which record a record was merged; null when it was not, or does not exist. */
export async function mergedInto(personId: string): Promise<string | null> {
	const [row] = await db.select({ into: people.mergedIntoId }).from(people).where(eq(people.id, personId));
	return row?.into ?? null;
}

/** The posts of a person, the latest first; those that lasted no time are left out, and those that are yet to come. */
export async function postsOf(personIds: readonly string[]) {
	const rows = await db
		.select({
			id: memberships.id,
			agencyName: agencies.name,
			unitName: units.name,
			homeAgencyId: memberships.homeAgencyId,
			employment: memberships.employment,
			jobClass: memberships.jobClass,
			position: memberships.position,
			grade: memberships.grade,
			legalStatus: memberships.legalStatus,
			from: memberships.validFrom,
			till: memberships.validTo,
			beginRunId: memberships.beginRunId,
		})
		.from(memberships)
		.innerJoin(agencies, eq(agencies.id, memberships.agencyId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(and(inArray(memberships.personId, [...personIds]), isNull(memberships.beginRunId)))
		.orderBy(desc(memberships.validFrom), desc(memberships.id));
	const lasting = rows.filter(({ from, till }) => till === null || till > from);
	const homes = lasting.flatMap(({ homeAgencyId }) => homeAgencyId ?? []);
	const named = homes.length
		? await db
				.select({ id: agencies.id, name: agencies.name })
				.from(agencies)
				.where(inArray(agencies.id, homes))
		: [];
	const nameOf = new Map(named.map(({ id, name }) => [id, name]));
	return lasting.map(({ beginRunId: _run, homeAgencyId, ...row }) => ({
		...row,
		homeAgencyName: homeAgencyId ? (nameOf.get(homeAgencyId) ?? null) : null,
	}));
}
