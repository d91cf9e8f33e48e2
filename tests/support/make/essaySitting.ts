import { eq } from "drizzle-orm";
import type { Answer } from "#app/assessment/answer.ts";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { markingQueue } from "#app/assessment/markingQueue.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { createCourse } from "#app/catalog/createCourse.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { markEssay } from "#app/certification/markEssay.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#db/client.server.ts";
import { attempts, certificates } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW, someFacts, someItems } from "#tests/support/make/course.ts";

export const HOUR = 3_600_000;
export const competenceName = (code: string) => `Nama ${code}`;
export const levels = [0, 250, 500].map((points) => ({ points, text: `Tingkat ${points}` }));
export const essay: Item = itemSchema.parse({
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
export const blueprint = [1, 2].map((level) => ({ competence: "D3.1", level, count: 1 }));
export let agencyId: string;
export let reviewers: string[];

/** An agency with three reviewers; once a file. */
export async function setUpEssays(): Promise<void> {
	agencyId = await makeAgency("3273");
	reviewers = [];
	for (const name of ["Rini", "Raka", "Rosa"]) reviewers.push(await makePerson(agencyId, name));
}

/** Somebody who has handed in an exam of one choice and one free text (`answer`; null: left blank). */
export async function sitting(slug: string, answer: string | null, secondMarker = false, choice = "a") {
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

export const markerOf = (index: number, agency = agencyId) => ({
	scope: { kind: "agency" as const, agencyId: agency },
	markerId: reviewers[index] ?? "",
	name: "Penilai",
});
export const waitingFor = async (index: number) =>
	(await markingQueue(markerOf(index), 50)).map(({ id }) => id);

export function mark(answerId: string, index: number, isi: number, alasan: number, now = NOW + 10) {
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

export const attemptRow = async (id: string) =>
	(await db.select().from(attempts).where(eq(attempts.id, id)))[0];
export const certificatesOf = (enrolmentId: string) =>
	db.select().from(certificates).where(eq(certificates.enrolmentId, enrolmentId));
