import { and, asc, count, desc, eq, gt, isNotNull, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	attempts,
	courses,
	courseVersions,
	itemRepairEffects,
	itemRepairs,
	items,
	people,
} from "#db/schema/index.ts";
import { type CourseScope, inCourseScope } from "../assessment/courseScope.server.ts";

const columns = {
	id: itemRepairs.id,
	itemId: itemRepairs.itemId,
	kind: itemRepairs.kind,
	answer: itemRepairs.answer,
	reason: itemRepairs.reason,
	protects: itemRepairs.protects,
	state: itemRepairs.state,
	met: itemRepairs.met,
	emptied: itemRepairs.emptied,
	actorName: itemRepairs.actorName,
	createdAt: itemRepairs.createdAt,
	appliedAt: itemRepairs.appliedAt,
	undoneAt: itemRepairs.undoneAt,
	code: items.code,
	content: items.content,
	versionId: items.versionId,
	number: courseVersions.number,
	course: courseVersions.title,
	slug: courses.slug,
};
export type RepairRow = Awaited<ReturnType<typeof repairsWhere>>[number];

function repairsWhere(condition: SQL | undefined, limit: number) {
	return db
		.select(columns)
		.from(itemRepairs)
		.innerJoin(items, eq(items.id, itemRepairs.itemId))
		.leftJoin(courseVersions, eq(courseVersions.id, items.versionId))
		.leftJoin(courses, eq(courses.id, courseVersions.courseId))
		.where(condition)
		.orderBy(desc(itemRepairs.createdAt), desc(itemRepairs.id))
		.limit(limit);
}

/** A repair in scope; null when there is none. */
export async function findRepair(id: string, scope: CourseScope): Promise<RepairRow | null> {
	const [row] = await repairsWhere(and(eq(itemRepairs.id, id), inCourseScope(scope)), 1);
	return row ?? null;
}

/** The repairs in scope that were not left before they were applied, the latest first, at most 100. */
export async function listRepairs(scope: CourseScope): Promise<RepairRow[]> {
	const rows = await repairsWhere(inCourseScope(scope), 100);
	return rows.filter(({ state }) => state !== "discarded");
}

/** The item versions of those ids with what is being done about each; an item without a repair is left out. */
export async function openRepairOf(itemId: string): Promise<{ id: string; state: string } | null> {
	const { id, state } = itemRepairs;
	const own = db.select({ id, state }).from(itemRepairs).where(eq(itemRepairs.itemId, itemId));
	const all = await own;
	return all.find((one) => one.state !== "undone" && one.state !== "discarded") ?? null;
}

/** An item version with its content, if it is of a course in scope; of the national bank for the whole nation's. */
export async function itemInScope(itemId: string, scope: CourseScope) {
	const [row] = await db
		.select({
			id: items.id,
			code: items.code,
			content: items.content,
			versionId: items.versionId,
			number: courseVersions.number,
			course: courseVersions.title,
			slug: courses.slug,
		})
		.from(items)
		.leftJoin(courseVersions, eq(courseVersions.id, items.versionId))
		.leftJoin(courses, eq(courses.id, courseVersions.courseId))
		.where(and(eq(items.id, itemId), inCourseScope(scope)));
	return row ?? null;
}

/** How many a repair affects: as counted, or as applied. Persons by what becomes of their pass. */
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
			name: people.name,
			number: attempts.number,
			scoreBefore: itemRepairEffects.scoreBefore,
			scoreAfter: itemRepairEffects.scoreAfter,
			passedBefore: itemRepairEffects.passedBefore,
			passedAfter: itemRepairEffects.passedAfter,
			isProtected: itemRepairEffects.isProtected,
		})
		.from(itemRepairEffects)
		.innerJoin(attempts, eq(attempts.id, itemRepairEffects.attemptId))
		.innerJoin(people, eq(people.id, attempts.personId))
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
