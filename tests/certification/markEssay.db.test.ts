import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { markingPage, markingQueue } from "#app/assessment/markingQueue.server.ts";
import { enrolmentsWaitingForMarks } from "#app/assessment/pendingMarks.server.ts";
import { resultOf } from "#app/assessment/resultView.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { reopenAttempt } from "#app/certification/examinerActs.server.ts";
import { markEssay } from "#app/certification/markEssay.server.ts";
import { openNotices } from "#app/learning/notices.server.ts";
import { db } from "#db/client.server.ts";
import { activity, auditLog, enrolments, marks } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";

import {
	agencyId,
	attemptRow,
	certificatesOf,
	competenceName,
	HOUR,
	mark,
	markerOf,
	setUpEssays,
	sitting,
	waitingFor,
} from "#tests/support/make/essaySitting.ts";

beforeAll(setUpEssays);

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
		const attempt = await shownAttempt({ ...start, id: enrolmentId });
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
		const marked = await shownAttempt({ ...start, id: enrolmentId });
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
