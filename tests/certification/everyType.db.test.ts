import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { answerText } from "#app/assessment/answer.ts";
import { appendAnswers } from "#app/assessment/appendAnswers.server.ts";
import { findAttempt, itemsOfAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { receiptOf } from "#app/assessment/receipt.server.ts";
import { type Receipt, readReceipt } from "#app/assessment/receipt.ts";
import { keyAnswer, scoreAnswer } from "#app/assessment/score.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { createCourse } from "#app/catalog/createCourse.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { receiptState, restoreReceipt } from "#app/certification/restoreReceipt.server.ts";
import { installationKey, registerInstallationKey } from "#app/http/installationKey.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#db/client.server.ts";
import { answerEvents, itemTypes } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { someAnswer } from "#tests/support/make/answers.ts";
import { makeAgency, makePerson, NOW, someFacts } from "#tests/support/make/course.ts";
import { someItem } from "#tests/support/make/items.ts";

const competenceName = (code: string) => code;
const cell = { competence: "D3.1", level: 1 };

/** One item of each type. */
const bank = itemTypes.flatMap((type, n) =>
	fc
		.sample(someItem[type], { numRuns: 1, seed: 7 })
		.map((item) => ({ ...item, ...cell, code: `jenis-${n}`, prototype: undefined })),
);
const exam = { ...someFacts("jenis").exam, blueprint: [{ ...cell, count: bank.length }] };
const facts = someFacts("setiap-jenis", { exam });
let agencyId: string;
let course: { courseId: string; versionId: string };

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	await registerInstallationKey();
	course = await transaction(function* (tx) {
		const made = yield* createCourse(tx, { slug: facts.slug, agencyId, audience: "all", now: NOW });
		if (!made) throw new Error("the slug is taken");
		const parts = { facts, lessons: [], items: bank, media: [], publishedBy: null, now: NOW };
		const { versionId } = yield* publishVersion(tx, { ...parts, courseId: made.courseId });
		return { courseId: made.courseId, versionId };
	});
});

it("an answer of each type comes through log, score, receipt and a lost disk as it was given", async () => {
	const personId = await makePerson(agencyId);
	const who = { ...course, personId, agencyId, unitId: null, now: NOW };
	const { enrolmentId } = await transaction((tx) => enrol(tx, who));
	const start = { ...who, enrolmentId, rules: exam, lateWindowMs: 3_600_000, random: Math.random };
	const { attemptId } = await transaction((tx) => startAttempt(tx, start));
	if (attemptId === null) throw new Error("not started");
	const drawn = await drawnItems(attemptId);
	expect(drawn.map(({ item }) => item.type).sort()).toEqual([...itemTypes].sort());

	// Any answer first, the key then, each an event of its own; of a free text only the first.
	const all = drawn.flatMap(({ position, item }) =>
		[...fc.sample(someAnswer(item), { numRuns: 1, seed: 11 }), keyAnswer(item)].map((value) => ({
			position,
			value,
		})),
	);
	const events = all.map((one, index) => ({
		...one,
		...{ device: "aaaaaaaa", number: index + 1, heardAt: NOW, elapsedMs: 1000 * (index + 1) },
	}));
	const now = NOW + 600_000;
	const kept = await transaction((tx) =>
		appendAnswers(tx, { attemptId, personId, given: events, drawn, now }),
	);
	if (!("outcomes" in kept)) throw new Error(kept.status);
	expect(kept.outcomes.map(({ refused }) => refused)).toEqual(events.map(() => null));
	await transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));

	const attempt = await findAttempt(attemptId, personId);
	if (!attempt) throw new Error("no attempt");
	const answered = await itemsOfAttempt(attempt);
	for (const { item, answer, milliPoints } of answered) {
		expect(answerText(answer), item.type).toBe(answerText(keyAnswer(item)));
		expect(milliPoints, item.type).toBe(scoreAnswer(item, answer));
		expect(milliPoints, item.type).toBe(item.type === "essay" ? 0 : 1000);
	}

	const text = await receiptOf(attempt);
	const receipt = readReceipt(text, (key) => key === installationKey().publicKey) as Receipt;
	expect(receipt.answers.map(({ value }) => answerText(value))).toEqual(
		events.map(({ value }) => answerText(value)),
	);
	const stored = () => db.select().from(answerEvents).where(eq(answerEvents.attemptId, attemptId));
	const before = await stored();
	await db.delete(answerEvents).where(eq(answerEvents.attemptId, attemptId));
	expect((await reading((tx) => receiptState(tx, receipt))).missing).toHaveLength(events.length);
	const by = { actor: { id: null, name: "uji" }, competenceName, now: now + 1000 };
	await transaction((tx) => restoreReceipt(tx, { ...by, receipt }));
	expect(new Set((await stored()).map((one) => JSON.stringify(one.value)))).toEqual(
		new Set(before.map((one) => JSON.stringify(one.value))),
	);
	expect((await itemsOfAttempt(attempt)).map(({ answer }) => answerText(answer))).toEqual(
		answered.map(({ answer }) => answerText(answer)),
	);
});
