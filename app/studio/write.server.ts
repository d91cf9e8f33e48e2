import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { courses, draftItems, draftMedia, drafts } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Item } from "../assessment/item.ts";
import { createCourse } from "../catalog/createCourse.server.ts";
import { type DraftFacts, emptyFacts } from "./facts.ts";
import { slugOf } from "./slug.ts";

type Writer = { personId: string; name: string };

/** Other agencies may have a course of the same title; more than this is nobody's need. */
const SAME_TITLES = 50;

/** Begins a course with its first draft; null when the agency already has a course of that title. */
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
	for (let n = 1; n <= SAME_TITLES; n++) {
		const slug = n === 1 ? slugOf(title) : `${slugOf(title)}-${n}`;
		const made = yield* createCourse(tx, { slug, agencyId, audience: "agency", now });
		if (made) {
			const facts = emptyFacts(slug, title, writer.name, today);
			const writerIds = [writer.personId];
			return yield* insertDraft(tx, { courseId: made.courseId, agencyId, facts, writerIds, now });
		}
		const [taken] = yield* run(
			tx.select({ agencyId: courses.agencyId }).from(courses).where(eq(courses.slug, slug)),
		);
		if (taken?.agencyId === agencyId) return null;
	}
	return null;
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
export function* touch(tx: Tx, draftId: string, personId: string | null, now: number): Body<boolean> {
	const [draft] = yield* run(tx.select().from(drafts).where(eq(drafts.id, draftId)));
	if (!draft || !writable.some((state) => state === draft.state)) return false;
	const writerIds = personId ? [...new Set([...draft.writerIds, personId])] : draft.writerIds;
	yield* run(tx.update(drafts).set({ writerIds, updatedAt: now }).where(eq(drafts.id, draftId)));
	return true;
}

/** Whose act it is, on which draft; the command line is no person. */
export type By = { draftId: string; personId: string | null; now: number };

export function* saveFacts(tx: Tx, { draftId, personId, now }: By, facts: DraftFacts): Body<boolean> {
	if (!(yield* touch(tx, draftId, personId, now))) return false;
	yield* run(tx.update(drafts).set({ facts }).where(eq(drafts.id, draftId)));
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
