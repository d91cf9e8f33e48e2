import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refreshStatistics, storedStatistics } from "#app/assessment/examStatistics.server.ts";
import { measuredLevels } from "#app/assessment/measuredLevel.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { advanceRepair } from "#app/certification/advanceRepair.server.ts";
import { applyRepair, discardRepair, planRepair, undoRepair } from "#app/certification/repairActs.server.ts";
import { db } from "#db/client.server.ts";
import {
	answerEvents,
	attemptItems,
	auditLog,
	itemRepairEffects,
	itemRepairs,
	items,
	jobs,
	notices,
} from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";
import { examState } from "#tests/support/make/examState.ts";
import { TRUTH, WRONG, wrongKeyCourse } from "#tests/support/make/wrongKey.ts";

const LATER = NOW + 86_400_000;
const PEOPLE = 150;
const competenceName = (code: string) => code;
let course: Awaited<ReturnType<typeof wrongKeyCourse>>;
let itemId: string;
let actor: { id: string; name: string };
let by: { scope: string[]; actor: typeof actor; now: number };

beforeAll(async () => {
	course = await wrongKeyCourse("perbaikan", PEOPLE);
	const own = and(eq(items.versionId, course.versionId), eq(items.code, WRONG));
	const [item] = await db.select({ id: items.id }).from(items).where(own);
	itemId = item?.id ?? "";
	actor = { id: await makePerson(course.agencyId), name: "Penguji" };
	by = { scope: [course.agencyId], actor, now: LATER };
});

type Made = Pick<Parameters<typeof planRepair>[1], "kind" | "answer">;
const plan = (made: Made, more: Partial<Parameters<typeof planRepair>[1]> = {}) =>
	transaction((tx) => planRepair(tx, { ...by, itemId, reason: "Kuncinya keliru.", ...made, ...more }));
const advance = (repairId: string) => advanceRepair(repairId, competenceName, () => LATER);
const repairOf = async (id: string) => (await db.select().from(itemRepairs).where(eq(itemRepairs.id, id)))[0];
const effectsOf = (id: string) =>
	db
		.select()
		.from(itemRepairEffects)
		.where(eq(itemRepairEffects.repairId, id))
		.orderBy(itemRepairEffects.attemptId);

async function counted(made: Made, protects = true): Promise<string> {
	const planned = await plan(made);
	if (!("repairId" in planned)) throw new Error(planned.refused);
	await db.update(itemRepairs).set({ protects }).where(eq(itemRepairs.id, planned.repairId));
	await advance(planned.repairId);
	expect((await repairOf(planned.repairId))?.state).toBe("ready");
	return planned.repairId;
}

async function applied(made: Made, protects = true): Promise<string> {
	const repairId = await counted(made, protects);
	expect(await transaction((tx) => applyRepair(tx, { ...by, repairId }))).toBe("done");
	await advance(repairId);
	expect((await repairOf(repairId))?.state).toBe("applied");
	return repairId;
}

async function undone(repairId: string): Promise<void> {
	expect(await transaction((tx) => undoRepair(tx, { ...by, repairId, reason: "Kuncinya benar." }))).toBe(
		"done",
	);
	await advance(repairId);
	expect((await repairOf(repairId))?.state).toBe("undone");
}

const rekey: Made = { kind: "rekey", answer: { chosen: [TRUTH] } };
const neutral: Made = { kind: "neutral", answer: null };

beforeEach(async () => {
	for (const { id, state } of await db.select().from(itemRepairs).where(eq(itemRepairs.itemId, itemId)))
		if (state === "applied") await undone(id);
		else if (state === "ready" || state === "counting")
			await transaction((tx) => discardRepair(tx, { ...by, repairId: id }));
});

