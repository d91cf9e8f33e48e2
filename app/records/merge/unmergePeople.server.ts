import { and, eq, inArray } from "drizzle-orm";
import { people, personMerges } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Actor } from "../../activity/audit.server.ts";
import { releasePosts } from "../../people/roster/release.server.ts";
import { type UnmergeFault, unmergeFault } from "./faults.server.ts";
import { partEnrolments } from "./joinEnrolments.server.ts";
import { auditMerge, plainTable } from "./mergePeople.server.ts";
import { partOthers } from "./moveOthers.server.ts";
import { partPosts } from "./movePosts.server.ts";
import { plainNames } from "./tables.ts";
import type { MergeTrace } from "./trace.ts";

/** Makes the two records two again, whole, within 30 days and as long as nothing newer rests on the merge. Audited. */
export function* unmergePeople(
	tx: Tx,
	id: string,
	{ reason, actor, now }: { reason: string; actor: Actor; now: number },
): Body<"undone" | UnmergeFault> {
	const [merge] = yield* run(tx.select().from(personMerges).where(eq(personMerges.id, id)));
	if (!merge) return "gone";
	const { keptId, goneId } = merge;
	yield* releasePosts(tx, keptId);
	const fault = yield* unmergeFault(tx, merge, now);
	if (fault) return fault;
	const at = { id, keptId, goneId, now };
	const trace = merge.trace as MergeTrace;
	yield* run(tx.update(people).set({ mergedIntoId: null }).where(eq(people.id, goneId)));
	yield* partPlain(tx, trace, at);
	yield* partEnrolments(tx, trace, at);
	yield* partPosts(tx, trace, at);
	yield* partOthers(tx, trace, at);
	const undone = { state: "undone" as const, undoneAt: now };
	yield* run(tx.update(personMerges).set(undone).where(eq(personMerges.id, id)));
	yield* auditMerge(tx, "person.unmerge", { id, keptId, goneId }, { reason, actor, now });
	return "undone";
}

function* partPlain(
	tx: Tx,
	trace: MergeTrace,
	{ keptId, goneId }: { keptId: string; goneId: string },
): Body<void> {
	for (const name of plainNames) {
		const ids = trace.plain[name] ?? [];
		const table = plainTable(name);
		const moved = and(inArray(table.id, ids), eq(table.personId, keptId));
		if (ids.length > 0) yield* run(tx.update(table).set({ personId: goneId }).where(moved));
	}
}
