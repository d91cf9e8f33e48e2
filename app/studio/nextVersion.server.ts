import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
	courses,
	courseVersions,
	draftItems,
	draftLessons,
	draftMedia,
	drafts,
	items,
	lessons,
	media,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { courseFacts } from "../catalog/courseFacts.ts";
import { insertDraft } from "./write.server.ts";

type Asked = { courseId: string; agencyId: string; personId: string | null; now: number };

/** Begins the next version of a published course of the agency from its current one; an open draft is given as it is. */
export function* startNextVersion(
	tx: Tx,
	{ courseId, agencyId, personId, now }: Asked,
): Body<{ draftId: string } | null> {
	const [open] = yield* run(tx.select().from(drafts).where(eq(drafts.openCourseId, courseId)));
	if (open) return open.agencyId === agencyId ? { draftId: open.id } : null;
	const [row] = yield* run(
		tx
			.select({ course: courses, version: courseVersions })
			.from(courses)
			.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
			.where(and(eq(courses.id, courseId), eq(courses.agencyId, agencyId))),
	);
	if (!row) return null;
	const { course, version } = row;
	const facts = courseFacts.parse({ ...version, slug: course.slug, audience: course.audience });
	const { draftId } = yield* insertDraft(tx, {
		courseId,
		agencyId,
		facts,
		writerIds: personId ? [personId] : [],
		now,
	});
	yield* copyParts(tx, version.id, draftId, now);
	return { draftId };
}

function* copyParts(tx: Tx, versionId: string, draftId: string, now: number): Body<void> {
	const texts = yield* run(
		tx.select().from(lessons).where(eq(lessons.versionId, versionId)).orderBy(asc(lessons.position)),
	);
	for (const { position, slug, title, minutes, objective, source } of texts) {
		const row = { id: uuid(), draftId, position, slug, title, minutes, objective, source, updatedAt: now };
		yield* run(tx.insert(draftLessons).values(row));
	}
	const bank = yield* run(tx.select().from(items).where(eq(items.versionId, versionId)));
	for (const { code, content } of bank) {
		yield* run(tx.insert(draftItems).values({ id: uuid(), draftId, code, item: content, updatedAt: now }));
	}
	const pictures = yield* run(tx.select().from(media).where(eq(media.versionId, versionId)));
	for (const { name, hash, type, bytes } of pictures) {
		yield* run(tx.insert(draftMedia).values({ id: uuid(), draftId, name, hash, type, bytes }));
	}
}
