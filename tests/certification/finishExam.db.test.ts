import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import { closeExpiredAttempts } from "#app/certification/closeExpired.server.ts";
import { findCertificate, verifyCode } from "#app/certification/find.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { publicCertificate } from "#app/certification/public.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { jpByYear } from "#app/learning/jpOfYear.server.ts";
import { openNotices } from "#app/learning/notices.server.ts";
import { db } from "#db/client.server.ts";
import { activity, attempts, auditLog, certificates, enrolments, jpLedger } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

const HOUR = 3_600_000;
let agencyId: string;
let course: Awaited<ReturnType<typeof makeCourse>>;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	course = await makeCourse(agencyId, "keamanan-uji");
});

const competenceName = (code: string) => `Nama ${code}`;
const { random } = Math;

async function learner() {
	const personId = await makePerson(agencyId);
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null, now: NOW };
	const { enrolmentId } = await transaction((tx) => enrol(tx, who));
	const begin = (now: number) =>
		transaction((tx) =>
			startAttempt(tx, {
				enrolmentId,
				personId,
				agencyId,
				unitId: null,
				courseId,
				versionId,
				rules: facts.exam,
				lateWindowMs: HOUR,
				now,
				random,
			}),
		);
	return { personId, enrolmentId, begin };
}

async function begun(
	begin: (now: number) => ReturnType<Awaited<ReturnType<typeof learner>>["begin"]>,
	now = NOW,
) {
	const started = await begin(now);
	if (started.attemptId === null) throw new Error(started.entry.kind);
	return started.attemptId;
}

async function answerAll(attemptId: string, personId: string, option: string, now = NOW) {
	const drawn = await drawnItems(attemptId);
	const answers = new Map(drawn.map(({ position }) => [position, { chosen: [option] }]));
	const page = `page-${option}-${now}`;
	return transaction((tx) => appendForm(tx, { attemptId, personId, page, answers, drawn, now }));
}

const finish = (attemptId: string, personId: string, now = NOW) =>
	transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));

describe("finishing an exam", () => {
	it("issues one certificate with hours, number and facts, however often the button is pressed", async () => {
		const { personId, enrolmentId, begin } = await learner();
		const attemptId = await begun(begin);
		await answerAll(attemptId, personId, "a");
		const outcomes = await Promise.all([1, 2, 3, 4].map(() => finish(attemptId, personId)));
		expect(new Set(outcomes.map((one) => one?.certificateId)).size).toBe(1);
		expect(outcomes[0]).toMatchObject({ score: 100, passed: true });
		const [made] = await db.select().from(certificates).where(eq(certificates.enrolmentId, enrolmentId));
		expect(made?.number).toMatch(/^\d{6}\/KU\/3273\/XI\/2026$/);
		expect(made?.print).toMatchObject({
			jp: 2,
			score: 100,
			courseTitle: "Pelatihan keamanan-uji",
			identifierKind: "NIP",
		});
		expect(await db.select().from(jpLedger).where(eq(jpLedger.personId, personId))).toHaveLength(1);
		expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 2 }]);
		const facts = await db
			.select({ kind: activity.kind })
			.from(activity)
			.where(eq(activity.personId, personId));
		const kinds = facts.map(({ kind }) => kind).sort();
		expect(kinds).toEqual([
			"certificate.issued",
			"course.enrolled",
			"exam.begun",
			"exam.passed",
			"person.joined",
		]);
		const [enrolment] = await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
		expect(enrolment).toMatchObject({ state: "passed", passedAt: NOW });
		expect(await openNotices(personId)).toHaveLength(1);
	});

	it("gives each certificate of an issuer the next number, without gaps and without twins, also at once", async () => {
		const people = await Promise.all(Array.from({ length: 6 }, learner));
		const ids = [];
		for (const { personId, begin } of people) {
			const attemptId = await begun(begin);
			await answerAll(attemptId, personId, "a");
			ids.push([attemptId, personId] as const);
		}
		await Promise.all(ids.map(([attemptId, personId]) => finish(attemptId, personId)));
		const all = await db.select({ number: certificates.number }).from(certificates);
		const sequence = all.map(({ number }) => Number(number.slice(0, 6))).sort((a, b) => a - b);
		expect(sequence).toEqual(sequence.map((_, index) => index + 1));
	});

	it("issues nothing when it was not passed, holds the next attempt back, and lets it be passed then", async () => {
		const { personId, enrolmentId, begin } = await learner();
		const first = await begun(begin);
		await answerAll(first, personId, "b");
		expect(await finish(first, personId)).toMatchObject({ score: 0, passed: false, certificateId: null });
		expect((await begin(NOW + 23 * HOUR)).attemptId).toBeNull();
		const later = NOW + 25 * HOUR;
		const second = await begun(begin, later);
		await answerAll(second, personId, "a", later);
		expect((await finish(second, personId, later))?.certificateId).not.toBeNull();
		expect(await db.select().from(attempts).where(eq(attempts.enrolmentId, enrolmentId))).toHaveLength(2);
		expect((await begin(later + 48 * HOUR)).attemptId).toBeNull();
	});

	it("counts what was given in time, and keeps what comes late without counting it", async () => {
		const { personId, begin } = await learner();
		const attemptId = await begun(begin);
		await answerAll(attemptId, personId, "a", NOW + 5 * 60_000);
		const late = NOW + 2 * HOUR;
		expect(await answerAll(attemptId, personId, "b", late)).toMatchObject({
			status: "kept",
			outcomes: Array(4).fill({ lateness: "given-late", refused: null }),
		});
		expect(await finish(attemptId, personId, late)).toMatchObject({ score: 100, passed: true });
		expect(await answerAll(attemptId, personId, "b", late + 1)).toMatchObject({
			attempt: { state: "submitted", score: 100 },
			outcomes: Array(4).fill({ lateness: "given-late" }),
		});
	});

	it("is done by the job for who does not come back, with what was saved in time", async () => {
		const away = await learner();
		const attemptId = await begun(away.begin);
		await answerAll(attemptId, away.personId, "a");
		const close = (now: number) => closeExpiredAttempts(competenceName, now);
		const end = NOW + 30 * 60_000;
		await close(end + 5000);
		const state = async () => (await db.select().from(attempts).where(eq(attempts.id, attemptId)))[0];
		expect((await state())?.state).toBe("open");
		// Another device may still hold answers that were given in time.
		await close(end + HOUR);
		expect((await state())?.state).toBe("open");
		expect(await close(end + HOUR + 60_000)).toBeGreaterThan(0);
		expect(await state()).toMatchObject({ state: "submitted", submittedAt: end, score: 100, passed: 1 });
		expect(await close(end + HOUR + 60_000)).toBe(0);
		expect(await openNotices(away.personId)).toHaveLength(1);
	});

	it("gives one attempt to two tabs that begin at once", async () => {
		const { begin, enrolmentId } = await learner();
		const both = await Promise.all([begin(NOW), begin(NOW)]);
		expect(new Set(both.map(({ attemptId }) => attemptId)).size).toBe(1);
		expect(await db.select().from(attempts).where(eq(attempts.enrolmentId, enrolmentId))).toHaveLength(1);
	});

	it("knows nobody else's attempt", async () => {
		const { begin } = await learner();
		const attemptId = await begun(begin);
		const other = await makePerson(agencyId);
		expect(await finish(attemptId, other)).toBeNull();
		expect(await answerAll(attemptId, other, "a")).toEqual({ status: "unknown" });
	});
});

