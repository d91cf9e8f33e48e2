import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { findAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import type { ExaminerScope } from "#app/assessment/supervised.server.ts";
import { decideLate, giveTime, reopenAttempt, voidAttempt } from "#app/certification/examinerActs.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#db/client.server.ts";
import { answerEvents, auditLog, certificates } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

const MINUTE = 60_000;
const competenceName = (code: string) => code;
let national: string;
let agencyId: string;
let course: Awaited<ReturnType<typeof makeCourse>>;

beforeAll(async () => {
	national = await makeAgency("K-UJI", "ministry");
	agencyId = await makeAgency("3273");
	course = await makeCourse(national, "diuji");
});

async function sitting() {
	const personId = await makePerson(agencyId);
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null };
	const { enrolmentId } = await transaction((tx) => enrol(tx, { ...who, now: NOW }));
	const begin = (now: number) =>
		transaction((tx) =>
			startAttempt(tx, {
				...who,
				enrolmentId,
				rules: facts.exam,
				lateWindowMs: 60 * MINUTE,
				random: Math.random,
				now,
			}),
		);
	const { attemptId } = await begin(NOW);
	if (attemptId === null) throw new Error("not started");
	const answer = async (option: string, now: number) => {
		const drawn = await drawnItems(attemptId);
		const answers = new Map(drawn.map(({ position }) => [position, { chosen: [option] }]));
		const page = `page-${option}-${now}`;
		return transaction((tx) => appendForm(tx, { attemptId, personId, page, answers, drawn, now }));
	};
	const finish = (now: number) =>
		transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));
	const row = async () => {
		const found = await findAttempt(attemptId, personId);
		if (!found) throw new Error("no attempt");
		return found;
	};
	const act = (now: number, scope: ExaminerScope = { people: agencyId, courses: null }) => ({
		attemptId,
		scope,
		actor: { id: "penguji", name: "Penguji" },
		reason: "Listrik padam.",
		now,
	});
	return { attemptId, begin, answer, finish, row, act };
}

const END = NOW + 30 * MINUTE;

describe("an examiner", () => {
	it("gives more time, before and after the deadline, and it is audited with its reason", async () => {
		const { row, act, answer, attemptId } = await sitting();
		expect(await transaction((tx) => giveTime(tx, { ...act(NOW + MINUTE), minutes: 15 }))).toBe("done");
		expect((await row()).deadlineAt).toBe(END + 15 * MINUTE);
		const late = END + 40 * MINUTE;
		expect(await transaction((tx) => giveTime(tx, { ...act(late), minutes: 10 }))).toBe("done");
		expect((await row()).deadlineAt).toBe(late + 10 * MINUTE);
		expect(await answer("a", late + 9 * MINUTE)).toMatchObject({
			outcomes: Array(4).fill({ lateness: null }),
		});
		const audited = await db.select().from(auditLog).where(eq(auditLog.subjectId, attemptId));
		expect(audited.map(({ action, detail }) => [action, detail.minutes, detail.reason])).toEqual([
			["attempt.more-time", 15, "Listrik padam."],
			["attempt.more-time", 10, "Listrik padam."],
		]);
	});

	it("acts on people of the own agency and on the own courses, and on nothing else", async () => {
		const { act, row } = await sitting();
		const elsewhere = await makeAgency(`x-${Math.random()}`);
		const strangers: ExaminerScope[] = [
			{ people: elsewhere, courses: null },
			{ people: null, courses: elsewhere },
			{ people: national, courses: agencyId },
		];
		for (const scope of strangers) {
			expect(await transaction((tx) => voidAttempt(tx, act(NOW, scope)))).toBe("unknown");
			expect(await transaction((tx) => giveTime(tx, { ...act(NOW, scope), minutes: 5 }))).toBe("unknown");
			expect(await transaction((tx) => reopenAttempt(tx, { ...act(NOW, scope), minutes: 5 }))).toBe(
				"unknown",
			);
			const decide = { ...act(NOW, scope), counts: true, competenceName };
			expect(await transaction((tx) => decideLate(tx, decide))).toBe("unknown");
		}
		expect(await row()).toMatchObject({ state: "open", deadlineAt: END });
		const reviewer = act(NOW, { people: null, courses: national });
		expect(await transaction((tx) => giveTime(tx, { ...reviewer, minutes: 5 }))).toBe("done");
	});

	it("counts late answers by a decision: scored anew, with certificate; and can take that back", async () => {
		const { attemptId, row, act, answer, finish } = await sitting();
		await answer("b", NOW + MINUTE);
		await finish(END + MINUTE);
		expect(await row()).toMatchObject({ score: 0, lateAt: null });
		await answer("a", END + 2 * MINUTE);
		expect((await row()).lateAt).toBe(END + 2 * MINUTE);
		const decide = (counts: boolean, now: number) =>
			transaction((tx) => decideLate(tx, { ...act(now), counts, competenceName }));
		expect(await decide(false, END + 3 * MINUTE)).toBe("done");
		expect(await row()).toMatchObject({ score: 0, passed: 0, lateAt: null });
		expect(await decide(true, END + 4 * MINUTE)).toBe("done");
		expect(await row()).toMatchObject({ score: 100, passed: 1 });
		const issued = () => db.select().from(certificates).where(eq(certificates.attemptId, attemptId));
		expect(await issued()).toHaveLength(1);
		// The certificate stays; only revoking takes it away.
		expect(await decide(false, END + 5 * MINUTE)).toBe("done");
		expect(await row()).toMatchObject({ score: 0, passed: 1 });
		expect(await issued()).toHaveLength(1);
	});

	it("finds nothing to decide where nothing came late", async () => {
		const { act, answer } = await sitting();
		await answer("a", NOW + MINUTE);
		const decide = { ...act(NOW + 2 * MINUTE), counts: true, competenceName };
		expect(await transaction((tx) => decideLate(tx, decide))).toBe("nothing-late");
	});

	it("reopens an attempt with its answers, and not one that has its certificate", async () => {
		const { row, act, answer, finish } = await sitting();
		await answer("b", NOW + MINUTE);
		await finish(NOW + 2 * MINUTE);
		const reopen = (now: number) => transaction((tx) => reopenAttempt(tx, { ...act(now), minutes: 20 }));
		const now = NOW + 60 * MINUTE;
		expect(await reopen(now)).toBe("done");
		expect(await row()).toMatchObject({ state: "open", deadlineAt: now + 20 * MINUTE, score: null });
		expect(await reopen(now)).toBe("not-closed");
		await answer("a", now + MINUTE);
		expect(await finish(now + 2 * MINUTE)).toMatchObject({ score: 100, passed: true });
		expect(await reopen(now + 3 * MINUTE)).toBe("certified");
		expect(await transaction((tx) => voidAttempt(tx, act(now + 3 * MINUTE)))).toBe("certified");
	});

	it("declares an attempt void: its answers stay, and it uses up no attempt and no waiting time", async () => {
		const { attemptId, row, act, answer, begin, finish } = await sitting();
		await answer("b", NOW + MINUTE);
		expect(await transaction((tx) => voidAttempt(tx, act(NOW + 2 * MINUTE)))).toBe("done");
		expect(await row()).toMatchObject({ state: "void" });
		expect(await finish(NOW + 3 * MINUTE)).toBeNull();
		expect(await db.select().from(answerEvents).where(eq(answerEvents.attemptId, attemptId))).toHaveLength(4);
		const next = await begin(NOW + 4 * MINUTE);
		expect(next.attemptId).not.toBeNull();
		expect(next.attemptId).not.toBe(attemptId);
	});
});