/** Whole per cents by the test's own count: of each attempt, from what was chosen, with the right options it names. */
async function recount(keys: readonly string[], isCounted: boolean): Promise<Map<string, number>> {
	const drawn = await db
		.select({
			attemptId: attemptItems.attemptId,
			position: attemptItems.position,
			itemId: attemptItems.itemId,
		})
		.from(attemptItems)
		.innerJoin(items, eq(items.id, attemptItems.itemId))
		.where(eq(items.versionId, course.versionId));
	const events = await db.select().from(answerEvents);
	const chosen = new Map(
		events.map(({ attemptId, position, value }) => [
			`${attemptId} ${position}`,
			(value as { chosen: string[] } | null)?.chosen[0],
		]),
	);
	const scores = new Map<string, { right: number; of: number }>();
	for (const { attemptId, position, itemId: drawnId } of drawn) {
		const sum = scores.get(attemptId) ?? { right: 0, of: 0 };
		scores.set(attemptId, sum);
		const isWrong = drawnId === itemId;
		if (isWrong && !isCounted) continue;
		sum.of++;
		if ((isWrong ? keys : [TRUTH]).includes(chosen.get(`${attemptId} ${position}`) ?? "")) sum.right++;
	}
	return new Map([...scores].map(([id, { right, of }]) => [id, Math.floor((right * 100) / of)]));
}

describe("a key that statistics find wrong", () => {
	it("is counted first, and nothing changes before it is applied", async () => {
		const exam = await refreshStatistics(course.versionId, LATER);
		expect(
			exam.items.filter(({ flags }) => flags.some(({ kind }) => kind === "key-wrong")).map(({ id }) => id),
		).toEqual([itemId]);
		const before = await examState(course.versionId);
		const repairId = await counted(rekey);
		expect(await examState(course.versionId)).toEqual(before);
		const scores = await recount([TRUTH], true);
		const effects = await effectsOf(repairId);
		const changed = before.attempts.filter(({ id, score }) => scores.get(id) !== score);
		expect(effects.map(({ attemptId }) => attemptId)).toEqual(changed.map(({ id }) => id).sort());
		for (const { attemptId, scoreAfter } of effects) expect(scoreAfter).toBe(scores.get(attemptId));
		expect(effects.length).toBeGreaterThan(50);
		expect(effects.some(({ passedBefore, passedAfter }) => !passedBefore && passedAfter)).toBe(true);
		expect(effects.some(({ isProtected }) => isProtected)).toBe(true);
		expect((await repairOf(repairId))?.met).toBeGreaterThan(effects.length);
	});

	it("is changed as was counted, tells those affected and nobody else, and is undone whole", async () => {
		const before = await examState(course.versionId);
		const told = await db.select().from(notices);
		const given = await db.select().from(answerEvents);
		const repairId = await counted(rekey);
		const preview = await effectsOf(repairId);
		await transaction((tx) => applyRepair(tx, { ...by, repairId }));
		await advance(repairId);

		const after = await examState(course.versionId);
		const effects = await effectsOf(repairId);
		expect(effects.map(({ appliedAt: _, enrolmentPassedAt: __, ...one }) => one)).toEqual(
			preview.map(({ appliedAt: _, enrolmentPassedAt: __, ...one }) => one),
		);
		const scores = await recount([TRUTH], true);
		for (const { id, score } of after.attempts) expect(score).toBe(scores.get(id));
		const passed = after.attempts.filter((one) => one.passed === 1);
		expect(after.standing).toHaveLength(passed.length);
		expect(after.passedEnrolments).toHaveLength(passed.length);
		expect(after.counts.passed).toBe(passed.length);
		const gained = effects.filter(({ passedBefore, passedAfter }) => !passedBefore && passedAfter).length;
		expect(after.jp).toBe(before.jp + gained * course.facts.jp);
		// Nobody who had passed lost it.
		expect(effects.every(({ passedBefore, passedAfter }) => passedAfter || !passedBefore)).toBe(true);

		const news = (await db.select().from(notices)).filter(({ id }) => !told.some((one) => one.id === id));
		const repaired = news.filter(({ kind }) => kind === "exam-repaired");
		const affected = after.attempts.filter(({ id }) => effects.some(({ attemptId }) => attemptId === id));
		expect(repaired.map(({ personId }) => personId).sort()).toEqual(
			affected.map(({ personId }) => personId).sort(),
		);

		const exam = await refreshStatistics(course.versionId, LATER + 1);
		expect(exam.items.flatMap(({ flags }) => flags.filter(({ kind }) => kind === "key-wrong"))).toEqual([]);

		await undone(repairId);
		expect(await examState(course.versionId)).toEqual(before);
		expect(await db.select().from(answerEvents)).toEqual(given);
		const audits = await db.select().from(auditLog).where(eq(auditLog.subjectId, itemId));
		expect(
			audits
				.filter(({ detail }) => detail.repairId === repairId)
				.map(({ action }) => action)
				.sort(),
		).toEqual(["item.repair", "item.repair-undo"]);
	});

	it("takes passes away where policy does not protect, and gives them back when undone", async () => {
		const before = await examState(course.versionId);
		const repairId = await applied(rekey, false);
		const after = await examState(course.versionId);
		const fallen = (await effectsOf(repairId)).filter(
			({ passedBefore, passedAfter }) => passedBefore && !passedAfter,
		);
		expect(fallen.length).toBeGreaterThan(0);
		const passed = after.attempts.filter((one) => one.passed === 1);
		expect(passed.every(({ score }) => (score ?? 0) >= 60)).toBe(true);
		expect(after.standing).toHaveLength(passed.length);
		expect(after.passedEnrolments).toHaveLength(passed.length);
		expect(after.counts.certificates).toBe(passed.length);
		await undone(repairId);
		expect(await examState(course.versionId)).toEqual(before);
	});

	it("can be right beside the old one: nobody loses a point", async () => {
		const before = await examState(course.versionId);
		await applied({ kind: "accept-also", answer: { chosen: [TRUTH] } });
		const scores = await recount([TRUTH, "b"], true);
		const after = await examState(course.versionId);
		for (const { id, score } of after.attempts) {
			expect(score).toBe(scores.get(id));
			expect(score).toBeGreaterThanOrEqual(before.attempts.find((one) => one.id === id)?.score ?? 101);
		}
	});
});

