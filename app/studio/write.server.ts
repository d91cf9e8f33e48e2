import { and, asc, count, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { draftItems, draftLessons, draftMedia, drafts } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Item } from "../assessment/item.ts";
import { createCourse } from "../catalog/createCourse.server.ts";
import { type DraftFacts, emptyFacts } from "./facts.ts";
import { slugOf } from "./slug.ts";

type Writer = { personId: string; name: string };

/** Begins a course with its first draft; null when its address is taken. */
export function* createDraft(
	tx: Tx,
	{
		title,
		agencyId,
		writer,
		today,
		now,
	}: { title: string; agencyId: string; writer: Writer; today: string; now: number },
): Body<{ draftId: string } | null> {
	const slug = slugOf(title);
	const made = yield* createCourse(tx, { slug, agencyId, audience: "agency", now });
	if (!made) return null;
	const facts = emptyFacts(slug, title, writer.name, today);
	return yield* insertDraft(tx, {
		courseId: made.courseId,
		agencyId,
		facts,
		writerIds: [writer.personId],
		now,
	});
}

type NewDraft = { courseId: string; agencyId: string; facts: DraftFacts; writerIds: string[]; now: number };

export function* insertDraft(
	tx: Tx,
	{ courseId, agencyId, facts, writerIds, now }: NewDraft,
): Body<{ draftId: string }> {
	const draftId = uuid();
	const times = { createdAt: now, updatedAt: now };
	const row = { id: draftId, courseId, openCourseId: courseId, agencyId, facts, writerIds, ...times };
	yield* run(tx.insert(drafts).values({ ...row, state: "draft" }));
	return { draftId };
}

const writable = ["draft", "returned"] as const;

/**
 * Opens a draft for writing and remembers who wrote; false when it waits for review or is published.
 * Every verb below goes through it.
 */
export function* touch(tx: Tx, draftId: string, personId: string, now: number): Body<boolean> {
	const [draft] = yield* run(tx.select().from(drafts).where(eq(drafts.id, draftId)));
	if (!draft || !writable.some((state) => state === draft.state)) return false;
	const writerIds = [...new Set([...draft.writerIds, personId])];
	yield* run(tx.update(drafts).set({ writerIds, updatedAt: now }).where(eq(drafts.id, draftId)));
	return true;
}

type By = { draftId: string; personId: string; now: number };

export function* saveFacts(tx: Tx, { draftId, personId, now }: By, facts: DraftFacts): Body<boolean> {
	if (!(yield* touch(tx, draftId, personId, now))) return false;
	yield* run(tx.update(drafts).set({ facts }).where(eq(drafts.id, draftId)));
	return true;
}

/** Adds a lesson at the end; null when the draft is closed or has a lesson of that address. */
export function* addLesson(tx: Tx, { draftId, personId, now }: By, title: string): Body<string | null> {
	if (!(yield* touch(tx, draftId, personId, now))) return null;
	const [number] = yield* run(
		tx.select({ n: count() }).from(draftLessons).where(eq(draftLessons.draftId, draftId)),
	);
	const slug = slugOf(title);
	const row = {
		id: uuid(),
		draftId,
		slug,
		title,
		position: (number?.n ?? 0) + 1,
		minutes: 15,
		objective: "",
		source: "",
	};
	const [made] = yield* run(
		tx
			.insert(draftLessons)
			.values({ ...row, updatedAt: now, updatedBy: personId })
			.onConflictDoNothing()
			.returning({ slug: draftLessons.slug }),
	);
	return made?.slug ?? null;
}

export type LessonText = { title: string; minutes: number; objective: string; source: string };
export type LessonSaved = { kind: "saved"; revision: number } | { kind: "conflict" } | { kind: "closed" };

