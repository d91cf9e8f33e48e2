import { and, asc, count, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { draftLessons } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { slugOf } from "./slug.ts";
import { type By, touch } from "./write.server.ts";

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
