import { and } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { identifiers, memberships, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { isPresent } from "../present.server.ts";
import { inUse } from "./inUse.server.ts";
import { each, markRows, type RosterRow, type RosterRun, saveRows } from "./rows.server.ts";
import type { Touch } from "./trace.ts";

/**
 * Puts the run's marks back on what it wrote, so that all of it turns at the moment at which the run is withdrawn; nobody
 * who reads sees a difference yet. A row that something newer touched keeps what it is and says by what.
 */
export function* unsettleRows(tx: Tx, roster: RosterRun, rows: readonly RosterRow[]): Body<void> {
	const seen = yield* seenNow(tx, rows);
	const judged = rows.map((row): RosterRow => {
		const touched = touchOf(row, roster, seen);
		return { ...row, touched, done: touched === null ? "unsettled" : row.done };
	});
	const free = judged.filter(({ touched }) => touched === null);
	const begun = each(free, ({ trace }) => trace.begun?.id);
	const ended = each(free, ({ trace }) => trace.ended?.id);
	const named = free.flatMap(({ trace }) => trace.identifierIds);
	const set = { endRunId: roster.id, validTo: null };
	if (begun.length > 0)
		yield* run(tx.update(memberships).set({ beginRunId: roster.id }).where(among(memberships.id, begun)));
	if (ended.length > 0) yield* run(tx.update(memberships).set(set).where(among(memberships.id, ended)));
	if (named.length > 0)
		yield* run(tx.update(identifiers).set({ beginRunId: roster.id }).where(among(identifiers.id, named)));
	yield* markRows(tx, free, "unsettled");
	yield* saveRows(
		tx,
		judged.filter(({ touched }, at) => touched !== (rows[at]?.touched ?? null)),
	);
}

type Membership = typeof memberships.$inferSelect;
type Seen = {
	posts: Map<string, Membership>;
	/** The present post of each person. */
	present: Map<string, Membership>;
	names: Map<string, typeof people.$inferSelect>;
	used: Set<string>;
};

function* seenNow(tx: Tx, rows: readonly RosterRow[]): Body<Seen> {
	const postIds = rows.flatMap(({ trace: { begun, ended, mark } }) => [
		begun?.id ?? "",
		ended?.id ?? "",
		mark?.membershipId ?? "",
	]);
	const posts = yield* run(tx.select().from(memberships).where(among(memberships.id, postIds)));
	const ids = each(rows, ({ personId }) => personId);
	const mine = and(among(memberships.personId, ids), isPresent());
	const present = yield* run(tx.select().from(memberships).where(mine));
	const named = yield* run(tx.select().from(people).where(among(people.id, ids)));
	const made = each(rows, ({ trace, personId }) => (trace.isNew ? personId : null));
	return {
		posts: new Map(posts.map((one) => [one.id, one])),
		present: new Map(present.map((one) => [one.personId, one])),
		names: new Map(named.map((one) => [one.id, one])),
		used: yield* inUse(tx, made),
	};
}

/** What touched the row since it was applied: its post, its mark of absence, its name, or (for a new person) anything. */
function touchOf(row: RosterRow, { publishedAt }: RosterRun, seen: Seen): Touch | null {
	const { begun, ended, mark, isNew } = row.trace;
	const post = seen.present.get(row.personId ?? "");
	if (isNew && seen.used.has(row.personId ?? "")) return "used";
	if (begun && !isAsBegun(begun, seen.posts.get(begun.id))) return "post";
	if (begun ? post?.id !== begun.id : ended && post) return "post";
	if (ended && !isAsEnded(seen.posts.get(ended.id), publishedAt)) return "post";
	if (mark) {
		const marked = seen.posts.get(mark.membershipId);
		const expected = row.outcome === "absent" ? publishedAt : null;
		if (!marked || marked.validTo !== null || marked.endRunId !== null) return "post";
		if (marked.absentSince !== expected) return "absence";
	}
	return isNameChanged(row, seen) ? "name" : null;
}

function isAsBegun(begun: NonNullable<RosterRow["trace"]["begun"]>, now: Membership | undefined): boolean {
	if (!now || now.validTo !== null || now.beginRunId !== null || now.endRunId !== null) return false;
	if (now.absentSince !== null) return false;
	const { agencyId, unitId, position, grade } = begun;
	return (
		now.agencyId === agencyId && now.unitId === unitId && now.position === position && now.grade === grade
	);
}

const isAsEnded = (now: Membership | undefined, publishedAt: number | null): boolean =>
	now !== undefined && now.validTo === publishedAt && now.endRunId === null;

function isNameChanged({ personId, plan, isRename, trace }: RosterRow, seen: Seen): boolean {
	if (!plan || (!isRename && !trace.isNew)) return false;
	const now = seen.names.get(personId ?? "");
	return Object.entries(plan.person).some(
		([field, value]) => now?.[field as keyof typeof plan.person] !== value,
	);
}
