import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appendAnswers, type GivenAnswer } from "#app/assessment/appendAnswers.server.ts";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { findAttempt, itemsOfAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { takeAnswers } from "#app/assessment/takeAnswers.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#db/client.server.ts";
import { answerEvents } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

const MINUTE = 60_000;
let agencyId: string;
let course: Awaited<ReturnType<typeof makeCourse>>;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	course = await makeCourse(agencyId, "log-jawaban");
});

async function sitting() {
	const personId = await makePerson(agencyId);
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null, now: NOW };
	const { enrolmentId } = await transaction((tx) => enrol(tx, who));
	const start = { ...who, enrolmentId, rules: facts.exam, lateWindowMs: 60 * MINUTE, random: Math.random };
	const { attemptId } = await transaction((tx) => startAttempt(tx, start));
	if (attemptId === null) throw new Error("not started");
	const drawn = await drawnItems(attemptId);
	const append = (given: GivenAnswer[], now = NOW + MINUTE, by = personId) =>
		transaction((tx) => appendAnswers(tx, { attemptId, personId: by, given, drawn, now }));
	const counted = async () => {
		const attempt = await findAttempt(attemptId, personId);
		if (!attempt) throw new Error("no attempt");
		return (await itemsOfAttempt(attempt)).map(({ answer }) => answer);
	};
	const stored = () => db.select().from(answerEvents).where(eq(answerEvents.attemptId, attemptId));
	return { attemptId, personId, drawn, append, counted, stored };
}

const given = (part: Partial<GivenAnswer> = {}): GivenAnswer => ({
	device: "aaaaaaaa",
	number: 1,
	position: 1,
	value: { chosen: ["a"] },
	heardAt: NOW,
	elapsedMs: 30_000,
	...part,
});
const a = { chosen: ["a"] };
const b = { chosen: ["b"] };

describe("adding answers to the log", () => {
	it("keeps each once, however often and in whatever company it arrives", async () => {
		const { append, counted, stored } = await sitting();
		const first = given();
		const second = given({ number: 2, position: 2, value: b });
		await append([first]);
		await Promise.all([append([first, second]), append([second, first]), append([second])]);
		expect(await stored()).toHaveLength(2);
		expect(await counted()).toEqual([a, b, null, null]);
	});

	it("counts the answer given last, also when an older one of another device arrives days later", async () => {
		const { append, counted, stored } = await sitting();
		await append([given({ device: "bbbbbbbb", value: b, elapsedMs: 20 * MINUTE })], NOW + 20 * MINUTE);
		const older = given({ elapsedMs: 10 * MINUTE });
		expect(await append([older], NOW + 60 * MINUTE)).toMatchObject({ outcomes: [{ lateness: null }] });
		expect((await counted())[0]).toEqual(b);
		const lost = given({ device: "cccccccc", position: 2, elapsedMs: 5 * MINUTE });
		const days = NOW + 3 * 86_400_000;
		expect(await append([lost], days)).toMatchObject({ outcomes: [{ lateness: "received-late" }] });
		expect(await stored()).toHaveLength(3);
		expect(await counted()).toEqual([b, null, null, null]);
	});

	it("takes no answer for another's attempt", async () => {
		const { append, stored } = await sitting();
		const other = await makePerson(agencyId);
		expect(await append([given()], NOW, other)).toEqual({ status: "unknown" });
		expect(await stored()).toHaveLength(0);
	});

	it("refuses what cannot be an answer, and keeps the others of the same message", async () => {
		const { append, counted } = await sitting();
		const outcome = await append([
			given({ number: 1, position: 9 }),
			given({ number: 2, value: { typed: "teks" } }),
			given({ number: 3, value: { chosen: ["x"] } }),
			given({ number: 4, value: { chosen: ["a", "b"] } }),
			given({ number: 5, position: 2 }),
		]);
		const refused = outcome.status === "kept" && outcome.outcomes.map((one) => one.refused);
		expect(refused).toEqual(["not-drawn", "wrong-shape", "wrong-shape", "wrong-shape", null]);
		expect(await counted()).toEqual([null, a, null, null]);
	});

	it("does not write over an answer when a device's number goes back, and says so", async () => {
		const { append, counted, stored } = await sitting();
		await append([given(), given({ number: 2, value: b })]);
		const again = await append([given({ number: 2, value: a }), given({ number: 3, position: 3 })]);
		expect(again).toMatchObject({ outcomes: [{ refused: "number-taken" }, { refused: null }] });
		expect(await counted()).toEqual([b, null, a, null]);
		expect(await stored()).toHaveLength(3);
	});

	it("does not believe a clock that is years off", async () => {
		const { append, stored } = await sitting();
		await append([
			given({ number: 1, heardAt: 0, elapsedMs: -5 }),
			given({ number: 2, heardAt: NOW * 2, elapsedMs: 0 }),
			given({ number: 3, elapsedMs: 10 * 365 * 86_400_000 }),
		]);
		const times = (await stored()).sort((x, y) => x.number - y.number).map((row) => row.givenAt);
		expect(times).toEqual([NOW, NOW + MINUTE, NOW + MINUTE]);
	});

	it("takes a form that is sent twice once, and its later changes as new answers", async () => {
		const { attemptId, personId, drawn, counted, stored } = await sitting();
		const send = (value: typeof a, now: number) =>
			transaction((tx) =>
				appendForm(tx, { attemptId, personId, page: "page-1", answers: new Map([[1, value]]), drawn, now }),
			);
		await send(a, NOW + 1000);
		await send(a, NOW + 2000);
		expect(await stored()).toHaveLength(1);
		await send(b, NOW + 3000);
		await send(a, NOW + 4000);
		expect(await stored()).toHaveLength(3);
		expect((await counted())[0]).toEqual(a);
	});
});

