import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { unitCarries } from "#db/schema/index.ts";
import { addCounts, type Counts } from "./delta.ts";
import type { Month } from "./month.ts";

type Carry = { from: string; to: string };

/** Which units' figures count with another's at the end of the month, in the order in which that came about. */
export async function carriesUpTo(agencyId: string, last: Month): Promise<Carry[]> {
	const { fromUnitId, toUnitId, month, monthTo, id } = unitCarries;
	const inForce = and(lte(month, last), or(isNull(monthTo), gt(monthTo, last)));
	return db
		.select({ from: fromUnitId, to: toUnitId })
		.from(unitCarries)
		.where(and(eq(unitCarries.agencyId, agencyId), inForce))
		.orderBy(asc(id));
}

/** The states by unit with those of units that went into another added to that one. */
export function carriedStates(
	states: ReadonlyMap<string, Counts>,
	carries: readonly Carry[],
): Map<string, Counts> {
	const carried = new Map(states);
	for (const { from, to } of carries) {
		const state = carried.get(from);
		if (!state || from === to) continue;
		carried.delete(from);
		const there = carried.get(to);
		carried.set(to, there ? addCounts(there, state) : state);
	}
	return carried;
}
