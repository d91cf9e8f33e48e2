import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { learningElsewhere } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { numberKeyOf } from "./alike.ts";

export type HandedIn = {
	personId: string;
	agencyId: string;
	unitId: string | null;
	title: string;
	issuer: string;
	number: string;
	startedOn: string;
	finishedOn: string;
	jp: number;
	form: number;
	fileHash: string;
	fileType: string;
	fileBytes: number;
	now: number;
};

/** So many pieces of one person wait at most. */
export const MOST_WAITING = 20;

/**
 * Puts a piece of learning before the agency's admin; the file is kept already.
 * @returns "present" when the person's same file waits, or is recognised; "too-many" when too many of theirs wait
 */
export function* handIn(tx: Tx, { now, ...piece }: HandedIn): Body<{ id: string } | "present" | "too-many"> {
	const { personId, state } = learningElsewhere;
	const open = and(eq(personId, piece.personId), inArray(state, ["waiting", "recognised"]));
	const before = yield* run(tx.select().from(learningElsewhere).where(open));
	if (before.some(({ fileHash }) => fileHash === piece.fileHash)) return "present";
	if (before.filter((one) => one.state === "waiting").length >= MOST_WAITING) return "too-many";
	const id = uuid();
	const numberKey = numberKeyOf(piece.number);
	yield* run(
		tx.insert(learningElsewhere).values({ ...piece, id, numberKey, state: "waiting", createdAt: now }),
	);
	return { id };
}

/** Takes a piece back that nobody has decided on yet. @returns false when it is not the person's, or not waiting */
export function* withdrawPiece(tx: Tx, personId: string, id: string): Body<boolean> {
	const own = and(
		eq(learningElsewhere.id, id),
		eq(learningElsewhere.personId, personId),
		eq(learningElsewhere.state, "waiting"),
	);
	const done = yield* run(
		tx
			.update(learningElsewhere)
			.set({ state: "withdrawn" })
			.where(own)
			.returning({ id: learningElsewhere.id }),
	);
	return done.length > 0;
}