/** Saves a lesson if nobody saved it since `revision` was read: an older tab must not overwrite a newer text unseen. */
export function* saveLesson(
	tx: Tx,
	{ draftId, personId, now }: By,
	{ lessonId, revision, text }: { lessonId: string; revision: number; text: LessonText },
): Body<LessonSaved> {
	if (!(yield* touch(tx, draftId, personId, now))) return { kind: "closed" };
	const mine = and(
		eq(draftLessons.id, lessonId),
		eq(draftLessons.draftId, draftId),
		eq(draftLessons.revision, revision),
	);
	const [saved] = yield* run(
		tx
			.update(draftLessons)
			.set({ ...text, revision: revision + 1, updatedAt: now, updatedBy: personId })
			.where(mine)
			.returning({ revision: draftLessons.revision }),
	);
	return saved ? { kind: "saved", revision: saved.revision } : { kind: "conflict" };
}

/** Moves a lesson one place up; false when it is the first, or the draft is closed. */
export function* moveLessonUp(tx: Tx, { draftId, personId, now }: By, slug: string): Body<boolean> {
	if (!(yield* touch(tx, draftId, personId, now))) return false;
	const all = yield* run(
		tx
			.select({ id: draftLessons.id, slug: draftLessons.slug, position: draftLessons.position })
			.from(draftLessons)
			.where(eq(draftLessons.draftId, draftId))
			.orderBy(asc(draftLessons.position)),
	);
	const index = all.findIndex((one) => one.slug === slug);
	const [above, lesson] = [all[index - 1], all[index]];
	if (!above || !lesson) return false;
	for (const [id, position] of [
		[above.id, lesson.position],
		[lesson.id, above.position],
	] as const) {
		yield* run(tx.update(draftLessons).set({ position }).where(eq(draftLessons.id, id)));
	}
	return true;
}

export function* removeLesson(tx: Tx, { draftId, personId, now }: By, slug: string): Body<boolean> {
	if (!(yield* touch(tx, draftId, personId, now))) return false;
	const here = and(eq(draftLessons.draftId, draftId), eq(draftLessons.slug, slug));
	const [gone] = yield* run(
		tx.delete(draftLessons).where(here).returning({ position: draftLessons.position }),
	);
	if (!gone) return false;
	const later = and(eq(draftLessons.draftId, draftId), sql`${draftLessons.position} > ${gone.position}`);
	yield* run(
		tx
			.update(draftLessons)
			.set({ position: sql`${draftLessons.position} - 1` })
			.where(later),
	);
	return true;
}

type ItemSaved = "saved" | "taken" | "closed";

/** Saves an item; `before` is the code that it had, null for a new one. A code that another item has is left alone. */
export function* saveItem(
	tx: Tx,
	{ draftId, personId, now }: By,
	item: Item,
	before: string | null,
): Body<ItemSaved> {
	if (!(yield* touch(tx, draftId, personId, now))) return "closed";
	const { code } = item;
	const coded = (value: string) => and(eq(draftItems.draftId, draftId), eq(draftItems.code, value));
	const taken = code === before ? [] : yield* run(tx.select().from(draftItems).where(coded(code)));
	if (taken.length > 0) return "taken";
	const set = { item, code, updatedAt: now };
	if (before !== null) yield* run(tx.update(draftItems).set(set).where(coded(before)));
	else yield* run(tx.insert(draftItems).values({ ...set, id: uuid(), draftId }));
	return "saved";
}

export function* removeItem(tx: Tx, { draftId, personId, now }: By, code: string): Body<boolean> {
	if (!(yield* touch(tx, draftId, personId, now))) return false;
	yield* run(tx.delete(draftItems).where(and(eq(draftItems.draftId, draftId), eq(draftItems.code, code))));
	return true;
}

type Picture = { name: string; hash: string; type: string; bytes: number };

export function* saveMedia(tx: Tx, { draftId, personId, now }: By, picture: Picture): Body<boolean> {
	if (!(yield* touch(tx, draftId, personId, now))) return false;
	const target = [draftMedia.draftId, draftMedia.name];
	yield* run(
		tx
			.insert(draftMedia)
			.values({ ...picture, id: uuid(), draftId })
			.onConflictDoUpdate({ target, set: picture }),
	);
	return true;
}
