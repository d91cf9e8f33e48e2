import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { dueFirst } from "#app/learning/assignments/dueFirst.server.ts";
import { advancePass, beginPass } from "#app/learning/assignments/pass.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#db/client.server.ts";
import { certificates, jpLedger } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { followLog } from "#tests/support/followLog.ts";
import { makeAssignment } from "#tests/support/make/assignments.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

const NEXT_YEAR = Date.parse("2027-02-01T03:00:00Z");
const zone = "Asia/Jakarta";

it("what recurs opens its exam again in the next period; passing it again is noted, with no second certificate", async () => {
	const agencyId = await makeAgency("3273");
	const { courseId, versionId, facts } = await makeCourse(agencyId, "tahunan");
	const personId = await makePerson(agencyId);
	await followLog(NOW);
	const who = { personId, courseId, versionId, agencyId, unitId: null };
	const { enrolmentId } = await transaction((tx) => enrol(tx, { ...who, now: NOW }));
	const exam = { ...who, enrolmentId, rules: facts.exam, lateWindowMs: 0, random: Math.random };
	const start = (now: number) => transaction((tx) => startAttempt(tx, { ...exam, now }));
	const take = async (option: string, now: number) => {
		const { attemptId } = await start(now);
		if (!attemptId) throw new Error("it did not begin");
		const drawn = await drawnItems(attemptId);
		const answers = new Map(drawn.map(({ position }) => [position, { chosen: [option] }]));
		const page = `halaman-${option}-${now}`;
		await transaction((tx) => appendForm(tx, { attemptId, personId, page, answers, drawn, now }));
		await transaction((tx) => finishExam(tx, { attemptId, personId, competenceName: (code) => code, now }));
		return attemptId;
	};
	const first = await take("a", NOW);
	const id = await makeAssignment({ agencyId, courseIds: [courseId], dueDay: "2026-12-31", everyYears: 1 });
	expect(await dueFirst(personId, zone, NOW)).toEqual([]);
	expect(await start(NOW)).toMatchObject({ attemptId: null, entry: { kind: "passed" } });

	await transaction((tx) => beginPass(tx, id, NEXT_YEAR));
	await advancePass(id, () => NEXT_YEAR);
	expect(await dueFirst(personId, zone, NEXT_YEAR)).toMatchObject([
		{ dueDay: "2027-12-31", passed: 0, next: { isAgain: true } },
	]);
	const enrolment = { id: enrolmentId, personId, courseId };
	expect((await shownAttempt(enrolment))?.id).toBe(first);
	const failed = await take("b", NEXT_YEAR);
	expect((await shownAttempt(enrolment))?.id).toBe(failed);
	await followLog(NEXT_YEAR);
	expect(await dueFirst(personId, zone, NEXT_YEAR)).toHaveLength(1);
	const again = await take("a", NEXT_YEAR + 25 * 3_600_000);
	expect((await shownAttempt(enrolment))?.id).toBe(again);
	await followLog(NEXT_YEAR + 25 * 3_600_000);
	expect(await dueFirst(personId, zone, NEXT_YEAR + 26 * 3_600_000)).toEqual([]);
	expect(await start(NEXT_YEAR + 50 * 3_600_000)).toMatchObject({ entry: { kind: "passed" } });
	const mine = await db.select().from(certificates).where(eq(certificates.personId, personId));
	const hours = await db.select().from(jpLedger).where(eq(jpLedger.personId, personId));
	expect([mine.length, hours.length]).toEqual([1, 1]);
});
