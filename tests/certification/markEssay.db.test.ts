import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "#app/assessment/answer.ts";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { markingPage, markingQueue } from "#app/assessment/markingQueue.server.ts";
import { enrolmentsWaitingForMarks } from "#app/assessment/pendingMarks.server.ts";
import { resultOf } from "#app/assessment/resultView.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { createCourse } from "#app/catalog/createCourse.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { reopenAttempt } from "#app/certification/examinerActs.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { markEssay } from "#app/certification/markEssay.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { openNotices } from "#app/learning/notices.server.ts";
import { db } from "#db/client.server.ts";
import { activity, attempts, auditLog, certificates, enrolments, marks } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW, someFacts, someItems } from "#tests/support/make/course.ts";

const HOUR = 3_600_000;
const competenceName = (code: string) => `Nama ${code}`;
const levels = [0, 250, 500].map((points) => ({ points, text: `Tingkat ${points}` }));
const essay: Item = itemSchema.parse({
	code: "uraian-1",
	type: "essay",
	competence: "D3.1",
	level: 2,
	stem: "Jelaskan langkah Anda ketika menerima surel palsu.",
	rubric: [
		{ id: "isi", text: "Langkahnya benar", levels },
		{ id: "alasan", text: "Alasannya jelas", levels },
	],
});
const blueprint = [1, 2].map((level) => ({ competence: "D3.1", level, count: 1 }));
let agencyId: string;
let reviewers: string[];

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	reviewers = [];
	for (const name of ["Rini", "Raka", "Rosa"]) reviewers.push(await makePerson(agencyId, name));
});

async function sitting(slug: string, answer: string | null, secondMarker = false, choice = "a") {
	const facts = someFacts(slug);
	const exam = { ...facts.exam, passMark: 70, blueprint, ...(secondMarker ? { secondMarker } : {}) };
	const course = await transaction(function* (tx) {
		const made = yield* createCourse(tx, { slug, agencyId, audience: "all", now: NOW });
		const courseId = made?.courseId ?? "";
		const parts = { facts: { ...facts, exam }, lessons: [], items: [...someItems(), essay], media: [] };
		const { versionId } = yield* publishVersion(tx, { ...parts, courseId, publishedBy: null, now: NOW });
		return { courseId, versionId };
	});
	const personId = await makePerson(agencyId, "Sari Rahasia");
	const who = { ...course, personId, agencyId, unitId: null, now: NOW };
	const { enrolmentId } = await transaction((tx) => enrol(tx, who));
	const start = { ...who, enrolmentId, rules: exam, lateWindowMs: HOUR, random: Math.random };
	const { attemptId } = await transaction((tx) => startAttempt(tx, start));
	if (attemptId === null) throw new Error("did not begin");
	const write = async (page: string, text: string | null, now: number) => {
		const drawn = await drawnItems(attemptId);
		const typed = text === null ? null : { typed: text };
		const answers = new Map(
			drawn.map(({ position, item }): [number, Answer] => [
				position,
				item.type === "essay" ? typed : { chosen: [choice] },
			]),
		);
		return transaction((tx) => appendForm(tx, { attemptId, personId, page, answers, drawn, now }));
	};
	await write("satu", answer, NOW + 1);
	const finish = (now: number) =>
		transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));
	return {
		...course,
		personId,
		enrolmentId,
		attemptId,
		start,
		write,
		finish,
		finished: await finish(NOW + 2),
	};
}

const markerOf = (index: number, agency = agencyId) => ({
	scope: { kind: "agency" as const, agencyId: agency },
	markerId: reviewers[index] ?? "",
	name: "Penilai",
});
const waitingFor = async (index: number) => (await markingQueue(markerOf(index), 50)).map(({ id }) => id);

function mark(answerId: string, index: number, isi: number, alasan: number, now = NOW + 10) {
	const points = { isi, alasan };
	const given = {
		answerId,
		marker: markerOf(index),
		points,
		comment: `Komentar ${index}`,
		competenceName,
		now,
	};
	return transaction((tx) => markEssay(tx, given));
}