describe("a message of the exam's page", () => {
	const message = (attempt: string, answers: unknown[], device = "aaaaaaaa") => ({
		attempt,
		device,
		waiting: 0,
		sign: null,
		answers,
	});

	it("loses only what is broken in it", async () => {
		const { attemptId, personId, stored } = await sitting();
		const answers = [given(), { device: "aaaaaaaa", number: 2, value: { chosen: 7 } }, "apa", null];
		const told = { personId, deviceName: "Chrome", message: message(attemptId, answers), now: NOW + MINUTE };
		const taken = await takeAnswers(told);
		expect(taken.unreadable).toEqual([
			{ device: "aaaaaaaa", number: 2 },
			{ device: null, number: null },
			{ device: null, number: null },
		]);
		expect(await stored()).toHaveLength(1);
	});

	it("tells of the other browsers, and which of them is in use", async () => {
		const { attemptId, personId } = await sitting();
		const say = (device: string, sign: "opened" | "takes-over" | "leaves", now: number) =>
			takeAnswers({
				personId,
				deviceName: device,
				message: { ...message(attemptId, [], device), sign },
				now,
			});
		await say("aaaaaaaa", "opened", NOW);
		const { devices } = await say("bbbbbbbb", "opened", NOW + 1);
		expect(devices.map((one) => [one.device, one.inUseSince]).sort()).toEqual([
			["aaaaaaaa", NOW],
			["bbbbbbbb", 0],
		]);
		const after = await say("bbbbbbbb", "takes-over", NOW + 2);
		expect(after.devices.find((one) => one.device === "bbbbbbbb")?.inUseSince).toBe(NOW + 2);
		const left = await say("aaaaaaaa", "leaves", NOW + 3);
		expect(left.devices.find((one) => one.device === "aaaaaaaa")?.leftAt).toBe(NOW + 3);
		const own = and(eq(answerEvents.attemptId, attemptId));
		expect(await db.select().from(answerEvents).where(own)).toHaveLength(0);
	});
});
