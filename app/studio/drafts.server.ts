import { and, asc, desc, eq, inArray, isNotNull, ne, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	agencies,
	courses,
	courseVersions,
	draftItems,
	draftLessons,
	draftMedia,
	drafts,
	reviews,
} from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import type { Item } from "../assessment/item.ts";
import type { DraftFacts } from "./facts.ts";

export type Draft = Omit<typeof drafts.$inferSelect, "facts"> & { facts: DraftFacts };
export type DraftLesson = typeof draftLessons.$inferSelect;

/** Of drafts, an agency's own people see theirs; the national reviewer sees those that ask for one. */
function visible(scope: AgencyScope): SQL | undefined {
	if (scope.kind === "nation") return eq(drafts.nationalReview, 1);
	return eq(drafts.agencyId, scope.agencyId);
}

const inScopes = (scopes: readonly AgencyScope[]) => or(...scopes.map(visible));

/** The draft if it lies in one of the scopes; else null, which is answered by 404. */
export async function findDraft(id: string, scopes: readonly AgencyScope[]): Promise<Draft | null> {
	if (scopes.length === 0) return null;
	const [row] = await db
		.select()
		.from(drafts)
		.where(and(eq(drafts.id, id), inScopes(scopes)));
	return row ? { ...row, facts: row.facts as DraftFacts } : null;
}

export async function lessonsOf(draftId: string): Promise<DraftLesson[]> {
	return db
		.select()
		.from(draftLessons)
		.where(eq(draftLessons.draftId, draftId))
		.orderBy(asc(draftLessons.position));
}

export async function findDraftLesson(draftId: string, slug: string): Promise<DraftLesson | null> {
	const here = and(eq(draftLessons.draftId, draftId), eq(draftLessons.slug, slug));
	const [row] = await db.select().from(draftLessons).where(here);
	return row ?? null;
}

export async function itemsOf(draftId: string): Promise<Item[]> {
	const rows = await db
		.select({ item: draftItems.item })
		.from(draftItems)
		.where(eq(draftItems.draftId, draftId))
		.orderBy(asc(draftItems.code));
	return rows.map(({ item }) => item as Item);
}

export async function mediaOfDraft(draftId: string) {
	const { name, hash, type, bytes } = draftMedia;
	return db
		.select({ name, hash, type, bytes })
		.from(draftMedia)
		.where(eq(draftMedia.draftId, draftId))
		.orderBy(asc(name));
}

/** What reviewers said of a draft, the latest first. */
export async function reviewsOf(draftId: string) {
	return db.select().from(reviews).where(eq(reviews.draftId, draftId)).orderBy(desc(reviews.decidedAt));
}

/** Open drafts in the scopes, the latest first. */
export async function openDrafts(scopes: readonly AgencyScope[]) {
	if (scopes.length === 0) return [];
	const rows = await db
		.select({ draft: drafts, slug: courses.slug, agencyName: agencies.shortName })
		.from(drafts)
		.innerJoin(courses, eq(courses.id, drafts.courseId))
		.innerJoin(agencies, eq(agencies.id, drafts.agencyId))
		.where(and(isNotNull(drafts.openCourseId), ne(drafts.state, "discarded"), inScopes(scopes)))
		.orderBy(desc(drafts.updatedAt))
		.limit(100);
	return rows.map(({ draft, ...rest }) => ({
		...rest,
		id: draft.id,
		state: draft.state,
		facts: draft.facts as DraftFacts,
	}));
}

/** The published courses of these agencies, with their current version. */
export async function publishedCourses(agencyIds: readonly string[]) {
	if (agencyIds.length === 0) return [];
	return db
		.select({
			courseId: courses.id,
			slug: courses.slug,
			versionId: courseVersions.id,
			title: courseVersions.title,
			number: courseVersions.number,
		})
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(inArray(courses.agencyId, [...agencyIds]))
		.orderBy(asc(courses.slug))
		.limit(200);
}
