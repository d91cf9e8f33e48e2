import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { courses, courseVersions, type ItemType, items, lessons, media } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { askedHash } from "./askedHash.ts";
import type { CourseFacts } from "./courseFacts.ts";
import { searchTextOf } from "./searchText.ts";

export type LessonInput = { slug: string; title: string; minutes: number; objective: string; source: string };
/** An item that has passed its schema; `content` is the item as bank.yaml writes it. */
export type ItemInput = {
	code: string;
	type: ItemType;
	competence: string;
	level: number;
	prototype?: string;
};
export type MediaInput = { name: string; hash: string; type: string; bytes: number };
export type Publication = {
	courseId: string;
	facts: CourseFacts;
	lessons: LessonInput[];
	items: ItemInput[];
	media: MediaInput[];
	publishedBy: string | null;
	now: number;
};

/** sha256 of everything that makes a version what it is. */
export function contentHash({
	facts,
	lessons,
	items,
	media,
}: Omit<Publication, "courseId" | "publishedBy" | "now">): string {
	return sha256(JSON.stringify({ facts, lessons, items, media }));
}

/**
 * Publishes the next version of a course: immutable from now on, and the one that new learners get. Those who are
 * learning stay on theirs. The gate has been passed before.
 */
export function* publishVersion(
	tx: Tx,
	publication: Publication,
): Body<{ versionId: string; number: number }> {
	const { courseId, facts, now } = publication;
	const [course] = yield* run(tx.select().from(courses).where(eq(courses.id, courseId)));
	if (!course) throw new Error(`no course ${courseId}`);
	const versionId = uuid();
	const number = (yield* latestNumber(tx, courseId)) + 1;
	yield* run(tx.insert(courseVersions).values({ ...versionRow(publication), id: versionId, number }));
	yield* insertParts(tx, versionId, publication);
	yield* run(
		tx
			.update(courses)
			.set({ currentVersionId: versionId, audience: facts.audience })
			.where(eq(courses.id, courseId)),
	);
	const fact = { agencyId: course.agencyId, courseId, versionId, data: { number }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "version.published" });
	return { versionId, number };
}

function* latestNumber(tx: Tx, courseId: string): Body<number> {
	const [latest] = yield* run(
		tx
			.select({ number: courseVersions.number })
			.from(courseVersions)
			.where(eq(courseVersions.courseId, courseId))
			.orderBy(desc(courseVersions.number))
			.limit(1),
	);
	return latest?.number ?? 0;
}

function versionRow(publication: Publication) {
	const { courseId, facts, publishedBy, now } = publication;
	const { slug: _slug, audience: _audience, ...kept } = facts;
	return {
		...kept,
		courseId,
		contentHash: contentHash(publication),
		searchText: searchTextOf(facts),
		publishedAt: now,
		publishedBy,
	};
}

function* insertParts(
	tx: Tx,
	versionId: string,
	{ lessons: texts, items: bank, media: files }: Publication,
): Body<void> {
	for (const [index, lesson] of texts.entries()) {
		const row = { ...lesson, id: uuid(), versionId, position: index + 1, sourceHash: sha256(lesson.source) };
		yield* run(tx.insert(lessons).values(row));
	}
	for (const item of bank) {
		const { code, type, competence, level } = item;
		const row = { id: uuid(), versionId, code, type, competence, level, content: item };
		yield* run(tx.insert(items).values({ ...row, askedHash: askedHash(item) }));
	}
	for (const file of files) yield* run(tx.insert(media).values({ ...file, id: uuid(), versionId }));
}

function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
