import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { createSession } from "#app/assessment/examSession.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { seatPeople } from "#app/learning/seatPeople.server.ts";
import type { Member } from "#app/people/members.server.ts";
import { db } from "#db/client.server.ts";
import { attempts } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

export const MINUTE = 60_000;
export const OPENS = NOW + 60 * MINUTE;
export const CLOSES = OPENS + 120 * MINUTE;
export const actor = { id: "penguji", name: "Penguji" };
export const competenceName = (code: string) => code;
export let national: string;
export let agencyId: string;
export let supervisorId: string;
export let course: Awaited<ReturnType<typeof makeCourse>>;
export const noRole = { people: null, courses: null };
export const admin = () => ({ people: agencyId, courses: null });

/** Agencies, a supervisor and a course to plan sessions of; once a file. */
export async function setUpSessions(): Promise<void> {
	national = await makeAgency("K-UJI", "ministry");
	agencyId = await makeAgency("3273");
	supervisorId = await makePerson(agencyId, "Pengawas Uji");
	course = await makeCourse(national, "diuji");
}

export async function membersNamed(...names: string[]): Promise<Member[]> {
	const made: Member[] = [];
	for (const name of names) {
		const personId = await makePerson(agencyId, name);
		made.push({ personId, name, unitId: null, sortKey: name.toLowerCase() });
	}
	return made;
}

export async function planned(members: Member[], window = { opensAt: OPENS, closesAt: CLOSES }) {
	const { courseId, versionId } = course;
	const facts = { title: "Gelombang pagi", timeZone: "Asia/Jakarta" as const, ...window };
	const rooms = [
		{ name: "Ruang 1", supervisorId },
		{ name: "Ruang 2", supervisorId: null },
	];
	const { sessionId } = await transaction((tx) =>
		createSession(tx, { ...facts, agencyId, courseId, rooms, actor, now: NOW }),
	);
	const session = { sessionId, agencyId, courseId, versionId, ...window };
	const seating = { session, members, how: "even" as const, actor, now: NOW };
	const result = await seatPeople(seating);
	return { sessionId, facts, seating, result };
}

export async function begin(personId: string, now: number) {
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null };
	const { enrolmentId } = await transaction((tx) => enrol(tx, { ...who, now }));
	const rules = facts.exam;
	const start = { ...who, enrolmentId, rules, lateWindowMs: 60 * MINUTE, random: Math.random, now };
	return transaction((tx) => startAttempt(tx, start));
}

export async function begun(personId: string, now: number): Promise<string> {
	const { attemptId } = await begin(personId, now);
	if (attemptId === null) throw new Error("not begun");
	return attemptId;
}

export async function answer(attemptId: string, personId: string, option: string, now: number) {
	const drawn = await drawnItems(attemptId);
	const answers = new Map(drawn.map(({ position }) => [position, { chosen: [option] }]));
	return transaction((tx) => appendForm(tx, { attemptId, personId, page: `p${now}`, answers, drawn, now }));
}

export const finish = (attemptId: string, personId: string, now: number) =>
	transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));

export const deadlineOf = async (attemptId: string) =>
	(await db.select().from(attempts).where(eq(attempts.id, attemptId)))[0]?.deadlineAt;

export const acting = (kind: "time" | "reopen" | "void", minutes: number, now: number, actId = uuid()) => ({
	actId,
	kind,
	minutes,
	reason: "Listrik padam di gedung.",
	agencyId,
	scope: { people: agencyId, courses: null },
	actor,
	now,
});
