import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { findOpenCourse, outlineOf } from "#app/catalog/findCourse.server.ts";
import { listOpenCourses } from "#app/catalog/listCourses.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { answerCheck } from "#app/learning/answerCheck.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { answersOf, findEnrolment, findLesson, lessonsRead } from "#app/learning/findEnrolment.server.ts";
import { dismissNotice, openNotices } from "#app/learning/notices.server.ts";
import { markLessonRead } from "#app/learning/progress.server.ts";
import { withdrawVersion } from "#app/learning/withdrawVersion.server.ts";
import { db } from "#db/client.server.ts";
import { activity, enrolments } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW, someFacts, someItems } from "#tests/support/make/course.ts";

let agencyId: string;
let otherId: string;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	otherId = await makeAgency("3578");
});

async function enrolled(slug: string) {
	const course = await makeCourse(agencyId, slug);
	const personId = await makePerson(agencyId);
	const { courseId, versionId } = course;
	const join = () =>
		transaction((tx) => enrol(tx, { personId, courseId, versionId, agencyId, unitId: null, now: NOW }));
	const { enrolmentId } = await join();
	return { ...course, personId, enrolmentId, join };
}

describe("enrolment", () => {
	it("happens once, however often it is asked for", async () => {
		const { join, enrolmentId, personId } = await enrolled("sekali");
		const again = await Promise.all([join(), join(), join()]);
		expect(new Set(again.map((one) => one.enrolmentId))).toEqual(new Set([enrolmentId]));
		const facts = await db.select().from(activity).where(eq(activity.personId, personId));
		expect(facts.filter(({ kind }) => kind === "course.enrolled")).toHaveLength(1);
	});

	it("keeps its version when a new one is published", async () => {
		const { personId, courseId, versionId } = await enrolled("berversi");
		const facts = someFacts("berversi", { title: "Judul baru" });
		const lessons = [{ slug: "tiga", title: "Tiga", minutes: 5, objective: "Tahu.", source: "Isi." }];
		const next = { facts, lessons, items: someItems(), media: [], courseId, publishedBy: null, now: NOW + 1 };
		const { versionId: newest, number } = await transaction((tx) => publishVersion(tx, next));
		expect(number).toBe(2);
		expect((await findEnrolment(personId, "berversi"))?.versionId).toBe(versionId);
		expect(await findLesson(personId, "berversi", "satu")).not.toBeNull();
		expect(await findLesson(personId, "berversi", "tiga")).toBeNull();
		expect((await findOpenCourse("berversi", null))?.course.currentVersionId).toBe(newest);
	});
});

describe("progress", () => {
	it("counts a lesson once, finishes with the last, and never falls back", async () => {
		const { enrolmentId, versionId, personId } = await enrolled("maju");
		const [first, second] = await outlineOf(versionId);
		const read = (lessonId = "", now = NOW) =>
			transaction((tx) => markLessonRead(tx, { enrolmentId, lessonId, now }));
		await read(first?.id);
		await read(first?.id, NOW + 5);
		expect((await findEnrolment(personId, "maju"))?.state).toBe("learning");
		await read(second?.id, NOW + 9);
		expect(await findEnrolment(personId, "maju")).toMatchObject({ state: "finished", finishedAt: NOW + 9 });
		await db
			.update(enrolments)
			.set({ state: "passed", passedAt: NOW + 10 })
			.where(eq(enrolments.id, enrolmentId));
		await read(first?.id, NOW + 20);
		expect((await findEnrolment(personId, "maju"))?.state).toBe("passed");
		const kinds = (await db.select().from(activity).where(eq(activity.personId, personId))).map(
			({ kind }) => kind,
		);
		expect(kinds.filter((kind) => kind === "lesson.read")).toHaveLength(2);
		expect(kinds.filter((kind) => kind === "course.finished")).toHaveLength(1);
	});

	it("marks a lesson as read when all of its questions have an answer, right or wrong", async () => {
		const { enrolmentId, versionId } = await enrolled("tanya");
		const lessonId = (await outlineOf(versionId))[0]?.id ?? "";
		const options = [
			{ correct: true, feedback: "Ya." },
			{ correct: false, feedback: "Bukan." },
		];
		const keys = ["c1", "c2"].map((id) => ({ kind: "check" as const, id, type: "single" as const, options }));
		const answer = (checkId: string, chosen: string[]) =>
			transaction((tx) => answerCheck(tx, { enrolmentId, lessonId, checkId, chosen, keys, now: NOW }));
		expect(await answer("c1", ["1"])).toBe(true);
		expect(await answer("c1", ["0"])).toBe(true);
		expect(await answer("c9", ["0"])).toBe(false);
		expect(await answer("c2", ["7"])).toBe(false);
		expect((await lessonsRead(enrolmentId)).size).toBe(0);
		await answer("c2", ["1"]);
		expect((await lessonsRead(enrolmentId)).has(lessonId)).toBe(true);
		expect(await answersOf(enrolmentId, lessonId)).toEqual(
			new Map([
				["c1", ["0"]],
				["c2", ["1"]],
			]),
		);
	});
});

