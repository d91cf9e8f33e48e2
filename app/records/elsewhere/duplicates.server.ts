import { and, eq, ne, or } from "drizzle-orm";
import { certificates, type ElsewhereState, learningElsewhere } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { mayBeOne, numberKeyOf } from "./alike.ts";

export type Piece = typeof learningElsewhere.$inferSelect;

/** What a piece may be the same as, and why; of other people's nothing but that there is one. */
export type Duplicate = {
	why: "bytes" | "number" | "title";
	where: "own" | "other-person" | "cakap";
	title: string | null;
	number: string | null;
	state: ElsewhereState | null;
};

/** Whatever was handed in before, or given by Cakap, that the piece may be the same as. */
export function* duplicatesOf(tx: Tx, piece: Piece): Body<Duplicate[]> {
	const { id, personId, fileHash, numberKey } = learningElsewhere;
	const sameNumber = piece.numberKey ? eq(numberKey, piece.numberKey) : undefined;
	const others = yield* run(
		tx
			.select()
			.from(learningElsewhere)
			.where(
				and(
					ne(id, piece.id),
					ne(learningElsewhere.state, "withdrawn"),
					or(eq(personId, piece.personId), eq(fileHash, piece.fileHash), sameNumber),
				),
			)
			.limit(200),
	);
	return [...others.flatMap((other) => comparedTo(piece, other)), ...(yield* inCakap(tx, piece))];
}

function comparedTo(piece: Piece, other: Piece): Duplicate[] {
	const why = reasonOf(piece, other);
	if (!why) return [];
	if (other.personId !== piece.personId)
		return [{ why, where: "other-person", title: null, number: null, state: other.state }];
	return [{ why, where: "own", title: other.title, number: other.number, state: other.state }];
}

function reasonOf(piece: Piece, other: Piece): Duplicate["why"] | null {
	if (piece.fileHash === other.fileHash) return "bytes";
	if (piece.numberKey && piece.numberKey === other.numberKey) return "number";
	return piece.personId === other.personId && mayBeOne(piece, other) ? "title" : null;
}

function* inCakap(tx: Tx, piece: Piece): Body<Duplicate[]> {
	const { number, print, personId } = certificates;
	const rows = yield* run(
		tx
			.select({ number, print })
			.from(certificates)
			.where(or(eq(personId, piece.personId), eq(number, piece.number))),
	);
	return rows.flatMap((row): Duplicate[] => {
		const { courseTitle: title, startedOn, finishedOn } = row.print;
		const isSame = piece.numberKey !== "" && numberKeyOf(row.number) === piece.numberKey;
		if (!isSame && !mayBeOne(piece, { title: title ?? "", startedOn, finishedOn })) return [];
		return [{ why: isSame ? "number" : "title", where: "cakap", title, number: row.number, state: null }];
	});
}
