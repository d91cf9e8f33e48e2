import { and, eq } from "drizzle-orm";
import { foldForwards, unitCourseMonths } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Delta } from "./delta.ts";
import { type Forward, type Forwards, moved, type Place, placeKey } from "./forward.ts";
import { sumsOf } from "./rollups.server.ts";

/** Which places' figures count elsewhere in the generation. */
export function* forwardsOf(tx: Tx, generation: string): Body<Map<string, Forward>> {
	const rows = yield* run(tx.select().from(foldForwards).where(eq(foldForwards.generation, generation)));
	return new Map(
		rows.map((row) => [placeKey(row), { agencyId: row.toAgencyId, unitId: row.toUnitId, month: row.month }]),
	);
}

/**
 * Lets all that a place has counted so far, and what is told of it later, count at another.
 * @returns what that changes, and the ways as they lead from now on
 */
export function* transferFigures(
	tx: Tx,
	generation: string,
	from: Place,
	to: Forward,
	forwards: Forwards,
): Body<{ deltas: Delta[]; forwards: Map<string, Forward> }> {
	const states = yield* statesOf(tx, generation, from);
	const at = (place: Place) =>
		and(
			eq(foldForwards.generation, generation),
			eq(foldForwards.agencyId, place.agencyId),
			eq(foldForwards.unitId, place.unitId),
		);
	// What comes back to a place that it once left counts there again.
	yield* run(tx.delete(foldForwards).where(at(to)));
	const way = { toAgencyId: to.agencyId, toUnitId: to.unitId, month: to.month };
	const { generation: g, agencyId, unitId } = foldForwards;
	yield* run(
		tx
			.insert(foldForwards)
			.values({ generation, agencyId: from.agencyId, unitId: from.unitId, ...way })
			.onConflictDoUpdate({ target: [g, agencyId, unitId], set: way }),
	);
	const next = new Map(forwards);
	next.delete(placeKey(to));
	next.set(placeKey(from), to);
	return { deltas: moved(states, to), forwards: next };
}

function* statesOf(tx: Tx, generation: string, { agencyId, unitId }: Place): Body<Delta[]> {
	const table = unitCourseMonths;
	const own = and(eq(table.generation, generation), eq(table.agencyId, agencyId), eq(table.unitId, unitId));
	const rows = yield* run(
		tx
			.select({ courseId: table.courseId, ...sumsOf(table) })
			.from(table)
			.where(own)
			.groupBy(table.courseId),
	);
	return rows.map((row) => ({ agencyId, unitId, month: "", ...row }));
}
