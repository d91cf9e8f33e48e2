import { and, asc, eq, ne } from "drizzle-orm";
import { items, memberships, placementAnswers, placementItems, placementSittings } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { competenceFramework } from "../../catalog/framework.server.ts";
import { isPresent } from "../../people/present.server.ts";
import { itemOf } from "../drawnItems.server.ts";
import type { Needs } from "./choose.ts";
import { needsOf } from "./needs.ts";
import { placeOf } from "./parameters.ts";

export type SittingRow = typeof placementSittings.$inferSelect;

/** The person's sittings, the first first. */
export function* sittingsOf(tx: Tx, personId: string): Body<SittingRow[]> {
	const own = eq(placementSittings.personId, personId);
	return yield* run(tx.select().from(placementSittings).where(own).orderBy(asc(placementSittings.number)));
}

/** The person's own sitting; null when it is another's or none. */
export function* ownSitting(tx: Tx, sittingId: string, personId: string): Body<SittingRow | null> {
	const own = and(eq(placementSittings.id, sittingId), eq(placementSittings.personId, personId));
	const [row] = yield* run(tx.select().from(placementSittings).where(own));
	return row ?? null;
}

/** What a sitting has drawn, in order, with its own parameters; `milliPoints` null: not answered yet. */
export function* drawnOf(tx: Tx, sittingId: string) {
	const place = and(
		eq(placementAnswers.sittingId, placementItems.sittingId),
		eq(placementAnswers.position, placementItems.position),
	);
	const rows = yield* run(
		tx
			.select({
				position: placementItems.position,
				order: placementItems.optionOrder,
				difficulty: placementItems.difficulty,
				discrimination: placementItems.discrimination,
				id: items.id,
				content: items.content,
				milliPoints: placementAnswers.milliPoints,
			})
			.from(placementItems)
			.innerJoin(items, eq(items.id, placementItems.itemId))
			.leftJoin(placementAnswers, place)
			.where(eq(placementItems.sittingId, sittingId))
			.orderBy(asc(placementItems.position)),
	);
	return rows.map(({ content, ...row }) => {
		const item = itemOf({ id: row.id, content });
		return { ...row, item, ...placeOf(item) };
	});
}
export type PlacementDrawn = ReturnType<typeof drawnOf> extends Body<(infer One)[]> ? One : never;

/** Hashes of what the person was asked in other sittings. */
export function* metBefore(tx: Tx, personId: string, sittingId: string): Body<Set<string>> {
	const others = and(eq(placementSittings.personId, personId), ne(placementSittings.id, sittingId));
	const rows = yield* run(
		tx
			.select({ hash: items.askedHash })
			.from(placementItems)
			.innerJoin(placementSittings, eq(placementSittings.id, placementItems.sittingId))
			.innerJoin(items, eq(items.id, placementItems.itemId))
			.where(others),
	);
	return new Set(rows.map(({ hash }) => hash));
}

/** What the person's present post needs. */
export function* needsOfPerson(tx: Tx, personId: string): Body<Needs> {
	const present = and(eq(memberships.personId, personId), isPresent());
	const [post] = yield* run(tx.select({ jobClass: memberships.jobClass }).from(memberships).where(present));
	return needsOf(competenceFramework(), post?.jobClass ?? null);
}
