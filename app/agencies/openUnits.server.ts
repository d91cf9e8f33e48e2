import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { units, unitVersions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { inOrder, type TreeUnit } from "./tree.ts";

/** The agency's open units, each with the day since which it is called so and stands there. */
export function* openUnits(tx: Tx, agencyId: string): Body<TreeUnit[]> {
	const { id, parentId, code, name, validFrom } = units;
	const rows = yield* run(
		tx
			.select({ id, parentId, code, name, validFrom, since: unitVersions.validFrom })
			.from(units)
			.leftJoin(unitVersions, and(eq(unitVersions.unitId, id), isNull(unitVersions.validTo)))
			.where(and(eq(units.agencyId, agencyId), isNull(units.validTo)))
			.orderBy(asc(units.sortKey), asc(id)),
	);
	return rows.map(({ validFrom, since, ...unit }) => ({ ...unit, since: since ?? validFrom }));
}

/** Brings the levels of the agency's open units in line with where they stand. */
export function* relevel(tx: Tx, agencyId: string): Body<void> {
	const placed = inOrder(yield* openUnits(tx, agencyId));
	const rows = yield* run(
		tx.select({ id: units.id, level: units.level }).from(units).where(eq(units.agencyId, agencyId)),
	);
	const levels = new Map(rows.map(({ id, level }) => [id, level]));
	const wrong = placed.filter(({ id, level }) => levels.get(id) !== level);
	for (const level of new Set(wrong.map((unit) => unit.level))) {
		const ids = wrong.filter((unit) => unit.level === level).map(({ id }) => id);
		yield* run(tx.update(units).set({ level }).where(inArray(units.id, ids)));
	}
}
