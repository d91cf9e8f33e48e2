import { eq, inArray } from "drizzle-orm";
import { memberships, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { presentPost, tellPlaces } from "../../people/acts/posts.server.ts";
import { sortKeyOf } from "../../people/names.ts";
import type { At } from "./joinEnrolments.server.ts";
import type { MergeTrace } from "./trace.ts";

type PostTrace = Pick<MergeTrace, "posts" | "present" | "goneHeld" | "hasTakenPost">;

/**
 * Gives the posts of the record that goes to the other. Where both hold one, the kept one's counts and the other ends;
 * where only the one that goes holds one, it is the other's from now on. The agency counts one person either way.
 */
export function* movePosts(tx: Tx, { keptId, goneId, now }: At): Body<PostTrace> {
	const kept = yield* presentPost(tx, keptId);
	const gone = yield* presentPost(tx, goneId);
	const { id, validTo, sortKey } = memberships;
	const posts = yield* run(
		tx.select({ id, validTo, sortKey }).from(memberships).where(eq(memberships.personId, goneId)),
	);
	const [person] = yield* run(tx.select().from(people).where(eq(people.id, keptId)));
	const name = person?.name ?? "";
	if (gone) yield* tellPlaces(tx, { personId: goneId, name }, gone, null, { at: now, now });
	if (gone && !kept) yield* tellPlaces(tx, { personId: keptId, name }, null, gone, { at: now, now });
	if (gone && kept) yield* run(tx.update(memberships).set({ validTo: now }).where(eq(id, gone.id)));
	const mine = { personId: keptId, sortKey: sortKeyOf(name) };
	yield* run(tx.update(memberships).set(mine).where(eq(memberships.personId, goneId)));
	const held = (post: typeof kept) => post && { id: post.id, agencyId: post.agencyId, unitId: post.unitId };
	return {
		posts,
		present: held(kept ?? gone),
		goneHeld: held(gone),
		hasTakenPost: gone !== null && kept === null,
	};
}

/** The mirror image of `movePosts`. */
export function* partPosts(tx: Tx, trace: MergeTrace, { keptId, goneId, now }: At): Body<void> {
	for (const { id, validTo, sortKey } of trace.posts)
		yield* run(
			tx.update(memberships).set({ personId: goneId, validTo, sortKey }).where(eq(memberships.id, id)),
		);
	const { goneHeld, hasTakenPost } = trace;
	if (!goneHeld) return;
	const both = yield* run(
		tx
			.select()
			.from(people)
			.where(inArray(people.id, [keptId, goneId])),
	);
	const nameOf = (id: string) => both.find((one) => one.id === id)?.name ?? "";
	const one = (personId: string) => ({ personId, name: nameOf(personId) });
	if (hasTakenPost) yield* tellPlaces(tx, one(keptId), goneHeld, null, { at: now, now });
	yield* tellPlaces(tx, one(goneId), null, goneHeld, { at: now, now });
}