const attemptRow = async (id: string) => (await db.select().from(attempts).where(eq(attempts.id, id)))[0];
const certificatesOf = (enrolmentId: string) =>
	db.select().from(certificates).where(eq(certificates.enrolmentId, enrolmentId));

describe("an exam with free text", () => {
	it("has no result until it is marked; the mark gives result, certificate, notice and audit at once", async () => {
		const { finished, enrolmentId, attemptId, personId, start, finish } = await sitting(
			"satu",
			"Saya melapor.",
		);
		expect(finished).toEqual({ score: null, passed: false, byCompetence: [], certificateId: null });
		expect(await attemptRow(attemptId)).toMatchObject({ state: "submitted", score: null, passed: null });
		expect(await finish(NOW + 3)).toEqual(finished);
		expect([...(await enrolmentsWaitingForMarks(personId))]).toEqual([enrolmentId]);
		const again = await transaction((tx) => startAttempt(tx, { ...start, now: NOW + 100 * HOUR }));
		expect(again).toEqual({ attemptId: null, entry: { kind: "marking" } });
		const attempt = await shownAttempt(enrolmentId);
		expect(attempt && (await resultOf(attempt))).toMatchObject({ score: null, wrong: null, essays: [] });
		expect(await certificatesOf(enrolmentId)).toEqual([]);

		const [answerId = ""] = await waitingFor(0);
		expect(await mark(answerId, 0, 500, 250)).toBe("done");
		expect(await attemptRow(attemptId)).toMatchObject({ milliPoints: 1750, score: 87, passed: 1 });
		expect(await certificatesOf(enrolmentId)).toMatchObject([{ attemptId, issuedAt: NOW + 10 }]);
		const [enrolment] = await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
		expect(enrolment?.state).toBe("passed");
		const kinds = (await openNotices(personId)).map(({ kind }) => kind).sort();
		expect(kinds).toEqual(["certificate-issued", "exam-marked"]);
		const audited = await db.select().from(auditLog).where(eq(auditLog.subjectId, answerId));
		expect(audited).toMatchObject([{ action: "essay.mark", agencyId, detail: { milliPoints: 750 } }]);
		const facts = await db.select().from(activity).where(eq(activity.personId, personId));
		expect(facts.filter(({ kind }) => kind === "exam.passed")).toHaveLength(1);
		const marked = await shownAttempt(enrolmentId);
		const result = marked && (await resultOf(marked));
		expect(result?.essays).toMatchObject([{ text: "Saya melapor.", milliPoints: 750 }]);
		expect(result?.essays[0]?.marks).toMatchObject([{ comment: "Komentar 0" }]);
		expect(await waitingFor(1)).toEqual([]);
		expect(await mark(answerId, 1, 0, 0)).toBe("closed");
	});

	it("is not passed, without a certificate, when the marks do not suffice", async () => {
		const { enrolmentId, attemptId } = await sitting("kurang", "Entah.");
		const [answerId = ""] = await waitingFor(0);
		expect(await mark(answerId, 0, 0, 250)).toBe("done");
		expect(await attemptRow(attemptId)).toMatchObject({ score: 62, passed: 0 });
		expect(await certificatesOf(enrolmentId)).toEqual([]);
	});

	it("needs no reviewer when nothing was written", async () => {
		const { finished } = await sitting("kosong", "   ");
		expect(finished).toMatchObject({ score: 50, passed: false });
		expect(await waitingFor(0)).toEqual([]);
	});
});

