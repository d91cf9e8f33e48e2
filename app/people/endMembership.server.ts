import { and, eq, isNull } from "drizzle-orm";
import { memberships, nameTokens } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { releasePosts } from "./roster/release.server.ts";

/** Ends a person's open post; history stays. @returns false when there was none */
export function* endMembership(tx: Tx, { personId, now }: { personId: string; now: number }): Body<boolean> {
	yield* releasePosts(tx, personId);
	const open = and(eq(memberships.personId, personId), isNull(memberships.validTo));
	const [ended] = yield* run(tx.update(memberships).set({ validTo: now }).where(open).returning());
	if (!ended) return false;
	const { agencyId, unitId } = ended;
	const tokens = and(eq(nameTokens.agencyId, agencyId), eq(nameTokens.personId, personId));
	yield* run(tx.delete(nameTokens).where(tokens));
	yield* recordActivity(tx, { kind: "person.left", personId, agencyId, unitId, data: {}, at: now });
	return true;
}
