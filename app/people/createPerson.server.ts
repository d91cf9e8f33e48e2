import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
	type Employment,
	type IdentifierKind,
	identifiers,
	type JobClass,
	memberships,
	nameTokens,
	people,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { sortKeyOf, tokensOf } from "./names.ts";
import { releasePosts } from "./roster/release.server.ts";

export type IdentifierInput = { kind: IdentifierKind; value: string };
export type Post = {
	agencyId: string;
	unitId: string | null;
	employment: Employment;
	jobClass: JobClass;
	position: string;
	grade: string;
};
type NewPerson = {
	name: string;
	titleBefore?: string;
	titleAfter?: string;
	identifiers: IdentifierInput[];
	post: Post | null;
	now: number;
};

/**
 * Makes a person with identifiers and, if given, a first post.
 * @returns null when one of the identifiers belongs to somebody already; nothing is written then
 */
export function* createPerson(
	tx: Tx,
	{ identifiers: known, post, now, ...person }: NewPerson,
): Body<{ personId: string } | null> {
	for (const { value } of known) if (yield* isTaken(tx, value)) return null;
	const personId = uuid();
	yield* run(
		tx.insert(people).values({ ...person, id: personId, sortKey: sortKeyOf(person.name), createdAt: now }),
	);
	for (const identifier of known) {
		yield* run(tx.insert(identifiers).values({ ...identifier, id: uuid(), personId, validFrom: now }));
	}
	if (post) yield* beginMembership(tx, { personId, name: person.name, post, now });
	return { personId };
}

/** Begins a person's post, with the tokens that find them there. A post still open must be ended before. */
export function* beginMembership(
	tx: Tx,
	{ personId, name, post, now }: { personId: string; name: string; post: Post; now: number },
): Body<void> {
	yield* releasePosts(tx, personId);
	const row = { ...post, id: uuid(), personId, sortKey: sortKeyOf(name), validFrom: now };
	yield* run(tx.insert(memberships).values(row));
	const tokens = tokensOf(name).map((token) => ({ agencyId: post.agencyId, token, personId }));
	yield* run(tx.insert(nameTokens).values(tokens).onConflictDoNothing());
	const { agencyId, unitId } = post;
	yield* recordActivity(tx, { kind: "person.joined", personId, agencyId, unitId, data: {}, at: now });
}

function* isTaken(tx: Tx, value: string): Body<boolean> {
	const found = yield* run(
		tx.select({ id: identifiers.id }).from(identifiers).where(eq(identifiers.value, value)),
	);
	return found.length > 0;
}
