import { and, eq, inArray, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, memberships, people, units } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { postsWithin } from "./colleague.server.ts";
import { type Cursor, checked, keysInAgency } from "./find/keys.server.ts";
import { keysInNation } from "./find/nation.server.ts";
import { readSearch } from "./find/search.ts";
import { isPresent } from "./present.server.ts";

export type ColleagueFilter = {
	scope: AgencyScope | null;
	/** Beginnings of the words of a name, the beginning of a number, or one whole e-mail; "" lists everybody. */
	search: string;
	/** "" for all units. */
	unitId: string;
};
export type ColleagueCursor = Cursor;
export type FoundPeople = { rows: Awaited<ReturnType<typeof details>>; next: Cursor | null };

/**
 * A page of the people of the scope that the search finds, after the cursor, by name. What it costs does not grow with
 * the number of people in the nation; within the nation's scope an empty search finds nobody.
 */
export async function findPeople(
	{ scope, search, unitId }: ColleagueFilter,
	after: Cursor | null,
	limit: number,
): Promise<FoundPeople> {
	if (!scope) return { rows: [], next: null };
	if (scope.kind === "nation") {
		const { keys, next } = await keysInNation(readSearch(search), after, limit);
		return { rows: await details(isPresent(), keys), next };
	}
	const posts = postsWithin(scope);
	const within = posts && (unitId ? and(posts, eq(memberships.unitId, unitId)) : posts);
	if (!within) return { rows: [], next: null };
	const asked = { agencyId: scope.agencyId, within, search: readSearch(search), after };
	const keys = await keysInAgency({ ...asked, limit: limit + 1 });
	const page = keys.slice(0, limit);
	const last = page.at(-1);
	const next = keys.length > limit && last ? { sortKey: last.sortKey, id: last.id } : null;
	return { rows: await details(within, page), next };
}

/** What lists show of posts, in their order. The fence is here: no key outside of `within` gives a row. */
async function details(within: SQL | undefined, keys: readonly { id: string }[]) {
	if (keys.length === 0) return [];
	const ids = keys.map(({ id }) => id);
	const rows = await db
		.select({
			membershipId: memberships.id,
			sortKey: memberships.sortKey,
			personId: people.id,
			name: people.name,
			titleBefore: people.titleBefore,
			titleAfter: people.titleAfter,
			agencyName: agencies.shortName,
			unitName: units.name,
			employment: memberships.employment,
			position: memberships.position,
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.innerJoin(agencies, eq(agencies.id, memberships.agencyId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(and(inArray(memberships.id, ids), checked(within)));
	const byId = new Map(rows.map((row) => [row.membershipId, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}
