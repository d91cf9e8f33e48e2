import { and, desc, eq, notInArray, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions, itemRepairs, items } from "#db/schema/index.ts";
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
	cursor: itemRepairs.cursor,
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

/** The repair of an item that was neither undone nor left; null when there is none. */
export async function openRepairOf(itemId: string): Promise<{ id: string; state: string } | null> {
	const { id, state } = itemRepairs;
	const isOpen = notInArray(state, ["undone", "discarded"]);
	const own = and(eq(itemRepairs.itemId, itemId), isOpen);
	const [open] = await db.select({ id, state }).from(itemRepairs).where(own);
	return open ?? null;
}
