import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refreshStatistics, storedStatistics } from "#app/assessment/examStatistics.server.ts";
import { measuredLevels } from "#app/assessment/measuredLevel.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { advanceRepair } from "#app/certification/advanceRepair.server.ts";
import { applyRepair } from "#app/certification/repairActs.server.ts";
import { db } from "#db/client.server.ts";
import { answerEvents, attemptItems, auditLog, items, jobs, notices } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makePerson } from "#tests/support/make/course.ts";
import { examState } from "#tests/support/make/examState.ts";
import {
	competenceName,
	LATER,
	neutral,
	type Repairable,
	rekey,
	repairable,
} from "#tests/support/make/repairs.ts";
import { TRUTH } from "#tests/support/make/wrongKey.ts";

let made: Repairable;
beforeAll(async () => {
	made = await repairable("perbaikan", 100);
});
beforeEach(() => made.clear());

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
		.where(eq(items.versionId, made.course.versionId));
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
		const isWrong = drawnId === made.itemId;
		if (isWrong && !isCounted) continue;
		sum.of++;
		if ((isWrong ? keys : [TRUTH]).includes(chosen.get(`${attemptId} ${position}`) ?? "")) sum.right++;
	}
	return new Map([...scores].map(([id, { right, of }]) => [id, Math.floor((right * 100) / of)]));
}

describe("a key that statistics find wrong", () => {
	it("is counted first, and nothing changes before it is applied", async () => {
		const exam = await refreshStatistics(made.course.versionId, LATER);
		expect(
			exam.items.filter(({ flags }) => flags.some(({ kind }) => kind === "key-wrong")).map(({ id }) => id),
		).toEqual([made.itemId]);
		const before = await examState(made.course.versionId);
		const repairId = await made.counted(rekey);
		expect(await examState(made.course.versionId)).toEqual(before);
		const scores = await recount([TRUTH], true);
		const effects = await made.effects(repairId);
		const changed = before.attempts.filter(({ id, score }) => scores.get(id) !== score);
		expect(effects.map(({ attemptId }) => attemptId)).toEqual(changed.map(({ id }) => id).sort());
		for (const { attemptId, scoreAfter } of effects) expect(scoreAfter).toBe(scores.get(attemptId));
		expect(effects.length).toBeGreaterThan(50);
		expect(effects.some(({ passedBefore, passedAfter }) => !passedBefore && passedAfter)).toBe(true);
		expect(effects.some(({ isProtected }) => isProtected)).toBe(true);
		expect((await made.row(repairId))?.met).toBeGreaterThan(effects.length);
	});

	it("is changed as was counted, tells those affected and nobody else, and is undone whole", async () => {
		const before = await examState(made.course.versionId);
		const told = await db.select().from(notices);
		const given = await db.select().from(answerEvents);
		const repairId = await made.counted(rekey);
		const preview = await made.effects(repairId);
		await transaction((tx) => applyRepair(tx, { ...made.by, repairId }));
		await made.advance(repairId);

		const after = await examState(made.course.versionId);
		const effects = await made.effects(repairId);
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
		expect(after.jp).toBe(before.jp + gained * made.course.facts.jp);
		// Nobody who had passed lost it.
		expect(effects.every(({ passedBefore, passedAfter }) => passedAfter || !passedBefore)).toBe(true);

		const news = (await db.select().from(notices)).filter(({ id }) => !told.some((one) => one.id === id));
		const repaired = news.filter(({ kind }) => kind === "exam-repaired");
		const affected = after.attempts.filter(({ id }) => effects.some(({ attemptId }) => attemptId === id));
		expect(repaired.map(({ personId }) => personId).sort()).toEqual(
			affected.map(({ personId }) => personId).sort(),
		);

		const exam = await refreshStatistics(made.course.versionId, LATER + 1);
		expect(exam.items.flatMap(({ flags }) => flags.filter(({ kind }) => kind === "key-wrong"))).toEqual([]);

		await made.undone(repairId);
		expect(await examState(made.course.versionId)).toEqual(before);
		expect(await db.select().from(answerEvents)).toEqual(given);
		const audits = await db.select().from(auditLog).where(eq(auditLog.subjectId, made.itemId));
		expect(
			audits
				.filter(({ detail }) => detail.repairId === repairId)
				.map(({ action }) => action)
				.sort(),
		).toEqual(["item.repair", "item.repair-undo"]);
	});

	it("takes passes away where policy does not protect, and gives them back when undone", async () => {
		const before = await examState(made.course.versionId);
		const repairId = await made.applied(rekey, false);
		const after = await examState(made.course.versionId);
		const fallen = (await made.effects(repairId)).filter(
			({ passedBefore, passedAfter }) => passedBefore && !passedAfter,
		);
		expect(fallen.length).toBeGreaterThan(0);
		const passed = after.attempts.filter((one) => one.passed === 1);
		expect(passed.every(({ score }) => (score ?? 0) >= 60)).toBe(true);
		expect(after.standing).toHaveLength(passed.length);
		expect(after.passedEnrolments).toHaveLength(passed.length);
		expect(after.counts.certificates).toBe(passed.length);
		await made.undone(repairId);
		expect(await examState(made.course.versionId)).toEqual(before);
	});

	it("can be right beside the old one: nobody loses a point", async () => {
		const before = await examState(made.course.versionId);
		await made.applied({ kind: "accept-also", answer: { chosen: [TRUTH] } });
		const scores = await recount([TRUTH, "b"], true);
		const after = await examState(made.course.versionId);
		for (const { id, score } of after.attempts) {
			expect(score).toBe(scores.get(id));
			expect(score).toBeGreaterThanOrEqual(before.attempts.find((one) => one.id === id)?.score ?? 101);
		}
	});
});

