import { and, eq, inArray, sql } from "drizzle-orm";
import {
	credentials,
	examRooms,
	examSeats,
	identifiers,
	numberKinds,
	placementResults,
	placementSittings,
	roleGrants,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { heldGrants } from "../acts/carryOut.server.ts";
import type { At } from "./joinEnrolments.server.ts";
import type { MergeTrace } from "./trace.ts";

/** Sittings of asesmen awal are numbered on; their results go along. */
export function* moveSittings(tx: Tx, { keptId, goneId }: At): Body<MergeTrace["sittings"]> {
	const { id, number, personId } = placementSittings;
	const theirs = yield* run(tx.select({ id, number }).from(placementSittings).where(eq(personId, goneId)));
	if (theirs.length === 0) return [];
	const mine = yield* run(tx.select({ number }).from(placementSittings).where(eq(personId, keptId)));
	const last = Math.max(0, ...mine.map((one) => one.number));
	const joined = { personId: keptId, number: sql`${number} + ${last}` };
	yield* run(tx.update(placementSittings).set(joined).where(eq(personId, goneId)));
	yield* giveResults(tx, theirs, keptId);
	return theirs;
}

function* giveResults(tx: Tx, sittings: MergeTrace["sittings"], personId: string): Body<void> {
	const ids = sittings.map(({ id }) => id);
	yield* run(tx.update(placementResults).set({ personId }).where(inArray(placementResults.sittingId, ids)));
}

/** Numbers and addresses go over; those of a kind that the other has already are history there. */
export function* moveIdentifiers(tx: Tx, { keptId, goneId, now }: At): Body<MergeTrace["identifiers"]> {
	const both = inArray(identifiers.personId, [keptId, goneId]);
	const all = yield* run(tx.select().from(identifiers).where(both));
	const group = (kind: string) => (numberKinds.some((one) => one === kind) ? "number" : kind);
	const current = all.filter(({ personId, validTo }) => personId === keptId && validTo === null);
	const has = new Set(current.map(({ kind }) => group(kind)));
	const theirs = all.filter(({ personId }) => personId === goneId);
	for (const { id, kind, validTo } of theirs) {
		const moved = { personId: keptId, validTo: validTo ?? (has.has(group(kind)) ? now : null) };
		yield* run(tx.update(identifiers).set(moved).where(eq(identifiers.id, id)));
	}
	return theirs.map(({ id, validTo }) => ({ id, validTo }));
}

type AccountTrace = Pick<MergeTrace, "hasTakenPassword" | "grantIds" | "roomIds">;

/** A password goes over where there was none, and roles that the other does not hold; so do the rooms that are watched. */
export function* moveAccount(tx: Tx, { keptId, goneId }: At): Body<AccountTrace> {
	const mine = yield* heldGrants(tx, keptId);
	const more = (yield* heldGrants(tx, goneId)).filter(
		({ role, agencyId }) => !mine.some((one) => one.role === role && one.agencyId === agencyId),
	);
	const grantIds = more.map(({ id }) => id);
	if (grantIds.length > 0)
		yield* run(tx.update(roleGrants).set({ personId: keptId }).where(inArray(roleGrants.id, grantIds)));
	const rooms = yield* run(
		tx
			.update(examRooms)
			.set({ supervisorId: keptId })
			.where(eq(examRooms.supervisorId, goneId))
			.returning({ id: examRooms.id }),
	);
	const own = yield* run(
		tx.select({ id: credentials.personId }).from(credentials).where(eq(credentials.personId, keptId)),
	);
	const taken =
		own.length > 0
			? []
			: yield* run(
					tx
						.update(credentials)
						.set({ personId: keptId })
						.where(eq(credentials.personId, goneId))
						.returning({ id: credentials.personId }),
				);
	return { hasTakenPassword: taken.length > 0, grantIds, roomIds: rooms.map(({ id }) => id) };
}

/** Seats go over. In a session where both have one, the one without an attempt gives way; with two attempts both stay. */
export function* moveSeats(tx: Tx, { keptId, goneId }: At): Body<MergeTrace["seats"]> {
	const { personId, sessionId } = examSeats;
	const all = yield* run(
		tx
			.select()
			.from(examSeats)
			.where(inArray(personId, [keptId, goneId])),
	);
	const removed: MergeTrace["seats"]["removed"] = [];
	const moving: string[] = [];
	for (const seat of all.filter((one) => one.personId === goneId)) {
		const other = all.find((one) => one.personId === keptId && one.sessionId === seat.sessionId);
		if (!other?.attemptId) moving.push(seat.sessionId);
		if (other && !other.attemptId) removed.push(other);
		else if (other && !seat.attemptId) removed.push(seat);
	}
	for (const seat of removed)
		yield* run(tx.delete(examSeats).where(and(eq(personId, seat.personId), eq(sessionId, seat.sessionId))));
	const going = and(eq(personId, goneId), inArray(sessionId, moving));
	if (moving.length > 0) yield* run(tx.update(examSeats).set({ personId: keptId }).where(going));
	return { sessionIds: moving, removed };
}

/** The mirror image of what is above. */
export function* partOthers(tx: Tx, trace: MergeTrace, { keptId, goneId }: At): Body<void> {
	for (const { id, number } of trace.sittings)
		yield* run(
			tx.update(placementSittings).set({ personId: goneId, number }).where(eq(placementSittings.id, id)),
		);
	if (trace.sittings.length > 0) yield* giveResults(tx, trace.sittings, goneId);
	for (const { id, validTo } of trace.identifiers)
		yield* run(tx.update(identifiers).set({ personId: goneId, validTo }).where(eq(identifiers.id, id)));
	const grants = inArray(roleGrants.id, trace.grantIds);
	if (trace.grantIds.length > 0) yield* run(tx.update(roleGrants).set({ personId: goneId }).where(grants));
	const rooms = and(inArray(examRooms.id, trace.roomIds), eq(examRooms.supervisorId, keptId));
	if (trace.roomIds.length > 0) yield* run(tx.update(examRooms).set({ supervisorId: goneId }).where(rooms));
	if (trace.hasTakenPassword)
		yield* run(tx.update(credentials).set({ personId: goneId }).where(eq(credentials.personId, keptId)));
	const { sessionIds, removed } = trace.seats;
	const moved = and(eq(examSeats.personId, keptId), inArray(examSeats.sessionId, sessionIds));
	if (sessionIds.length > 0) yield* run(tx.update(examSeats).set({ personId: goneId }).where(moved));
	if (removed.length > 0) yield* run(tx.insert(examSeats).values(removed).onConflictDoNothing());
}
