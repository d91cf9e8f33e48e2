import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { people, personMerges } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { releasePosts } from "../../people/roster/release.server.ts";
import { type MergeFault, mergeFault } from "./faults.server.ts";
import { joinEnrolments } from "./joinEnrolments.server.ts";
import { moveAccount, moveIdentifiers, moveSeats, moveSittings } from "./moveOthers.server.ts";
import { movePosts } from "./movePosts.server.ts";
import { type PlainName, plain, plainNames } from "./tables.ts";
import type { MergeTrace } from "./trace.ts";

export type Merging = {
	keptId: string;
	goneId: string;
	reason: string;
	/** The agency whose roles alone may go over; null: any. */
	own: string | null;
	actor: Actor;
	now: number;
};

/**
 * Makes two records one, in one transaction: everything of the one that goes is the other's, what both had counts once,
 * and the record that goes stays as a stone that leads to the other. Audited on both.
 */
export function* mergePeople(tx: Tx, merging: Merging): Body<{ id: string } | { fault: MergeFault }> {
	const { keptId, goneId, reason, own, actor, now } = merging;
	const fault = yield* mergeFault(tx, keptId, goneId, own);
	if (fault) return { fault };
	for (const personId of [keptId, goneId]) yield* releasePosts(tx, personId);
	const id = uuid();
	const at = { id, keptId, goneId, now };
	const joined = yield* joinEnrolments(tx, at);
	const trace: MergeTrace = {
		...joined,
		plain: yield* movePlain(tx, keptId, goneId),
		sittings: yield* moveSittings(tx, at),
		identifiers: yield* moveIdentifiers(tx, at),
		...(yield* movePosts(tx, at)),
		...(yield* moveAccount(tx, at)),
		seats: yield* moveSeats(tx, at),
	};
	yield* run(tx.update(people).set({ mergedIntoId: keptId }).where(eq(people.id, goneId)));
	const by = { actorId: actor.id, actorName: actor.name };
	const row = { id, keptId, goneId, reason, trace, ...by, at: now };
	yield* run(tx.insert(personMerges).values({ ...row, state: "merged" }));
	yield* auditMerge(tx, "person.merge", { id, keptId, goneId }, { reason, actor, now });
	return { id };
}

export function* auditMerge(
	tx: Tx,
	action: "person.merge" | "person.unmerge",
	{ id, keptId, goneId }: { id: string; keptId: string; goneId: string },
	{ reason, actor, now }: { reason: string; actor: Actor; now: number },
): Body<void> {
	for (const subjectId of [keptId, goneId]) {
		const detail = { merge: id, kept: keptId, gone: goneId, reason };
		yield* recordAudit(tx, { actor, action, subjectKind: "person", subjectId, detail, at: now });
	}
}

/** One of the plain tables, by the columns that they share. */
export const plainTable = (name: PlainName) => plain[name] as typeof plain.notices;

function* movePlain(tx: Tx, keptId: string, goneId: string): Body<MergeTrace["plain"]> {
	const moved: MergeTrace["plain"] = {};
	for (const name of plainNames) {
		const table = plainTable(name);
		const rows = yield* run(
			tx
				.update(table)
				.set({ personId: keptId })
				.where(eq(table.personId, goneId))
				.returning({ id: table.id }),
		);
		if (rows.length > 0) moved[name] = rows.map(({ id }) => id);
	}
	return moved;
}