describe("a certificate", () => {
	async function issued() {
		const { personId, begin } = await learner();
		const attemptId = await begun(begin);
		await answerAll(attemptId, personId, "a");
		const id = (await finish(attemptId, personId))?.certificateId ?? "";
		const [row] = await db.select().from(certificates).where(eq(certificates.id, id));
		if (!row) throw new Error("no certificate");
		return { personId, row };
	}

	it("is open to its owner and to admins in scope, and to nobody else", async () => {
		const { personId, row } = await issued();
		const stranger = await makePerson(agencyId);
		const elsewhere = await makeAgency("3578");
		expect((await findCertificate(row.id, personId, null))?.id).toBe(row.id);
		expect(await findCertificate(row.id, stranger, null)).toBeNull();
		expect((await findCertificate(row.id, stranger, { kind: "agency", agencyId }))?.id).toBe(row.id);
		expect(await findCertificate(row.id, stranger, { kind: "agency", agencyId: elsewhere })).toBeNull();
		expect(await findCertificate(row.id, stranger, { kind: "nation" })).toBeNull();
	});

	it("is checked by its code, and tells no more than it must", async () => {
		const { row } = await issued();
		const found = await verifyCode(row.code.toLowerCase().replaceAll("-", ""));
		if (!found) throw new Error("not found");
		const told = publicCertificate(found, NOW);
		expect(told).toMatchObject({
			status: "valid",
			jp: 2,
			maskedIdentifier: expect.stringMatching(/^•+ •+ • \d{3}$/),
		});
		expect(JSON.stringify(told)).not.toContain(row.print.identifier);
		expect(await verifyCode("0000-0000")).toBeNull();
	});

	it("can be revoked once, with its hours and a reason", async () => {
		const { personId, row } = await issued();
		const revocation = {
			certificateId: row.id,
			reason: "Salah orang.",
			actor: { id: null, name: "Uji" },
			now: NOW + HOUR,
		};
		const revoke = () => transaction((tx) => revokeCertificate(tx, revocation));
		expect(await revoke()).toBe(true);
		expect(await revoke()).toBe(false);
		expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 0 }]);
		const found = await verifyCode(row.code);
		expect(found && publicCertificate(found, NOW)).toMatchObject({
			status: "revoked",
			revokedReason: "Salah orang.",
		});
		const audited = await db.select().from(auditLog).where(eq(auditLog.subjectId, row.id));
		expect(audited.map(({ action }) => action)).toEqual(["certificate.revoke"]);
	});
});