describe("a neutralised item", () => {
	it("counts for nobody: in the score, in measured levels, in statistics, in the next draw", async () => {
		const people = course.simulated.map(({ personId }) => personId);
		const levels = await measuredLevels(people, LATER);
		const before = await examState(course.versionId);
		const repairId = await applied(neutral);
		const scores = await recount([], false);
		const after = await examState(course.versionId);
		for (const { id, score } of after.attempts) expect(score).toBe(scores.get(id));
		expect(await measuredLevels(people, LATER)).not.toEqual(levels);
		await refreshStatistics(course.versionId, LATER);
		const figures = (await storedStatistics(course.versionId))?.figures.items.find(({ id }) => id === itemId);
		expect(figures?.counts).toBe(false);
		expect((await drawn()).filter((one) => one === itemId)).toEqual([]);
		await undone(repairId);
		expect(await examState(course.versionId)).toEqual(before);
		expect(await measuredLevels(people, LATER)).toEqual(levels);
		expect(await drawn()).toContain(itemId);
	});

	/** What twenty newcomers would be asked. */
	async function drawn(): Promise<string[]> {
		const personId = await makePerson(course.agencyId);
		const own = { personId, agencyId: course.agencyId, unitId: null, courseId: course.courseId };
		const asked: string[] = [];
		for (let n = 0; n < 20; n++) {
			const rest = { rules: course.facts.exam, lateWindowMs: 0, now: LATER, random: Math.random };
			const enrolmentId = `${personId} ${n}`;
			const { attemptId } = await transaction((tx) =>
				startAttempt(tx, { ...own, ...rest, versionId: course.versionId, enrolmentId }),
			);
			const rows = await db
				.select()
				.from(attemptItems)
				.where(eq(attemptItems.attemptId, attemptId ?? ""));
			expect(rows).toHaveLength(8);
			asked.push(...rows.map((row) => row.itemId));
		}
		return asked;
	}
});

