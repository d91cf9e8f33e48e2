import { and, eq, gt, inArray, ne, or } from "drizzle-orm";
import {
	attempts,
	enrolments,
	identifiers,
	jpLedger,
	people,
	personActs,
	personMerges,
	placementSittings,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { presentPost } from "../../people/acts/posts.server.ts";
import { isRosterAtWork } from "../../people/roster/atWork.server.ts";
import { heldGrants } from "../acts/carryOut.server.ts";
import type { MergeTrace } from "./trace.ts";

const DAY = 86_400_000;
/** How long a merge can be undone. */
export const UNDO_MS = 30 * DAY;

/** Why two records cannot be merged now. */
export type MergeFault = "same" | "unknown" | "merged" | "in-exam" | "foreign-role" | "roster-at-work";

/** @param own the agency to which the roles of the record that goes must belong; null: whatever they are */
export function* mergeFault(
	tx: Tx,
	keptId: string,
	goneId: string,
	own: string | null,
): Body<MergeFault | null> {
	if (keptId === goneId) return "same";
	const both = [keptId, goneId];
	const found = yield* run(tx.select().from(people).where(inArray(people.id, both)));
	if (found.length < 2) return "unknown";
	if (found.some(({ mergedIntoId }) => mergedIntoId !== null)) return "merged";
	if (yield* isInExam(tx, both)) return "in-exam";
	const held = yield* heldGrants(tx, goneId);
	if (own !== null && held.some(({ agencyId }) => agencyId !== own)) return "foreign-role";
	for (const id of both) {
		const post = yield* presentPost(tx, id);
		if (post && (yield* isRosterAtWork(tx, post.agencyId))) return "roster-at-work";
	}
	return null;
}

function* isInExam(tx: Tx, ids: string[]): Body<boolean> {
	const sat = yield* run(
		tx
			.select({ id: attempts.id })
			.from(attempts)
			.where(and(inArray(attempts.personId, ids), eq(attempts.state, "open")))
			.limit(1),
	);
	if (sat.length > 0) return true;
	const { id, personId, state } = placementSittings;
	const open = and(inArray(personId, ids), eq(state, "open"));
	return (yield* run(tx.select({ id }).from(placementSittings).where(open).limit(1))).length > 0;
}

type Merge = typeof personMerges.$inferSelect;
/** Why a merge cannot be undone. */
export type UnmergeFault =
	| "gone"
	| "expired"
	| "newer-merge"
	| "newer-act"
	| "post-changed"
	| "identifier-changed"
	| "in-exam"
	| "learned-since"
	| "roster-at-work";

/** What stands in the way of undoing a merge whole; null: nothing. */
export function* unmergeFault(tx: Tx, merge: Merge, now: number): Body<UnmergeFault | null> {
	const trace = merge.trace as MergeTrace;
	const { keptId, at } = merge;
	if (merge.state !== "merged") return "gone";
	if (now > at + UNDO_MS) return "expired";
	const later = yield* run(
		tx
			.select({ id: personMerges.id })
			.from(personMerges)
			.where(
				and(
					or(eq(personMerges.keptId, keptId), eq(personMerges.goneId, keptId)),
					eq(personMerges.state, "merged"),
					ne(personMerges.id, merge.id),
					or(gt(personMerges.at, at), and(eq(personMerges.at, at), gt(personMerges.id, merge.id))),
				),
			),
	);
	if (later.length > 0) return "newer-merge";
	const acted = and(eq(personActs.personId, keptId), gt(personActs.doneAt, at), eq(personActs.state, "done"));
	if ((yield* run(tx.select({ id: personActs.id }).from(personActs).where(acted))).length > 0)
		return "newer-act";
	if (yield* isInExam(tx, [keptId])) return "in-exam";
	const post = yield* presentPost(tx, keptId);
	const held = trace.present;
	if (post?.id !== held?.id || post?.agencyId !== held?.agencyId || post?.unitId !== held?.unitId)
		return "post-changed";
	if (post && (yield* isRosterAtWork(tx, post.agencyId))) return "roster-at-work";
	const renumbered = or(gt(identifiers.validFrom, at), gt(identifiers.validTo, at));
	const changed = and(eq(identifiers.personId, keptId), renumbered);
	if ((yield* run(tx.select({ id: identifiers.id }).from(identifiers).where(changed))).length > 0)
		return "identifier-changed";
	return (yield* hasLearnedSince(tx, keptId, trace, at)) ? "learned-since" : null;
}

/** Whether something hangs since on what the two records brought together, so that it belongs to neither alone. */
function* hasLearnedSince(tx: Tx, keptId: string, trace: MergeTrace, at: number): Body<boolean> {
	const joint = [...trace.enrolmentIds, ...trace.combined.map(({ before }) => before.id), ""];
	const sat = and(inArray(attempts.enrolmentId, joint), gt(attempts.startedAt, at));
	if ((yield* run(tx.select({ id: attempts.id }).from(attempts).where(sat).limit(1))).length > 0) return true;
	const { id, personId, creditedAt, sourceKind } = jpLedger;
	const taken = inArray(sourceKind, ["revocation", "reinstatement", "replacement"]);
	const since = and(eq(personId, keptId), gt(creditedAt, at), taken);
	if ((yield* run(tx.select({ id }).from(jpLedger).where(since).limit(1))).length > 0) return true;
	for (const { before, after } of trace.combined) {
		const [now] = yield* run(tx.select().from(enrolments).where(eq(enrolments.id, before.id)));
		if (now?.state !== after.state || now.finishedAt !== after.finishedAt || now.passedAt !== after.passedAt)
			return true;
	}
	return false;
}

/** Records that were merged into this one, directly or by way of another. */
export function* recordsWithin(tx: Tx, personId: string): Body<string[]> {
	const within: string[] = [];
	for (let next = [personId]; next.length > 0; ) {
		const rows = yield* run(
			tx.select({ id: people.id }).from(people).where(inArray(people.mergedIntoId, next)),
		);
		next = rows.map(({ id }) => id);
		within.push(...next);
	}
	return within;
}
