import { and, asc, count, eq, gt, isNotNull, lte, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attemptItems, attempts, itemRepairEffects } from "#db/schema/index.ts";

/** How many attempts a repair affects, as counted or as applied, and what becomes of their pass. */
export async function effectCounts(repairId: string, isApplied: boolean) {
	const { passedBefore, passedAfter, isProtected } = itemRepairEffects;
	const rows = await db
		.select({ passedBefore, passedAfter, isProtected, n: count() })
		.from(itemRepairEffects)
		.where(ofRepair(repairId, isApplied))
		.groupBy(passedBefore, passedAfter, isProtected);
	const total = (of: (row: (typeof rows)[number]) => boolean) =>
		rows.filter(of).reduce((all, { n }) => all + Number(n), 0);
	return {
		all: total(() => true),
		gained: total((row) => !row.passedBefore && row.passedAfter),
		lost: total((row) => row.passedBefore && !row.passedAfter),
		protected: total((row) => row.isProtected),
	};
}

/** So many attempts by the change of their score in whole per cent, the largest fall first. */
export async function scoreShifts(repairId: string, isApplied: boolean) {
	const { scoreBefore, scoreAfter } = itemRepairEffects;
	const rows = await db
		.select({ scoreBefore, scoreAfter, n: count() })
		.from(itemRepairEffects)
		.where(and(ofRepair(repairId, isApplied), isNotNull(scoreBefore), isNotNull(scoreAfter)))
		.groupBy(scoreBefore, scoreAfter);
	const shifts = new Map<number, number>();
	for (const row of rows) {
		const shift = (row.scoreAfter ?? 0) - (row.scoreBefore ?? 0);
		shifts.set(shift, (shifts.get(shift) ?? 0) + Number(row.n));
	}
	return [...shifts].map(([shift, n]) => ({ shift, n })).sort((a, b) => a.shift - b.shift);
}

/** The affected attempts after that one, in the order of their beginning. */
export async function affectedAttempts(
	repairId: string,
	isApplied: boolean,
	after: string | null,
	limit: number,
) {
	return db
		.select({
			attemptId: itemRepairEffects.attemptId,
			number: attempts.number,
			scoreBefore: itemRepairEffects.scoreBefore,
			scoreAfter: itemRepairEffects.scoreAfter,
			passedBefore: itemRepairEffects.passedBefore,
			passedAfter: itemRepairEffects.passedAfter,
			isProtected: itemRepairEffects.isProtected,
		})
		.from(itemRepairEffects)
		.innerJoin(attempts, eq(attempts.id, itemRepairEffects.attemptId))
		.where(
			and(ofRepair(repairId, isApplied), after === null ? undefined : gt(itemRepairEffects.attemptId, after)),
		)
		.orderBy(asc(itemRepairEffects.attemptId))
		.limit(limit);
}

function ofRepair(repairId: string, isApplied: boolean): SQL | undefined {
	const own = eq(itemRepairEffects.repairId, repairId);
	return isApplied ? and(own, isNotNull(itemRepairEffects.appliedAt)) : own;
}

/** Attempts that the running pass of a repair has come past, of all that had the item. */
export async function passProgress({ itemId, cursor }: { itemId: string; cursor: string | null }) {
	const own = eq(attemptItems.itemId, itemId);
	const countOf = async (condition: SQL | undefined) =>
		Number((await db.select({ n: count() }).from(attemptItems).where(condition))[0]?.n ?? 0);
	const done = cursor === null ? 0 : await countOf(and(own, lte(attemptItems.attemptId, cursor)));
	return { done, all: await countOf(own) };
}