describe("the catalogue", () => {
	it("shows a course of one agency to its people only", async () => {
		await makeCourse(agencyId, "khusus", { audience: "agency" });
		const listed = async (viewer: string | null) =>
			(await listOpenCourses({ agencyId: viewer, search: "khusus", page: 1 })).courses.map(
				({ slug }) => slug,
			);
		expect(await listed(agencyId)).toEqual(["khusus"]);
		expect(await listed(otherId)).toEqual([]);
		expect(await listed(null)).toEqual([]);
		expect(await findOpenCourse("khusus", otherId)).toBeNull();
	});

	it("searches by beginnings of words and filters by competence, level and hours", async () => {
		await makeCourse(agencyId, "saring", {
			title: "Menyaring Data Élok",
			jp: 6,
			level: 2,
			competences: [{ code: "D2.2", level: 2 }],
		});
		const slugs = async (rest: object) => {
			const { courses, total } = await listOpenCourses({ agencyId: null, page: 1, ...rest });
			expect(total).toBe(courses.length);
			return courses.map(({ slug }) => slug);
		};
		expect(await slugs({ search: "elok meny" })).toEqual(["saring"]);
		expect(await slugs({ search: "aring" })).toEqual([]);
		expect(await slugs({ search: "100%_" })).toEqual([]);
		expect(await slugs({ competence: "D2.2" })).toEqual(["saring"]);
		expect(await slugs({ level: 2 })).toEqual(["saring"]);
		expect(await slugs({ search: "saring", maxJp: 4 })).toEqual([]);
	});
});

describe("withdrawing a version", () => {
	it("stops new learners, tells those who were learning, and leaves what they did", async () => {
		const { personId, versionId, courseId } = await enrolled("ditarik");
		const passed = await makePerson(agencyId, "Sudah Lulus");
		const who = { personId: passed, courseId, versionId, agencyId, unitId: null, now: NOW };
		const { enrolmentId } = await transaction((tx) => enrol(tx, who));
		await db.update(enrolments).set({ state: "passed" }).where(eq(enrolments.id, enrolmentId));
		const withdrawal = { versionId, reason: "Aturan berubah.", actor: { id: null, name: "Uji" }, now: NOW };
		const withdraw = () => transaction((tx) => withdrawVersion(tx, withdrawal));
		expect(await withdraw()).toBe(true);
		expect(await withdraw()).toBe(false);
		expect((await findOpenCourse("ditarik", null))?.course.currentVersionId).toBeNull();
		expect(await findLesson(personId, "ditarik", "satu")).not.toBeNull();
		expect(await openNotices(passed)).toEqual([]);
		const [notice] = await openNotices(personId);
		expect(notice).toMatchObject({
			kind: "version-withdrawn",
			data: { reason: "Aturan berubah.", slug: "ditarik" },
		});
		await transaction((tx) => dismissNotice(tx, passed, notice?.id ?? "", NOW));
		expect(await openNotices(personId)).toHaveLength(1);
		await transaction((tx) => dismissNotice(tx, personId, notice?.id ?? "", NOW));
		expect(await openNotices(personId)).toEqual([]);
	});
});
