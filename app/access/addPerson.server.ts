import type { Body, Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { createPerson, type IdentifierInput, type Post } from "../people/createPerson.server.ts";

type NewColleague = {
	name: string;
	titleBefore: string;
	titleAfter: string;
	identifiers: IdentifierInput[];
	post: Post;
	actor: Actor;
	now: number;
};

/**
 * Makes a person with a post by an admin's act, audited. They have no account until they are invited.
 * @returns null when an identifier belongs to somebody already; nothing is written then
 */
export function* addPerson(tx: Tx, { actor, ...person }: NewColleague): Body<string | null> {
	const made = yield* createPerson(tx, person);
	if (!made) return null;
	const { now, post } = person;
	const subject = { subjectKind: "person", subjectId: made.personId };
	yield* recordAudit(tx, { ...subject, actor, action: "person.create", agencyId: post.agencyId, at: now });
	return made.personId;
}