describe("marking", () => {
	it("is blind, by reviewers of the course's agency, never of one's own text", async () => {
		const { personId, attemptId } = await sitting("buta", "Saya bertanya.");
		const [answerId = ""] = await waitingFor(0);
		const seen = JSON.stringify([
			await markingQueue(markerOf(0), 50),
			await markingPage(answerId, markerOf(0)),
		]);
		expect(seen).toContain("Saya bertanya.");
		for (const hidden of [personId, attemptId, "Sari", "1990"]) expect(seen).not.toContain(hidden);
		const elsewhere = markerOf(0, await makeAgency("3204"));
		expect(await markingQueue(elsewhere, 50)).toEqual([]);
		expect(await markingPage(answerId, elsewhere)).toBeNull();
		const own = { ...markerOf(0), markerId: personId };
		expect(await markingQueue(own, 50)).toEqual([]);
		expect(await markingPage(answerId, own)).toBeNull();
		const given = { points: { isi: 500, alasan: 500 }, comment: "Baik sekali.", competenceName, now: NOW };
		const act = (marker: typeof own) => transaction((tx) => markEssay(tx, { ...given, answerId, marker }));
		expect([await act(elsewhere), await act(own)]).toEqual(["unknown", "unknown"]);
		await expect(mark(answerId, 0, 499, 500)).rejects.toThrow(RangeError);
		expect(await db.select().from(marks).where(eq(marks.attemptId, attemptId))).toEqual([]);
		expect(await mark(answerId, 0, 500, 500)).toBe("done");
	});

	it("by two is independent; a third decides where they disagree", async () => {
		const { attemptId, enrolmentId } = await sitting("dua", "Saya menelepon.", true);
		const [answerId = ""] = await waitingFor(0);
		expect(await mark(answerId, 0, 500, 500, NOW + 10)).toBe("done");
		expect(await waitingFor(0)).toEqual([]);
		expect(await mark(answerId, 0, 0, 0, NOW + 11)).toBe("closed");
		expect(JSON.stringify(await markingPage(answerId, markerOf(1)))).not.toContain("Komentar 0");
		expect(await mark(answerId, 1, 250, 250, NOW + 12)).toBe("done");
		expect(await attemptRow(attemptId)).toMatchObject({ score: null, passed: null });
		expect(await certificatesOf(enrolmentId)).toEqual([]);
		expect(await mark(answerId, 2, 500, 250, NOW + 13)).toBe("done");
		expect(await attemptRow(attemptId)).toMatchObject({ milliPoints: 1750, score: 87, passed: 1 });
		expect(await certificatesOf(enrolmentId)).toHaveLength(1);
	});

	it("by several at the same moment counts one, issues one certificate", async () => {
		const { attemptId, enrolmentId } = await sitting("serentak", "Saya memeriksa.");
		const [answerId = ""] = await waitingFor(0);
		const outcomes = await Promise.all([0, 1, 2].map((index) => mark(answerId, index, 500, 500)));
		expect(outcomes.sort()).toEqual(["closed", "closed", "done"]);
		expect(await db.select().from(marks).where(eq(marks.attemptId, attemptId))).toHaveLength(1);
		expect(await certificatesOf(enrolmentId)).toHaveLength(1);
	});

	it("holds on to the text that was marked: one that changed after a reopening is marked anew", async () => {
		const { attemptId, write, finish } = await sitting("ubah", "Awal.", false, "b");
		const [first = ""] = await waitingFor(0);
		expect(await mark(first, 0, 500, 250)).toBe("done");
		expect(await attemptRow(attemptId)).toMatchObject({ score: 37, passed: 0 });
		const scope = { people: agencyId, courses: null };
		const act = {
			attemptId,
			scope,
			actor: { id: null, name: "Uji" },
			reason: "Listrik padam.",
			now: NOW + 20,
		};
		expect(await transaction((tx) => reopenAttempt(tx, { ...act, minutes: 10 }))).toBe("done");
		expect(await waitingFor(0)).toEqual([]);
		await write("dua", "Akhir.", NOW + 21);
		expect(await finish(NOW + 22)).toMatchObject({ score: null });
		const [second = ""] = await waitingFor(0);
		expect((await markingPage(second, markerOf(0)))?.text).toBe("Akhir.");
		expect(await mark(second, 0, 250, 250, NOW + 23)).toBe("done");
		expect(await attemptRow(attemptId)).toMatchObject({ milliPoints: 500, score: 25 });
	});
});
