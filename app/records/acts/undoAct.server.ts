import { and, eq, gt, inArray, ne, or } from "drizzle-orm";
import { memberships, people, personActs, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Actor } from "../../activity/audit.server.ts";
import { isStillGiven, takeIdentifierBack } from "../../people/acts/identifiers.server.ts";
import { presentPost, tellPlaces } from "../../people/acts/posts.server.ts";
import { renamePerson } from "../../people/acts/renamePerson.server.ts";
import { releasePosts } from "../../people/roster/release.server.ts";
import { actInState, auditAct, type PersonAct } from "./acts.server.ts";
import type { ActTrace } from "./carryOut.server.ts";
import { samePost } from "./plan.ts";

/** Why an act cannot be undone: something newer rests on it. */
export type UndoFault = "gone" | "newer-act" | "post-changed" | "identifier-changed" | "merged";

/** Takes an act back whole: posts, numbers, names, roles and what the log was told. Audited with the reason. */
export function* undoAct(
	tx: Tx,
	id: string,
	{ reason, actor, now }: { reason: string; actor: Actor; now: number },
): Body<"undone" | UndoFault> {
	const act = yield* actInState(tx, id, ["done"]);
	if (!act) return "gone";
	yield* releasePosts(tx, act.personId);
	const fault = yield* undoFault(tx, act);
	if (fault) return fault;
	yield* putBack(tx, act, now);
	const undone = { state: "undone" as const, endedAt: now };
	yield* run(tx.update(personActs).set(undone).where(eq(personActs.id, id)));
	yield* auditAct(tx, "person.undo", { ...act, reason }, actor, now);
	return "undone";
}

/** What stands in the way of undoing an act that was done; null: nothing. */
export function* undoFault(tx: Tx, act: PersonAct): Body<UndoFault | null> {
	const [person] = yield* run(tx.select().from(people).where(eq(people.id, act.personId)));
	if (!person || person.mergedIntoId) return "merged";
	const mine = and(eq(personActs.personId, act.personId), eq(personActs.state, "done"));
	const doneAt = act.doneAt ?? 0;
	// In the same millisecond the later id is the later act.
	const later = or(
		gt(personActs.doneAt, doneAt),
		and(eq(personActs.doneAt, doneAt), gt(personActs.id, act.id)),
	);
	const newer = yield* run(
		tx
			.select({ id: personActs.id })
			.from(personActs)
			.where(and(mine, ne(personActs.id, act.id), later)),
	);
	if (newer.length > 0) return "newer-act";
	const trace = act.trace as ActTrace;
	const post = yield* presentPost(tx, act.personId);
	if (trace.begunId ? post?.id !== trace.begunId : trace.ended !== null && post !== null)
		return "post-changed";
	if (post && trace.begun && !samePost(post, trace.begun)) return "post-changed";
	if (trace.identifier && !(yield* isStillGiven(tx, trace.identifier))) return "identifier-changed";
	return null;
}

function* putBack(tx: Tx, act: PersonAct, now: number): Body<void> {
	const { at, ended, begunId, begun, identifier, names, grantIds, hasEndedAccount } = act.trace as ActTrace;
	const { personId } = act;
	if (identifier) yield* takeIdentifierBack(tx, identifier);
	if (names) yield* renamePerson(tx, personId, names);
	if (begunId) yield* run(tx.delete(memberships).where(eq(memberships.id, begunId)));
	if (ended) yield* run(tx.update(memberships).set({ validTo: null }).where(eq(memberships.id, ended.id)));
	if (begun || ended) {
		const [person] = yield* run(tx.select().from(people).where(eq(people.id, personId)));
		yield* tellPlaces(tx, { personId, name: person?.name ?? "" }, begun, ended, { at, now });
	}
	if (grantIds.length > 0)
		yield* run(tx.update(roleGrants).set({ revokedAt: null }).where(inArray(roleGrants.id, grantIds)));
	if (hasEndedAccount) yield* run(tx.update(people).set({ diedAt: null }).where(eq(people.id, personId)));
}
