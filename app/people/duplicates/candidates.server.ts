import { aliasedTable, and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { duplicateCandidates, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import type { AgencyScope } from "../../agencies/scope.ts";

const one = aliasedTable(people, "one");
const other = aliasedTable(people, "other");
const { oneId, otherId, reason, foundAt, dismissedAt, agencyId } = duplicateCandidates;

/** Of the nation all pairs, of an agency those who both work there; a unit's scope sees none. */
function within(scope: AgencyScope): SQL | null | undefined {
	if (scope.kind === "nation") return undefined;
	return scope.kind === "agency" ? eq(agencyId, scope.agencyId) : null;
}

/** Pairs of records that may be one person's and wait for somebody to say, the latest found first. */
export async function openCandidates(scope: AgencyScope, limit: number) {
	const inside = within(scope);
	if (inside === null) return [];
	return db
		.select({ oneId, otherId, reason, foundAt, oneName: one.name, otherName: other.name })
		.from(duplicateCandidates)
		.innerJoin(one, and(eq(one.id, oneId), isNull(one.mergedIntoId)))
		.innerJoin(other, and(eq(other.id, otherId), isNull(other.mergedIntoId)))
		.where(and(inside, isNull(dismissedAt)))
		.orderBy(desc(foundAt), desc(oneId), desc(otherId))
		.limit(limit);
}

/** Notes that a pair of the scope are two people; audited. @returns false when there is no such pair */
export function* dismissCandidate(
	tx: Tx,
	pair: { oneId: string; otherId: string },
	{ scope, actor, now }: { scope: AgencyScope; actor: Actor; now: number },
): Body<boolean> {
	const inside = within(scope);
	if (inside === null) return false;
	const own = and(eq(oneId, pair.oneId), eq(otherId, pair.otherId), isNull(dismissedAt), inside);
	const set = { dismissedAt: now, dismissedBy: actor.name };
	const done = yield* run(tx.update(duplicateCandidates).set(set).where(own).returning());
	if (done.length === 0) return false;
	const subject = { subjectKind: "person", subjectId: pair.oneId };
	const detail = { other: pair.otherId };
	yield* recordAudit(tx, { actor, action: "person.distinct", ...subject, detail, at: now });
	return true;
}
