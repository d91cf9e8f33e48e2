import "../support/mdxWorker.ts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantRole } from "#app/access/roles.server.ts";
import { findOpenCourse, outlineOf } from "#app/catalog/findCourse.server.ts";
import { stopCompiler } from "#app/mdx/compile.server.ts";
import { findDraft, itemsOf, lessonsOf } from "#app/studio/drafts.server.ts";
import { addLesson, moveLessonUp, removeLesson, saveLesson } from "#app/studio/lessons.server.ts";
import { startNextVersion } from "#app/studio/nextVersion.server.ts";
import {
	draftFindings,
	mayReview,
	publication,
	publishDraft,
	returnDraft,
	submission,
} from "#app/studio/review.server.ts";
import { createDraft, saveFacts, saveItem } from "#app/studio/write.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, courseVersions, lessons } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW, someFacts, someItems } from "#tests/support/make/course.ts";

afterAll(stopCompiler);

const system = { id: null, name: "Uji" };
let agencyId: string;
let lonelyId: string;
let author: string;
let reviewer: string;
let national: string;

async function withRole(of: string, role: "reviewer" | "training-admin", agency: string | null) {
	const personId = await makePerson(of);
	await transaction((tx) => grantRole(tx, { personId, role, agencyId: agency, actor: system, now: NOW }));
	return personId;
}

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	lonelyId = await makeAgency("9502");
	author = await withRole(agencyId, "training-admin", agencyId);
	reviewer = await withRole(agencyId, "reviewer", agencyId);
	national = await withRole(lonelyId, "reviewer", null);
});

const agencyScope = (id: string) => ({ kind: "agency", agencyId: id }) as const;
const text = { title: "Materi", minutes: 10, objective: "Tahu.", source: "## Bagian\n\nIsi.\n" };

async function draftOf(id: string, of = agencyId) {
	const draft = await findDraft(id, [agencyScope(of)]);
	if (!draft) throw new Error("no such draft");
	return draft;
}

let serial = 0;
/** A draft that could be published, written by `author`. */
async function sound(of = agencyId, writer = author) {
	serial++;
	const title = `Pelatihan uji ${serial}`;
	const asked = {
		title,
		agencyId: of,
		writer: { personId: writer, name: "Sari" },
		today: "2026-11-24",
		now: NOW,
	};
	const made = await transaction((tx) => createDraft(tx, asked));
	if (!made) throw new Error("the title is taken");
	const by = { draftId: made.draftId, personId: writer, now: NOW };
	const { facts } = await draftOf(made.draftId, of);
	await transaction((tx) => saveFacts(tx, by, { ...someFacts(facts.slug), title, slug: facts.slug }));
	const slug = await transaction((tx) => addLesson(tx, by, "Materi satu"));
	const lesson = (await lessonsOf(made.draftId)).find((one) => one.slug === slug);
	if (!lesson) throw new Error("no lesson");
	await transaction((tx) => saveLesson(tx, by, { lessonId: lesson.id, revision: lesson.revision, text }));
	for (const item of someItems()) await transaction((tx) => saveItem(tx, by, item, null));
	return { by, draftId: made.draftId, lessonId: lesson.id, slug: facts.slug };
}

async function submit(draftId: string, who = author, of = agencyId) {
	const act = { actor: { id: who, name: "Sari" }, now: NOW + 1 };
	return transaction(await submission(await draftOf(draftId, of), act));
}

async function publish(draftId: string, who: string, of = agencyId) {
	const draft = await draftOf(draftId, of);
	const ready = await publication(draft);
	const act = { actor: { id: who, name: "Budi" }, now: NOW + 2 };
	return transaction((tx) => publishDraft(tx, draft, ready, act));
}