describe("a neutralised item", () => {
	it("counts for nobody: in the score, in measured levels, in statistics, in the next draw", async () => {
		const people = made.course.simulated.map(({ personId }) => personId);
		const levels = await measuredLevels(people, LATER);
		const before = await examState(made.course.versionId);
		const repairId = await made.applied(neutral);
		const scores = await recount([], false);
		const after = await examState(made.course.versionId);
		for (const { id, score } of after.attempts) expect(score).toBe(scores.get(id));
		expect(await measuredLevels(people, LATER)).not.toEqual(levels);
		await refreshStatistics(made.course.versionId, LATER);
		const figures = (await storedStatistics(made.course.versionId))?.figures.items.find(
			({ id }) => id === made.itemId,
		);
		expect(figures?.counts).toBe(false);
		expect((await drawn()).filter((one) => one === made.itemId)).toEqual([]);
		await made.undone(repairId);
		expect(await examState(made.course.versionId)).toEqual(before);
		expect(await measuredLevels(people, LATER)).toEqual(levels);
		expect(await drawn()).toContain(made.itemId);
	});

	/** What twenty newcomers would be asked. */
	async function drawn(): Promise<string[]> {
		const personId = await makePerson(made.course.agencyId);
		const own = { personId, agencyId: made.course.agencyId, unitId: null, courseId: made.course.courseId };
		const asked: string[] = [];
		for (let n = 0; n < 20; n++) {
			const rest = { rules: made.course.facts.exam, lateWindowMs: 0, now: LATER, random: Math.random };
			const enrolmentId = `${personId} ${n}`;
			const { attemptId } = await transaction((tx) =>
				startAttempt(tx, { ...own, ...rest, versionId: made.course.versionId, enrolmentId }),
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
		const before = await examState(made.course.versionId);
		const repairId = await made.counted(rekey);
		await transaction((tx) => applyRepair(tx, { ...made.by, repairId }));
		let turns = 0;
		while ((await made.row(repairId))?.state === "applying") {
			turns++;
			// A clock on which every step takes longer than a turn.
			let now = LATER;
			await advanceRepair(repairId, competenceName, () => (now += 10_000));
		}
		expect(turns).toBeGreaterThan(5);
		const queued = and(eq(jobs.name, "exam.item-repair"), eq(jobs.state, "waiting"));
		expect((await db.select().from(jobs).where(queued)).length).toBeGreaterThan(turns);
		const after = await examState(made.course.versionId);
		await made.advance(repairId);
		expect(await examState(made.course.versionId)).toEqual(after);
		await made.undone(repairId);
		expect(await examState(made.course.versionId)).toEqual(before);
	});
});
