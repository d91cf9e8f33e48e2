import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, identifiers, memberships, nameTokens } from "#db/schema/index.ts";
import { isPresent } from "../present.server.ts";
import {
	byName,
	type Cursor,
	type FoundPost,
	isNamed,
	keysInAgency,
	ownersOfAddress,
	ownersOfNumber,
	postsOf,
	rarestOf,
} from "./keys.server.ts";
import { beyond, type Search } from "./search.ts";

export type FoundKeys = { keys: FoundPost[]; next: Cursor | null };
const NOBODY: FoundKeys = { keys: [], next: null };

/** Agencies that are looked through for one page: more are left to the next. */
const TOGETHER = 60;
const ONE_BY_ONE = 20;
const AGENCY = "instansi:";

/** The next posts of the nation that the search finds: by number, or by agency and name. Nobody for an empty search. */
export async function keysInNation(search: Search, after: Cursor | null, limit: number): Promise<FoundKeys> {
	if (search.kind === "all") return NOBODY;
	if (search.kind === "email")
		return { keys: await postsOf(await ownersOfAddress(search.value), isPresent()), next: null };
	if (search.kind === "number") return byNumber(search.prefix, after, limit);
	return byWords(search.words, after, limit);
}

async function byNumber(prefix: string, after: Cursor | null, limit: number): Promise<FoundKeys> {
	const owners = await ownersOfNumber(prefix, limit + 1, after ? await numberOf(after.id, prefix) : "");
	const page = owners.slice(0, limit);
	const posts = await postsOf(page, isPresent());
	const place = new Map(page.map((personId, at) => [personId, at]));
	const keys = posts.sort((a, b) => (place.get(a.personId) ?? 0) - (place.get(b.personId) ?? 0));
	const last = keys.at(-1);
	return { keys, next: owners.length > limit && last ? { sortKey: last.sortKey, id: last.id } : null };
}

/** The number that the cursor's person was found by; an address shows none. */
async function numberOf(membershipId: string, prefix: string): Promise<string> {
	const begins = and(gte(identifiers.value, prefix), lt(identifiers.value, beyond(prefix)));
	const rows = await db
		.select({ value: identifiers.value })
		.from(memberships)
		.innerJoin(identifiers, eq(identifiers.personId, memberships.personId))
		.where(and(eq(memberships.id, membershipId), begins))
		.orderBy(asc(identifiers.value));
	return rows.at(-1)?.value ?? "";
}

async function byWords(words: string[], after: Cursor | null, limit: number): Promise<FoundKeys> {
	const from = after ? await agencyOf(after) : null;
	const all = await agenciesWith(words);
	const begin = from === null ? 0 : Math.max(0, all.indexOf(from));
	const asked = { words, after: after?.id.startsWith(AGENCY) ? null : after, limit };
	const together = all.slice(begin, begin + TOGETHER);
	const rarest = together.length > 0 ? await rarestOf(together, words) : [];
	if (!rarest) return oneByOne(all.slice(begin, begin + ONE_BY_ONE + 1), asked);
	const found = await postsOf(rarest, isPresent(), ...words.map(isNamed));
	const place = new Map(together.map((id, at) => [id, at]));
	const at = (post: FoundPost) => place.get(post.agencyId) ?? TOGETHER;
	const keys = found
		.filter(
			(post) => at(post) < TOGETHER && !(asked.after && at(post) === 0 && byName(post, asked.after) <= 0),
		)
		.sort((a, b) => at(a) - at(b) || byName(a, b));
	return upTo(limit, keys, all[begin + TOGETHER]);
}

type Words = { words: string[]; after: Cursor | null; limit: number };

async function oneByOne(these: string[], { words, after, limit }: Words): Promise<FoundKeys> {
	const keys: FoundPost[] = [];
	for (const [at, agencyId] of these.slice(0, ONE_BY_ONE).entries()) {
		const within = sql`${and(eq(memberships.agencyId, agencyId), isPresent())}`;
		const search = { kind: "words" as const, words };
		const begin = at === 0 ? after : null;
		keys.push(...(await keysInAgency({ agencyId, within, search, after: begin, limit: limit + 1 })));
		if (keys.length > limit) break;
	}
	return upTo(limit, keys, these[ONE_BY_ONE]);
}

/** A page of the keys; where they do not fill it, the next begins with that agency. */
function upTo(limit: number, keys: FoundPost[], nextAgency: string | undefined): FoundKeys {
	const page = keys.slice(0, limit);
	const last = page.at(-1);
	if (keys.length > limit && last) return { keys: page, next: { sortKey: last.sortKey, id: last.id } };
	return { keys: page, next: nextAgency ? { sortKey: "-", id: `${AGENCY}${nextAgency}` } : null };
}

async function agencyOf({ id }: Cursor): Promise<string | null> {
	if (id.startsWith(AGENCY)) return id.slice(AGENCY.length);
	const [row] = await db
		.select({ agencyId: memberships.agencyId })
		.from(memberships)
		.where(eq(memberships.id, id));
	return row?.agencyId ?? null;
}

/** The agencies in which each of the words begins a word of somebody's name: one look into the index for each. */
async function agenciesWith(words: string[]): Promise<string[]> {
	const begins = (word: string) =>
		and(
			eq(nameTokens.agencyId, agencies.id),
			gte(nameTokens.token, word),
			lt(nameTokens.token, beyond(word)),
		);
	// A scalar subquery is asked agency by agency; a join may be turned round into a scan of all names.
	const has = (word: string) =>
		sql`(select ${nameTokens.token} from ${nameTokens} where ${begins(word)} limit 1) is not null`;
	const rows = await db
		.select({ id: agencies.id })
		.from(agencies)
		.where(and(...words.map(has)))
		.orderBy(asc(agencies.sortKey), asc(agencies.id));
	return rows.map(({ id }) => id);
}
