import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { memberships, type Role, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { TransferEffect } from "../../agencies/transfers.ts";
import { isPresent } from "../../people/present.server.ts";
import { noteAll } from "./write.server.ts";

type Act = { id: string; agencyId: string };
type Grant = typeof roleGrants.$inferSelect;
/** null: it ends. */
type Next = Pick<Grant, "agencyId" | "unitId"> | null;

/** What a merged agency's whole-agency holders keep: the merged tree, and not the agency that it went into. */
const ofTrees: readonly Role[] = ["agency-admin", "unit-head"];

/**
 * Whoever goes keeps the roles that they had for the agency, for where they go. Of an agency that goes whole all roles
 * go; one for all of it is for its own tree there, so that nobody gets more than they had.
 */
export function* goAlong(tx: Tx, act: Act, { units, gathering }: TransferEffect, now: number): Body<void> {
	const grants = yield* heldIn(tx, act.agencyId);
	const unitOf = yield* unitsOfPeople(
		tx,
		act.agencyId,
		grants.map(({ personId }) => personId),
	);
	const targetOf = new Map(units.map(({ before, to }) => [before.id, to]));
	yield* replace(tx, act, grants, now, ({ role, unitId, personId }) => {
		if (gathering) {
			const part = unitId ?? (ofTrees.includes(role) ? gathering.id : null);
			return { agencyId: gathering.agencyId, unitId: part };
		}
		// A role for a unit goes with that unit, wherever its holder works.
		const to = targetOf.get(unitId ?? unitOf.get(personId) ?? "");
		return to === undefined ? undefined : { agencyId: to, unitId };
	});
}

/** A role for a unit that is merged into another is for that one; a role for a unit that is closed ends. */
export function* followUnits(
	tx: Tx,
	act: Act,
	ways: readonly { from: string; to: string | null; isMerge: boolean }[],
	now: number,
): Body<void> {
	if (ways.length === 0) return;
	const wayOf = new Map(ways.map((way) => [way.from, way]));
	const grants = yield* heldIn(tx, act.agencyId);
	yield* replace(tx, act, grants, now, ({ agencyId, unitId }) => {
		const way = wayOf.get(unitId ?? "");
		if (!way) return undefined;
		return way.isMerge && way.to ? { agencyId, unitId: way.to } : null;
	});
}

function heldIn(tx: Tx, agencyId: string): Body<Grant[]> {
	const held = and(eq(roleGrants.agencyId, agencyId), isNull(roleGrants.revokedAt));
	return run(tx.select().from(roleGrants).where(held));
}

function* unitsOfPeople(tx: Tx, agencyId: string, people: string[]): Body<Map<string, string | null>> {
	if (people.length === 0) return new Map();
	const { personId, unitId } = memberships;
	const here = and(inArray(personId, people), eq(memberships.agencyId, agencyId), isPresent());
	const posts = yield* run(tx.select({ personId, unitId }).from(memberships).where(here));
	return new Map(posts.map((post) => [post.personId, post.unitId]));
}

/** Ends grants and makes those that take their place, loans of them included. @param next undefined: it stays */
function* replace(
	tx: Tx,
	act: Act,
	grants: readonly Grant[],
	now: number,
	next: (grant: Grant) => Next | undefined,
): Body<void> {
	const going = grants.flatMap((grant) => {
		const place = next(grant);
		return place === undefined ? [] : [{ grant, place, id: uuid() }];
	});
	if (going.length === 0) return;
	const ids = new Map(going.map(({ grant, id }) => [grant.id, id]));
	const made = going.flatMap(({ grant, place, id }) => {
		if (!place) return [];
		const { lentFromId } = grant;
		return [{ ...grant, ...place, id, lentFromId: lentFromId && (ids.get(lentFromId) ?? lentFromId) }];
	});
	const ended = inArray(roleGrants.id, [...ids.keys()]);
	yield* run(tx.update(roleGrants).set({ revokedAt: now }).where(ended));
	if (made.length > 0) yield* run(tx.insert(roleGrants).values(made));
	yield* noteAll(tx, act, [
		...going.map(({ grant: { id: rowId } }) => ({
			...{ kind: "grant" as const, rowId, before: { revokedAt: null }, after: { revokedAt: now } },
		})),
		...made.map(({ id: rowId }) => ({
			...{ kind: "grant" as const, rowId, before: null, after: { revokedAt: null } },
		})),
	]);
}
