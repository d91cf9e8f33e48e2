import { and, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { memberships, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { isPresent } from "../present.server.ts";
import { addTokens, dropTokens } from "../roster/tokens.server.ts";

export type Membership = typeof memberships.$inferSelect;
type Place = Pick<Membership, "agencyId" | "unitId">;

/** The post that a person holds; null: none. */
export function* presentPost(tx: Tx, personId: string): Body<Membership | null> {
	const mine = and(eq(memberships.personId, personId), isPresent());
	const [post] = yield* run(tx.select().from(memberships).where(mine));
	return post ?? null;
}

/** The post that a person held last, whether they hold it still or not. */
export function* lastPost(tx: Tx, personId: string): Body<Membership | null> {
	const present = yield* presentPost(tx, personId);
	if (present) return present;
	const [last] = yield* run(
		tx
			.select()
			.from(memberships)
			.where(eq(memberships.personId, personId))
			.orderBy(desc(memberships.validTo), desc(memberships.id))
			.limit(1),
	);
	return last ?? null;
}

/** Ends one post (null: none) and begins another (null: none) at that moment; tells the log what changed. */
export function* turnPost(
	tx: Tx,
	from: Membership | null,
	next: Omit<typeof memberships.$inferInsert, "id" | "sortKey" | "validFrom"> | null,
	{ personId, at, now }: { personId: string; at: number; now: number },
): Body<{ begunId: string | null }> {
	const [person] = yield* run(tx.select().from(people).where(eq(people.id, personId)));
	if (!person) throw new Error("a person with a post must exist");
	if (from) yield* run(tx.update(memberships).set({ validTo: at }).where(eq(memberships.id, from.id)));
	const begunId = next ? uuid() : null;
	if (next && begunId) {
		const { sortKey } = person;
		yield* run(tx.insert(memberships).values({ ...next, id: begunId, sortKey, validFrom: at }));
	}
	const to = next ? { agencyId: next.agencyId, unitId: next.unitId ?? null } : null;
	yield* tellPlaces(tx, { personId, name: person.name }, from, to, { at, now });
	return { begunId };
}

/** Tells log and search that a person is at another place from then on. */
export function* tellPlaces(
	tx: Tx,
	{ personId, name }: { personId: string; name: string },
	from: Place | null,
	to: Place | null,
	{ at, now }: { at: number; now: number },
): Body<void> {
	if (from?.agencyId !== to?.agencyId) {
		if (from) yield* dropTokens(tx, [{ agencyId: from.agencyId, personId }]);
		if (to) yield* addTokens(tx, [{ agencyId: to.agencyId, personId, name }]);
	}
	const fact = ({ agencyId, unitId }: Place) => ({ personId, agencyId, unitId, at, recordedAt: now });
	if (from && to && from.agencyId === to.agencyId && from.unitId === to.unitId)
		return yield* recordActivity(tx, { ...fact(to), kind: "person.changed" });
	yield* recordActivity(
		tx,
		...(from ? [{ ...fact(from), kind: "person.left" as const }] : []),
		...(to ? [{ ...fact(to), kind: "person.joined" as const }] : []),
	);
}
