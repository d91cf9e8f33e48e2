import { and, asc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, memberships, nameTokens, numberKinds } from "#db/schema/index.ts";
import { beyond, type Search } from "./search.ts";

/** A post found, by what lists are ordered by. */
export type FoundPost = { id: string; personId: string; agencyId: string; sortKey: string };
/** The last row of the page before. */
export type Cursor = { sortKey: string; id: string };
type Asked = { agencyId: string; within: SQL; search: Search; after: Cursor | null; limit: number };

/** A word that so many people of an agency have is met soon by walking its list; a rarer one is looked up. */
const FREQUENT = 1000;
/** The same of the beginning of a number: its owners are looked up in the whole nation. */
const FREQUENT_NUMBER = 4000;
const AT_ONCE = 500;

const { id, agencyId, sortKey, personId } = memberships;
const columns = { id, personId, agencyId, sortKey };

/** The next posts of one agency that the search finds, by name, after the cursor. */
export async function keysInAgency(asked: Asked): Promise<FoundPost[]> {
	const { search } = asked;
	if (search.kind === "all") return walk(asked, []);
	if (search.kind === "words") return byWords(asked, search.words);
	if (search.kind === "email")
		return pageOf(asked, await postsOf(await ownersOfAddress(search.value), asked.within));
	const owners = await ownersOfNumber(search.prefix, FREQUENT_NUMBER + 1);
	if (owners.length <= FREQUENT_NUMBER) return pageOf(asked, await postsOf(owners, asked.within));
	return walk(asked, [hasNumber(search.prefix)]);
}

async function byWords(asked: Asked, words: string[]): Promise<FoundPost[]> {
	const named = words.map(isNamed);
	const rarest = await rarestOf([asked.agencyId], words);
	return rarest ? pageOf(asked, await postsOf(rarest, asked.within, ...named)) : walk(asked, named);
}

/** Who of the agencies has the rarest of the words; null when each of them is frequent. */
export async function rarestOf(agencyIds: string[], words: string[]): Promise<string[] | null> {
	const found = await Promise.all(words.map((word) => peopleNamed(agencyIds, word, FREQUENT)));
	const rare = found.flatMap((people) => (people ? [people] : []));
	return rare.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Walks the agency's list by name; quick where many match, and never longer than the agency. */
function walk({ within, after, limit }: Asked, conditions: SQL[]): Promise<FoundPost[]> {
	return db
		.select(columns)
		.from(memberships)
		.where(and(within, ...conditions, after ? isAfter(after) : undefined))
		.orderBy(asc(sortKey), asc(id))
		.limit(limit);
}

const isAfter = (after: Cursor) =>
	and(gte(sortKey, after.sortKey), or(sql`${sortKey} > ${after.sortKey}`, sql`${id} > ${after.id}`));

function pageOf({ after, limit }: Asked, found: FoundPost[]): FoundPost[] {
	return found
		.filter((post) => !after || byName(post, after) > 0)
		.sort(byName)
		.slice(0, limit);
}

/** As both databases order: sort keys and ids are compared bytewise. */
export function byName(
	one: Pick<FoundPost, "sortKey" | "id">,
	other: Pick<FoundPost, "sortKey" | "id">,
): number {
	if (one.sortKey !== other.sortKey) return one.sortKey < other.sortKey ? -1 : 1;
	if (one.id === other.id) return 0;
	return one.id < other.id ? -1 : 1;
}

/** A condition that is only checked: no planner goes by its columns instead of by what was looked up. */
export const checked = (condition: SQL | undefined): SQL => sql`case when ${condition} then 1 else 0 end = 1`;

/** The posts within that these people hold. */
export async function postsOf(
	owners: readonly string[],
	within: SQL | undefined,
	...conditions: SQL[]
): Promise<FoundPost[]> {
	const found: FoundPost[] = [];
	for (let begin = 0; begin < owners.length; begin += AT_ONCE) {
		const some = inArray(personId, owners.slice(begin, begin + AT_ONCE));
		const rows = await db
			.select(columns)
			.from(memberships)
			.where(and(some, checked(within), ...conditions));
		found.push(...rows);
	}
	return found;
}

/** Who of the agencies has a word in the name that begins so; null when they are more than `most`. */
async function peopleNamed(agencyIds: string[], word: string, most: number): Promise<string[] | null> {
	const { token } = nameTokens;
	const begins = and(gte(token, word), lt(token, beyond(word)));
	const rows = await db
		.select({ personId: nameTokens.personId })
		.from(nameTokens)
		.where(and(inArray(nameTokens.agencyId, agencyIds), begins))
		.limit(most + 1);
	return rows.length > most ? null : [...new Set(rows.map((row) => row.personId))];
}

/** The sort key is the words of the name, folded. */
export const isNamed = (word: string): SQL => sql`' ' || ${sortKey} like ${`% ${word}%`}`;

const isNumber = (prefix: string) =>
	and(
		gte(identifiers.value, prefix),
		lt(identifiers.value, beyond(prefix)),
		inArray(identifiers.kind, [...numberKinds]),
	);

/** Whose number, present or past, begins so, in the order of the numbers; at most `limit`. */
export async function ownersOfNumber(prefix: string, limit: number, from = ""): Promise<string[]> {
	const rows = await db
		.select({ personId: identifiers.personId })
		.from(identifiers)
		.where(and(isNumber(prefix), from ? sql`${identifiers.value} > ${from}` : undefined))
		.orderBy(asc(identifiers.value))
		.limit(limit);
	return [...new Set(rows.map((row) => row.personId))];
}

function hasNumber(prefix: string): SQL {
	const own = and(eq(identifiers.personId, personId), isNumber(prefix));
	return sql`exists (select 1 from ${identifiers} where ${own})`;
}

export async function ownersOfAddress(value: string): Promise<string[]> {
	const rows = await db
		.select({ personId: identifiers.personId })
		.from(identifiers)
		.where(eq(identifiers.value, value));
	return rows.map((row) => row.personId);
}
