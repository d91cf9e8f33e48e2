import { and, asc, count, eq, gt, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { memberships, people, reorganisationChanges, reorganisations } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { changeOver } from "../../agencies/openMonth.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { isPresent } from "../../people/present.server.ts";
import { releasePosts } from "../../people/roster/release.server.ts";
import { addTokens, dropTokens } from "../../people/roster/tokens.server.ts";
import { REORGANISATION_JOB, type Reorganisation } from "./acts.server.ts";
import { moveMembers } from "./carryAssignments.server.ts";
import { parseEffect } from "./plan.ts";

type Membership = typeof memberships.$inferSelect;

/** People in one short transaction. */
const AT_ONCE = 100;
/** Then another job gets its turn. */
const TURN_MS = 4000;

/**
 * Takes people along with an act, or back, in short transactions, each of which leaves a state that can be gone on from:
 * a stopped worker loses nothing and does nothing twice. After a while it asks for another turn.
 */
export async function advanceReorganisation(id: string, clock: () => number): Promise<void> {
	const until = clock() + TURN_MS;
	while (await transaction((tx) => step(tx, id, clock()))) {
		if (clock() < until) continue;
		return transaction((tx) => enqueue(tx, { name: REORGANISATION_JOB, payload: { id }, runAt: clock() }));
	}
}

/** @returns whether there is more to do */
function* step(tx: Tx, id: string, now: number): Body<boolean> {
	const [act] = yield* run(tx.select().from(reorganisations).where(eq(reorganisations.id, id)));
	if (act?.state === "applying") return yield* takeAlong(tx, act, now);
	if (act?.state === "undoing") return yield* takeBack(tx, act, now);
	return false;
}

type Going = { rows: Membership[]; to: string | null; isMove: boolean; agencyId?: string };

function* takeAlong(tx: Tx, act: Reorganisation, now: number): Body<boolean> {
	const going = yield* nextGoing(tx, act);
	if (!going) {
		const own = eq(reorganisationChanges.reorganisationId, act.id);
		const people = and(own, eq(reorganisationChanges.kind, "membership"));
		const [gone] = yield* run(tx.select({ n: count() }).from(reorganisationChanges).where(people));
		const done = { state: "applied" as const, appliedAt: now, people: gone?.n ?? 0 };
		yield* tellOthers(tx, act, now);
		yield* run(tx.update(reorganisations).set(done).where(eq(reorganisations.id, act.id)));
		return false;
	}
	const place = { agencyId: going.agencyId ?? act.agencyId, unitId: going.to };
	const earliest = changeOver(act.day, now);
	// Another agency's roster may be about to take somebody over: what is done here is newer.
	for (const { personId, endRunId } of going.rows) if (endRunId) yield* releasePosts(tx, personId);
	const moves = going.rows.map((one) => {
		const row = { ...one, endRunId: null };
		const at = Math.max(earliest, row.validFrom);
		return { row, at, next: { ...row, id: uuid(), ...place, validFrom: at } };
	});
	yield* run(tx.insert(memberships).values(moves.map(({ next }) => next)));
	for (const { row, at } of moves)
		yield* run(tx.update(memberships).set({ validTo: at }).where(eq(memberships.id, row.id)));
	yield* run(
		tx.insert(reorganisationChanges).values(
			moves.map(({ row, next }) => ({
				id: uuid(),
				reorganisationId: act.id,
				kind: "membership" as const,
				rowId: row.id,
				before: row,
				after: next,
			})),
		),
	);
	if (place.agencyId !== act.agencyId) {
		yield* findThem(tx, going.rows, act.agencyId, place.agencyId);
		const people = going.rows.map(({ personId }) => personId);
		yield* moveMembers(tx, act, people, { from: act.agencyId, to: place.agencyId, isBack: false });
	}
	// Where a whole unit goes, its figures go with it (unit_carries, unit.transferred); where some go, each of them moves.
	if (going.isMove)
		for (const { row, at } of moves) yield* recordMove(tx, row, row.unitId, going.to, at, now);
	return true;
}

/** The next people who have not gone yet: what is left to do is what is still where it was. */
function* nextGoing(tx: Tx, { agencyId, effect }: Reorganisation): Body<Going | null> {
	const { carried, assigned, transferred } = parseEffect(effect);
	const open = and(eq(memberships.agencyId, agencyId), isPresent());
	const within = (unitId: string) => and(open, eq(memberships.unitId, unitId));
	for (const { from, to } of carried) {
		const rows = yield* run(tx.select().from(memberships).where(within(from)).limit(AT_ONCE));
		if (rows.length > 0) return { rows, to, isMove: false };
	}
	for (const { from, to, people } of assigned) {
		const named = and(within(from), inArray(memberships.personId, people));
		const rows = yield* run(tx.select().from(memberships).where(named).limit(AT_ONCE));
		if (rows.length > 0) return { rows, to, isMove: true };
	}
	for (const { from, agencyId, to } of transferred) {
		const place = from === "" ? and(open, isNull(memberships.unitId)) : within(from);
		const rows = yield* run(tx.select().from(memberships).where(place).limit(AT_ONCE));
		if (rows.length > 0) return { rows, to, isMove: false, agencyId };
	}
	return null;
}

/** The other agencies were reorganised too: whoever follows the log has their people gone over. */
function* tellOthers(
	tx: Tx,
	{ id, agencyId: own, kind, day, effect }: Reorganisation,
	now: number,
): Body<void> {
	const { transferred } = parseEffect(effect);
	for (const agencyId of new Set(transferred.map((way) => way.agencyId))) {
		if (agencyId === own) continue;
		yield* recordActivity(tx, {
			kind: "agency.reorganised",
			agencyId,
			data: { act: kind, day, id },
			at: now,
		});
	}
}

/** People are found by their names in the agency that they came to, and no more in the other. */
function* findThem(
	tx: Tx,
	those: readonly { personId: string }[],
	before: string,
	agencyId: string,
): Body<void> {
	const ids = those.map(({ personId }) => personId);
	const named = yield* run(
		tx.select({ personId: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
	);
	yield* dropTokens(
		tx,
		ids.map((personId) => ({ agencyId: before, personId })),
	);
	yield* addTokens(
		tx,
		named.map((one) => ({ ...one, agencyId })),
	);
}

function* recordMove(
	tx: Tx,
	{ personId, agencyId }: Membership,
	from: string | null,
	to: string | null,
	at: number,
	recordedAt: number,
): Body<void> {
	const fact = { personId, agencyId, at, recordedAt };
	yield* recordActivity(
		tx,
		{ ...fact, kind: "person.left", unitId: from },
		{ ...fact, kind: "person.joined", unitId: to },
	);
}

function* takeBack(tx: Tx, act: Reorganisation, now: number): Body<boolean> {
	const changes = reorganisationChanges;
	const own = and(eq(changes.reorganisationId, act.id), eq(changes.kind, "membership"));
	const later = act.cursor === null ? undefined : gt(changes.id, act.cursor);
	const some = yield* run(
		tx.select().from(changes).where(and(own, later)).orderBy(asc(changes.id)).limit(AT_ONCE),
	);
	const moved = new Set(parseEffect(act.effect).assigned.map(({ to }) => to));
	for (const { rowId, after } of some) yield* takeOneBack(tx, act, { oldId: rowId, after, moved }, now);
	const cursor = some.at(-1)?.id ?? act.cursor;
	const isMore = some.length === AT_ONCE;
	if (!isMore) yield* tellOthers(tx, act, now);
	const done = isMore ? { cursor } : { cursor, state: "undone" as const, undoneAt: now };
	yield* run(tx.update(reorganisations).set(done).where(eq(reorganisations.id, act.id)));
	return isMore;
}

/** Somebody whose post was changed after the undo was begun stays where that put them. */
function* takeOneBack(
	tx: Tx,
	act: Reorganisation,
	{ oldId, after, moved }: { oldId: string; after: Record<string, unknown>; moved: ReadonlySet<string> },
	now: number,
): Body<void> {
	yield* releasePosts(tx, String(after.personId));
	const { id, unitId, validTo } = memberships;
	const place = after.unitId === null ? isNull(unitId) : eq(unitId, String(after.unitId));
	const where = and(eq(id, String(after.id)), place, isNull(validTo));
	const [gone] = yield* run(tx.delete(memberships).where(where).returning());
	if (!gone) return;
	const [back] = yield* run(
		tx.update(memberships).set({ validTo: null }).where(eq(memberships.id, oldId)).returning(),
	);
	if (back && back.agencyId !== gone.agencyId) {
		yield* findThem(tx, [back], gone.agencyId, back.agencyId);
		const way = { from: gone.agencyId, to: back.agencyId, isBack: true };
		yield* moveMembers(tx, act, [back.personId], way);
	}
	if (back && moved.has(gone.unitId ?? "")) yield* recordMove(tx, back, gone.unitId, back.unitId, now, now);
}