describe("writing", () => {
	it("gives each agency a course of the same title at an address of its own, and one agency only one", async () => {
		const begin = (agency: string, personId: string) => {
			const writer = { personId, name: "Sari" };
			const asked = { title: "Naskah Dinas", agencyId: agency, writer, today: "2026-11-24", now: NOW };
			return transaction((tx) => createDraft(tx, asked));
		};
		const first = await begin(agencyId, author);
		const other = await begin(lonelyId, national);
		expect((await draftOf(first?.draftId ?? "")).facts.slug).toBe("naskah-dinas");
		expect((await draftOf(other?.draftId ?? "", lonelyId)).facts.slug).toBe("naskah-dinas-2");
		expect(await begin(agencyId, author)).toBeNull();
		expect(await begin(lonelyId, national)).toBeNull();
	});

	it("never writes an older text over a newer one unseen", async () => {
		const { by, lessonId } = await sound();
		const save = (revision: number, source: string) =>
			transaction((tx) => saveLesson(tx, by, { lessonId, revision, text: { ...text, source } }));
		expect(await save(2, "dari tab satu")).toEqual({ kind: "saved", revision: 3 });
		expect(await save(2, "dari tab dua")).toEqual({ kind: "conflict" });
		const both = await Promise.all([save(3, "a"), save(3, "b")]);
		expect(both.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
	});

	it("keeps the lessons in one order without gaps, whatever is moved and removed", async () => {
		const { by, draftId } = await sound();
		const add = (title: string) => transaction((tx) => addLesson(tx, by, title));
		const order = async () => (await lessonsOf(draftId)).map(({ slug, position }) => `${position} ${slug}`);
		await add("Materi dua");
		await add("Materi tiga");
		expect(await add("Materi dua")).toBeNull();
		await transaction((tx) => moveLessonUp(tx, by, "materi-tiga"));
		expect(await order()).toEqual(["1 materi-satu", "2 materi-tiga", "3 materi-dua"]);
		expect(await transaction((tx) => moveLessonUp(tx, by, "materi-satu"))).toBe(false);
		await transaction((tx) => removeLesson(tx, by, "materi-satu"));
		expect(await order()).toEqual(["1 materi-tiga", "2 materi-dua"]);
	});

	it("never writes one item over another", async () => {
		const { by, draftId } = await sound();
		const [first, second] = someItems();
		if (!first || !second) throw new Error("no items");
		const save = (item: typeof first, before: string | null) =>
			transaction((tx) => saveItem(tx, by, item, before));
		expect(await save({ ...first, stem: "Lain?" }, null)).toBe("taken");
		expect(await save({ ...second, code: first.code }, second.code)).toBe("taken");
		expect(await save({ ...first, stem: "Diganti?" }, first.code)).toBe("saved");
		expect(await save({ ...second, code: "uji-baru" }, second.code)).toBe("saved");
		const codes = (await itemsOf(draftId)).map(({ code, stem }) => `${code} ${stem}`);
		expect(codes).toContain("uji-1 Diganti?");
		expect(codes).toContain("uji-baru Soal 2?");
		expect(codes).toHaveLength(6);
	});
});

describe("the gate", () => {
	it("lets a sound draft through, and names everything that is in the way of another", async () => {
		const { by, draftId, lessonId } = await sound();
		expect(await draftFindings(await draftOf(draftId))).toEqual([]);
		const source =
			'Nilai {1}.\n\n[a](lesson:tidak-ada)\n\n<Figure src="media/x.svg" alt="" width="1" height="1" />\n';
		await transaction((tx) => saveLesson(tx, by, { lessonId, revision: 2, text: { ...text, source } }));
		const { facts } = await draftOf(draftId);
		const exam = { ...facts.exam, blueprint: [{ competence: "D3.1", level: 1, count: 40 }] };
		await transaction((tx) => saveFacts(tx, by, { ...facts, exam, jp: 9 }));
		const found = await draftFindings(await draftOf(draftId));
		const codes = found.map(({ code }) => code);
		for (const code of ["expression", "lesson-link", "alt", "media"]) expect(codes).toContain(code);
		expect(found.some(({ message }) => /soal/.test(message.id))).toBe(true);
		expect(found.some(({ message }) => /JP/.test(message.id))).toBe(true);
	});
});

describe("review", () => {
	it("is by a second person: neither who wrote nor who handed in decides", async () => {
		const { draftId } = await sound();
		await submit(draftId);
		const draft = await draftOf(draftId);
		expect(mayReview(draft, author)).toBe(false);
		expect(await publish(draftId, author)).toBe(false);
		expect((await draftOf(draftId)).state).toBe("submitted");
		expect(await publish(draftId, reviewer)).toBe(true);
	});

	it("of a text that the reviewer touched is not theirs any more", async () => {
		const { draftId, by, lessonId } = await sound();
		const asReviewer = { ...by, personId: reviewer };
		await transaction((tx) => saveLesson(tx, asReviewer, { lessonId, revision: 2, text }));
		await submit(draftId);
		expect((await draftOf(draftId)).nationalReview).toBe(1);
		expect(await publish(draftId, reviewer)).toBe(false);
		expect(await publish(draftId, national)).toBe(true);
	});

	it("of an agency without a second person is asked of the national reviewer, who sees nothing else", async () => {
		const writer = await withRole(lonelyId, "training-admin", lonelyId);
		const { draftId } = await sound(lonelyId, writer);
		expect(await findDraft(draftId, [{ kind: "nation" }])).toBeNull();
		await submit(draftId, writer, lonelyId);
		expect((await findDraft(draftId, [{ kind: "nation" }]))?.id).toBe(draftId);
		const own = await sound();
		await submit(own.draftId);
		expect(await findDraft(own.draftId, [{ kind: "nation" }])).toBeNull();
		expect(await findDraft(own.draftId, [agencyScope(lonelyId)])).toBeNull();
	});

	it("closes the text while it waits, and opens it again with a remark", async () => {
		const { draftId, by, lessonId } = await sound();
		await submit(draftId);
		const save = () => transaction((tx) => saveLesson(tx, by, { lessonId, revision: 2, text }));
		expect(await save()).toEqual({ kind: "closed" });
		const draft = await draftOf(draftId);
		const act = { actor: { id: reviewer, name: "Budi" }, now: NOW + 2 };
		expect(await transaction((tx) => returnDraft(tx, draft, "Tambahkan contoh dari kantor.", act))).toBe(
			true,
		);
		expect((await draftOf(draftId)).state).toBe("returned");
		expect((await save()).kind).toBe("saved");
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, draftId));
		expect(acts.map(({ action }) => action).sort()).toEqual(["draft.return", "draft.submit"]);
	});

	it("publishes what was read, never a text that changed meanwhile, and once", async () => {
		const { draftId, by, lessonId } = await sound();
		await submit(draftId);
		const read = await draftOf(draftId);
		const ready = await publication(read);
		const act = { actor: { id: reviewer, name: "Budi" }, now: NOW + 2 };
		await transaction((tx) => returnDraft(tx, read, "Perbaiki judulnya dahulu.", act));
		const newer = { ...text, source: "Lain.\n" };
		await transaction((tx) =>
			saveLesson(tx, { ...by, now: NOW + 3 }, { lessonId, revision: 2, text: newer }),
		);
		const again = { actor: { id: author, name: "Sari" }, now: NOW + 4 };
		await transaction(await submission(await draftOf(draftId), again));
		expect(await transaction((tx) => publishDraft(tx, read, ready, act))).toBe(false);
		const both = await Promise.all([publish(draftId, reviewer), publish(draftId, reviewer)]);
		expect(both.filter(Boolean)).toHaveLength(1);
	});
});

