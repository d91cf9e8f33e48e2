import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import { units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../i18n/format.ts";
import { foldText } from "./fold.ts";
import { beginUnitVersion } from "./versions.server.ts";

export type Unit = typeof units.$inferSelect;
export type NewUnit = {
	agencyId: string;
	/** The unit above; absent or null for one that stands directly below the agency. */
	parentId?: string | null;
	code: string;
	name: string;
	now: number;
	/** Reports of which months know it: from the one of this ISO day on; "" (the default) from the first. */
	countsFrom?: string;
};

/**
 * Adds a work unit, valid from the day (of WIB) of `now`.
 * @throws Error when the unit above is not one of the same agency
 */
export function* createUnit(
	tx: Tx,
	{ agencyId, parentId = null, code, name, now, countsFrom = "" }: NewUnit,
): Body<{ unitId: string }> {
	const unitId = uuid();
	const level = parentId ? (yield* levelOf(tx, parentId, agencyId)) + 1 : 1;
	const validFrom = dayIn(now, "Asia/Jakarta");
	const unit = { id: unitId, agencyId, parentId, code, name };
	yield* run(tx.insert(units).values({ ...unit, level, sortKey: foldText(name), validFrom }));
	yield* beginUnitVersion(tx, unit, { validFrom, countsFrom });
	return { unitId };
}

function* levelOf(tx: Tx, unitId: string, agencyId: string): Body<number> {
	const [parent] = yield* run(tx.select().from(units).where(eq(units.id, unitId)));
	if (parent?.agencyId !== agencyId) throw new Error("the unit above belongs to another agency");
	return parent.level;
}

/** All units of the agency by name, closed ones too: their history stays. */
export async function unitsOf(agencyId: string): Promise<Unit[]> {
	return await db
		.select()
		.from(units)
		.where(eq(units.agencyId, agencyId))
		.orderBy(asc(units.sortKey), asc(units.id));
}