describe("a worker that is stopped", () => {
	it("goes on where it was, and does nothing twice", async () => {
		const before = await examState(course.versionId);
		const repairId = await counted(rekey);
		await transaction((tx) => applyRepair(tx, { ...by, repairId }));
		let turns = 0;
		while ((await repairOf(repairId))?.state === "applying") {
			turns++;
			// A clock on which every step takes longer than a turn.
			let now = LATER;
			await advanceRepair(repairId, competenceName, () => (now += 10_000));
		}
		expect(turns).toBeGreaterThan(5);
		const queued = and(eq(jobs.name, "exam.item-repair"), eq(jobs.state, "waiting"));
		expect((await db.select().from(jobs).where(queued)).length).toBeGreaterThan(turns);
		const after = await examState(course.versionId);
		await advance(repairId);
		expect(await examState(course.versionId)).toEqual(after);
		await undone(repairId);
		expect(await examState(course.versionId)).toEqual(before);
	});
});

describe("what cannot be done is refused, and changes nothing", () => {
	it("an item of a course that is not the examiner's, and one that does not exist", async () => {
		const other = await makeAgency("ins-lain-perbaikan");
		expect(await plan(rekey, { scope: [other] })).toEqual({ refused: "unknown" });
		expect(await plan(rekey, { itemId: "tidak-ada" })).toEqual({ refused: "unknown" });
		const repairId = await counted(rekey);
		const act = { ...by, scope: [other], repairId };
		expect(await transaction((tx) => applyRepair(tx, act))).toBe("unknown");
		expect(await transaction((tx) => discardRepair(tx, act))).toBe("unknown");
		expect((await repairOf(repairId))?.state).toBe("ready");
	});

	it("a key that the item does not have, none at all, or the one that it has", async () => {
		expect(await plan({ kind: "rekey", answer: { chosen: ["z"] } })).toEqual({ refused: "no-key" });
		expect(await plan({ kind: "rekey", answer: { chosen: ["a", "c"] } })).toEqual({ refused: "no-key" });
		expect(await plan({ kind: "rekey", answer: { typed: "a" } })).toEqual({ refused: "no-key" });
		expect(await plan({ kind: "accept-also", answer: null })).toEqual({ refused: "no-key" });
		expect(await plan({ kind: "rekey", answer: { chosen: ["b"] } })).toEqual({ refused: "same-key" });
		expect(await plan({ kind: "accept-also", answer: { chosen: ["b"] } })).toEqual({ refused: "same-key" });
	});

	it("a second repair of the item, applying twice, undoing twice or before it is applied", async () => {
		const repairId = await counted(rekey);
		expect(await plan(neutral)).toEqual({ refused: "under-repair" });
		const act = { ...by, repairId };
		const undo = () => transaction((tx) => undoRepair(tx, { ...act, reason: "Batal." }));
		expect(await undo()).toBe("not-now");
		expect(await transaction((tx) => applyRepair(tx, act))).toBe("done");
		expect(await transaction((tx) => applyRepair(tx, act))).toBe("not-now");
		await advance(repairId);
		expect(await plan(neutral)).toEqual({ refused: "under-repair" });
		await undone(repairId);
		expect(await undo()).toBe("not-now");
		expect(await plan(neutral)).toHaveProperty("repairId");
	});

	it("neutralising the only item of somebody's exam", async () => {
		const [one] = course.simulated;
		const others = and(eq(attemptItems.attemptId, one?.attemptId ?? ""), eq(attemptItems.counts, true));
		const rows = await db.select().from(attemptItems).where(others);
		const has = rows.find((row) => row.itemId === itemId) ?? rows[0];
		const rest = rows.filter((row) => row !== has).map(({ position }) => position);
		const mine = and(eq(attemptItems.attemptId, one?.attemptId ?? ""), inArray(attemptItems.position, rest));
		await db.update(attemptItems).set({ counts: false }).where(mine);
		const planned = await plan(neutral, { itemId: has?.itemId ?? "" });
		if (!("repairId" in planned)) throw new Error(planned.refused);
		await advance(planned.repairId);
		expect(await transaction((tx) => applyRepair(tx, { ...by, repairId: planned.repairId }))).toBe("emptied");
		await db.update(attemptItems).set({ counts: true }).where(mine);
		await transaction((tx) => discardRepair(tx, { ...by, repairId: planned.repairId }));
	});
});
