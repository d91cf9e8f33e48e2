import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { identifiers, memberships, rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

type Membership = typeof memberships.$inferSelect;

/**
 * Frees a person's posts from the roster imports that are at work on them, before somebody else changes them: what is in
 * force stays as plain rows, what is not yet is taken back, and the import leaves the person.
 */
export function* releasePosts(tx: Tx, personId: string): Body<void> {
	const { beginRunId, endRunId } = memberships;
	const marked = and(eq(memberships.personId, personId), or(isNotNull(beginRunId), isNotNull(endRunId)));
	const posts = yield* run(tx.select().from(memberships).where(marked));
	if (posts.length === 0) return;
	const ids = posts.flatMap((post) => [post.beginRunId ?? "", post.endRunId ?? ""]);
	const atWork = yield* run(tx.select().from(rosterImports).where(inArray(rosterImports.id, ids)));
	for (const { id, state, publishedAt } of atWork) {
		const isInForce = state === "settling" || state === "undoing";
		for (const post of posts) yield* release(tx, post, id, isInForce ? publishedAt : null);
		const row = and(eq(rosterRows.runId, id), eq(rosterRows.personId, personId));
		if (state === "applying") {
			const own = and(eq(identifiers.personId, personId), eq(identifiers.beginRunId, id));
			yield* run(tx.delete(identifiers).where(own));
			yield* run(tx.update(rosterRows).set({ done: "left", reason: "changed-meanwhile" }).where(row));
		}
		if (state === "undoing") yield* run(tx.update(rosterRows).set({ touched: "post" }).where(row));
	}
}

/** @param inForceSince null: the run is not in force */
function* release(tx: Tx, post: Membership, runId: string, inForceSince: number | null): Body<void> {
	const here = eq(memberships.id, post.id);
	if (post.beginRunId === runId) {
		if (inForceSince === null) return void (yield* run(tx.delete(memberships).where(here)));
		yield* run(tx.update(memberships).set({ beginRunId: null, validFrom: inForceSince }).where(here));
	}
	if (post.endRunId === runId)
		yield* run(tx.update(memberships).set({ endRunId: null, validTo: inForceSince }).where(here));
}
