import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { findAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { receiptOf } from "#app/assessment/receipt.server.ts";
import { type Receipt, readReceipt } from "#app/assessment/receipt.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { receiptState, restoreReceipt } from "#app/certification/restoreReceipt.server.ts";
import { installationKey, registerInstallationKey } from "#app/http/installationKey.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#db/client.server.ts";
import {
	activity,
	answerEvents,
	attemptItems,
	attempts,
	auditLog,
	certificates,
	enrolments,
	jpLedger,
	notices,
} from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

const competenceName = (code: string) => code;
let agencyId: string;
let course: Awaited<ReturnType<typeof makeCourse>>;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	course = await makeCourse(agencyId, "tanda-terima");
	await registerInstallationKey();
});

/** Somebody who has passed, with the receipt that they were given. */
async function handedIn() {
	const personId = await makePerson(agencyId);
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null, now: NOW };
	const { enrolmentId } = await transaction((tx) => enrol(tx, who));
	const start = { ...who, enrolmentId, rules: facts.exam, lateWindowMs: 3_600_000, random: Math.random };
	const { attemptId } = await transaction((tx) => startAttempt(tx, start));
	if (attemptId === null) throw new Error("not started");
	const drawn = await drawnItems(attemptId);
	const answers = new Map(drawn.map(({ position }) => [position, { chosen: ["a"] }]));
	const now = NOW + 60_000;
	await transaction((tx) => appendForm(tx, { attemptId, personId, page: "halaman-1", answers, drawn, now }));
	await transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now: now + 1000 }));
	const attempt = await findAttempt(attemptId, personId);
	if (!attempt) throw new Error("no attempt");
	const text = await receiptOf(attempt);
	const receipt = readReceipt(text, (key) => key === installationKey().publicKey) as Receipt;
	return { attemptId, personId, enrolmentId, attempt, text, receipt };
}

const stateOf = (receipt: Receipt) => reading((tx) => receiptState(tx, receipt));
const restore = (receipt: Receipt) =>
	transaction((tx) =>
		restoreReceipt(tx, { receipt, actor: { id: null, name: "uji" }, competenceName, now: NOW + 86_400_000 }),
	);

describe("a receipt", () => {
	it("holds every answer, and is the same text each time", async () => {
		const { attempt, text, receipt } = await handedIn();
		expect(receipt.answers).toHaveLength(4);
		expect(await receiptOf(attempt)).toBe(text);
		expect(await stateOf(receipt)).toMatchObject({
			isAttemptMissing: false,
			isSubmissionMissing: false,
			missing: [],
			differing: [],
		});
	});

	it("names each answer that the database does not have, or has otherwise", async () => {
		const { attemptId, receipt } = await handedIn();
		const [first, second] = receipt.answers;
		const own = eq(answerEvents.attemptId, attemptId);
		const rows = await db.select().from(answerEvents).where(own);
		await db.delete(answerEvents).where(own);
		const kept = rows.filter(({ number }) => number !== first?.number);
		await db
			.insert(answerEvents)
			.values(
				kept.map((row) => (row.number === second?.number ? { ...row, value: { chosen: ["b"] } } : row)),
			);
		expect(await stateOf(receipt)).toMatchObject({ missing: [first], differing: [second] });
	});

	it("puts back, once, what a lost disk took: attempt, answers, result and certificate", async () => {
		const { attemptId, enrolmentId, personId, attempt, receipt } = await handedIn();
		// A backup from before the exam was begun.
		await db.delete(jpLedger).where(eq(jpLedger.personId, personId));
		await db.delete(notices).where(eq(notices.personId, personId));
		await db.delete(certificates).where(eq(certificates.attemptId, attemptId));
		await db.delete(answerEvents).where(eq(answerEvents.attemptId, attemptId));
		await db.delete(attemptItems).where(eq(attemptItems.attemptId, attemptId));
		await db.delete(attempts).where(eq(attempts.id, attemptId));
		await db.delete(activity).where(eq(activity.personId, personId));
		await db
			.update(enrolments)
			.set({ state: "enrolled", passedAt: null })
			.where(eq(enrolments.id, enrolmentId));
		const lost = await stateOf(receipt);
		expect(lost).toMatchObject({ isAttemptMissing: true, isGroundless: false });
		expect(lost.missing).toHaveLength(4);
		await restore(receipt);
		await restore(receipt);
		expect(await findAttempt(attemptId, personId)).toEqual(attempt);
		expect(await db.select().from(answerEvents).where(eq(answerEvents.attemptId, attemptId))).toHaveLength(4);
		expect(await db.select().from(certificates).where(eq(certificates.attemptId, attemptId))).toHaveLength(1);
		expect(await db.select().from(jpLedger).where(eq(jpLedger.personId, personId))).toHaveLength(1);
		const [enrolment] = await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
		expect(enrolment?.state).toBe("passed");
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, attemptId));
		expect(acts.map(({ action, detail }) => [action, detail.answers])).toEqual([["attempt.restore", 4]]);
		expect((await stateOf(receipt)).missing).toEqual([]);
	});

	it("restores nothing where the enrolment is gone", async () => {
		const { receipt } = await handedIn();
		const stray = { ...receipt, head: { ...receipt.head, attempt: "lain", enrolment: "tidak-ada" } };
		expect(await restore(stray)).toBeNull();
		expect(await stateOf(stray)).toMatchObject({ isGroundless: true });
	});
});
