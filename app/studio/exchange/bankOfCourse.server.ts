import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions, drafts, items, media } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import type { Item } from "../../assessment/item.ts";
import { itemsOf, mediaOfDraft } from "../drafts.server.ts";
import type { DraftFacts } from "../facts.ts";
import { startNextVersion } from "../nextVersion.server.ts";

export type Bank = {
	courseId: string;
	agencyId: string;
	/** The open draft that the bank is of; null: it is the current version's. */
	draftId: string | null;
	facts: Pick<DraftFacts, "competences" | "level">;
	items: Item[];
	media: { name: string; hash: string; type: string }[];
};

/** A course's bank: its open draft's, else its current version's; null when there is no such course, or it is empty. */
export async function bankOfCourse(slug: string): Promise<Bank | null> {
	const [course] = await db.select().from(courses).where(eq(courses.slug, slug));
	if (!course) return null;
	const { id: courseId, agencyId, currentVersionId } = course;
	const [draft] = await db.select().from(drafts).where(eq(drafts.openCourseId, courseId));
	if (draft) {
		const [bank, pictures] = await Promise.all([itemsOf(draft.id), mediaOfDraft(draft.id)]);
		const facts = draft.facts as DraftFacts;
		return { courseId, agencyId: draft.agencyId, draftId: draft.id, facts, items: bank, media: pictures };
	}
	if (!currentVersionId) return null;
	const [version] = await db.select().from(courseVersions).where(eq(courseVersions.id, currentVersionId));
	if (!version) return null;
	const bank = await db
		.select({ content: items.content })
		.from(items)
		.where(eq(items.versionId, version.id))
		.orderBy(asc(items.code));
	const pictures = await db.select().from(media).where(eq(media.versionId, version.id));
	const held = bank.map(({ content }) => content as Item);
	return { courseId, agencyId, draftId: null, facts: version, items: held, media: pictures };
}

/** The draft that an import goes into, begun from the current version where there is none. */
export async function draftForImport(bank: Bank, now: number): Promise<string | null> {
	if (bank.draftId) return bank.draftId;
	const { courseId, agencyId } = bank;
	const made = await transaction((tx) => startNextVersion(tx, { courseId, agencyId, personId: null, now }));
	return made?.draftId ?? null;
}