describe("a published version", () => {
	it("stays as it is; the next one begins from it and takes its place for newcomers", async () => {
		const { draftId, slug } = await sound();
		await submit(draftId);
		await publish(draftId, reviewer);
		const first = (await findOpenCourse(slug, agencyId))?.course.currentVersionId ?? "";
		const before = await db.select().from(lessons).where(eq(lessons.versionId, first));
		const { courseId } = await draftOf(draftId);
		const begin = (of: string) =>
			transaction((tx) => startNextVersion(tx, { courseId, agencyId: of, personId: author, now: NOW + 5 }));
		expect(await begin(lonelyId)).toBeNull();
		const next = await begin(agencyId);
		expect(await begin(agencyId)).toEqual(next);
		const nextId = next?.draftId ?? "";
		const by = { draftId: nextId, personId: author, now: NOW + 5 };
		const [lesson] = await lessonsOf(nextId);
		if (!lesson) throw new Error("no lesson");
		const changed = { ...text, source: "## Baru\n\nVersi dua.\n" };
		await transaction((tx) => saveLesson(tx, by, { lessonId: lesson.id, revision: 1, text: changed }));
		expect(await db.select().from(lessons).where(eq(lessons.versionId, first))).toEqual(before);
		await submit(nextId);
		expect(await publish(nextId, reviewer)).toBe(true);
		const second = (await findOpenCourse(slug, agencyId))?.course.currentVersionId ?? "";
		expect(second).not.toBe(first);
		expect(await db.select().from(lessons).where(eq(lessons.versionId, first))).toEqual(before);
		expect((await outlineOf(second)).map(({ title }) => title)).toEqual(["Materi"]);
		const versions = await db.select().from(courseVersions).where(eq(courseVersions.courseId, courseId));
		expect(versions.map(({ number }) => number).sort()).toEqual([1, 2]);
	});
});
