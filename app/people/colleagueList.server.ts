import { and, asc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, memberships, nameTokens, people, units } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { postsWithin } from "./colleague.server.ts";
import { asIdentifier } from "./findPerson.server.ts";
import { tokensOf } from "./names.ts";

export type ColleagueFilter = {
	scope: AgencyScope | null;
	/** Beginnings of the words of a name, or one whole NIP or e-mail; "" lists everybody. */
	search: string;
	/** "" for all units. */
	unitId: string;
};
/** The last row of the page before. */
export type ColleagueCursor = { sortKey: string; id: string };

/** People who work in the scope now, by name, after the cursor. Costs a page, and never more than the agency. */
export async function colleagues(filter: ColleagueFilter, after: ColleagueCursor | null, limit: number) {
	const within = filter.scope && postsWithin(filter.scope);
	if (!within || filter.scope?.kind === "nation" || !filter.scope) return [];
	const { sortKey, id } = memberships;
	return db
		.select({
			membershipId: id,
			sortKey,
			personId: people.id,
			name: people.name,
			titleBefore: people.titleBefore,
			titleAfter: people.titleAfter,
			unitName: units.name,
			employment: memberships.employment,
			position: memberships.position,
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(
			and(
				within,
				filter.unitId ? eq(memberships.unitId, filter.unitId) : undefined,
				...found(filter.search, filter.scope.agencyId),
				after
					? and(gte(sortKey, after.sortKey), or(sql`${sortKey} > ${after.sortKey}`, sql`${id} > ${after.id}`))
					: undefined,
			),
		)
		.orderBy(asc(sortKey), asc(id))
		.limit(limit);
}

function found(search: string, agencyId: string): SQL[] {
	const typed = search.trim();
	if (!typed) return [];
	const identifier = asIdentifier(typed);
	if (/^\d{18}$/.test(identifier) || identifier.includes("@")) {
		const owner = db
			.select({ id: identifiers.personId })
			.from(identifiers)
			.where(eq(identifiers.value, identifier));
		return [inArray(memberships.personId, owner)];
	}
	return tokensOf(typed).map((token) =>
		inArray(
			memberships.personId,
			db
				.select({ id: nameTokens.personId })
				.from(nameTokens)
				.where(
					and(
						eq(nameTokens.agencyId, agencyId),
						gte(nameTokens.token, token),
						lt(nameTokens.token, `${token}\uffff`),
					),
				),
		),
	);
}
