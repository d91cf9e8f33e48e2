import { and, asc, desc, eq, gt, ne, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type ElsewhereState, learningElsewhere, people } from "#db/schema/index.ts";
import type { AgencyScope } from "../../agencies/scope.ts";
import { inUnits } from "../../agencies/unitsWithin.server.ts";

const t = learningElsewhere;

/** The pieces of the scope that are not the viewer's own: nobody decides on what they handed in themselves. */
export function piecesWithin(scope: AgencyScope, viewerId: string): SQL | undefined {
	const others = ne(t.personId, viewerId);
	if (scope.kind === "nation") return others;
	const here = and(others, eq(t.agencyId, scope.agencyId));
	return scope.kind === "unit" ? and(here, inUnits(t.unitId, scope)) : here;
}

export type PieceCursor = { createdAt: number; id: string };

/** A page of the scope's pieces in that state, the oldest first, after the cursor. */
export async function piecesIn(
	scope: AgencyScope,
	viewerId: string,
	state: ElsewhereState,
	after: PieceCursor | null,
	limit: number,
) {
	const later = after
		? or(gt(t.createdAt, after.createdAt), and(eq(t.createdAt, after.createdAt), gt(t.id, after.id)))
		: undefined;
	return db
		.select({
			id: t.id,
			name: people.name,
			title: t.title,
			issuer: t.issuer,
			jp: t.jp,
			recognisedJp: t.recognisedJp,
			createdAt: t.createdAt,
		})
		.from(t)
		.innerJoin(people, eq(people.id, t.personId))
		.where(and(piecesWithin(scope, viewerId), eq(t.state, state), later))
		.orderBy(asc(t.createdAt), asc(t.id))
		.limit(limit);
}

/** A piece of the scope with whose it is; null when there is none. */
export async function findPiece(id: string, scope: AgencyScope, viewerId: string) {
	const [row] = await db
		.select({ piece: t, name: people.name })
		.from(t)
		.innerJoin(people, eq(people.id, t.personId))
		.where(and(eq(t.id, id), piecesWithin(scope, viewerId)));
	return row ? { ...row.piece, name: row.name } : null;
}

/** What a person handed in, the latest first. */
export async function ownPieces(personId: string) {
	return db
		.select()
		.from(t)
		.where(eq(t.personId, personId))
		.orderBy(desc(t.createdAt), desc(t.id))
		.limit(100);
}

/** One of the person's own pieces; null when it is not theirs. */
export async function ownPiece(id: string, personId: string) {
	const [row] = await db
		.select()
		.from(t)
		.where(and(eq(t.id, id), eq(t.personId, personId)));
	return row ?? null;
}
