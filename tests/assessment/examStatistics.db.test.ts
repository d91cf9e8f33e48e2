import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
	refreshStaleStatistics,
	refreshStatistics,
	storedStatistics,
	versionsWithStatistics,
} from "#app/assessment/examStatistics.server.ts";
import { statisticsSheet } from "#app/assessment/statisticsSheet.ts";
import { db } from "#db/client.server.ts";
import { attempts } from "#db/schema/index.ts";
import { NOW } from "#tests/support/make/course.ts";
import { WRONG, wrongKeyCourse } from "#tests/support/make/wrongKey.ts";

const HOUR = 3_600_000;
let course: Awaited<ReturnType<typeof wrongKeyCourse>>;

beforeAll(async () => {
	course = await wrongKeyCourse("statistik", 100);
});

describe("statistics from the log of answers", () => {
	it("find the wrong key, and only that one", async () => {
		const exam = await refreshStatistics(course.versionId, NOW + HOUR);
		expect(exam.n).toBe(100);
		expect(exam.reliability.kind).toBe("kr20");
		const suspects = exam.items.filter(({ flags }) => flags.some(({ kind }) => kind === "key-wrong"));
		expect(suspects.map(({ code }) => code)).toEqual([WRONG]);
		expect(suspects[0]?.flags[0]?.options).toEqual(["Pilihan a soal 3"]);
		for (const item of exam.items) {
			// Eight of ten are drawn.
			expect(item.n).toBeGreaterThan(50);
			expect(item.n).toBeLessThan(100);
			expect(item.seconds.value).toBeGreaterThan(5);
			expect(item.seconds.value).toBeLessThan(45);
		}
	});

	it("are the points that the exam gave, and the same each time", async () => {
		const [first, second] = [
			await refreshStatistics(course.versionId, NOW + HOUR),
			await refreshStatistics(course.versionId, NOW + 2 * HOUR),
		];
		expect(JSON.stringify(second)).toBe(JSON.stringify(first));
		const rows = await db.select().from(attempts).where(eq(attempts.versionId, course.versionId));
		const mean = rows.reduce((sum, { milliPoints }) => sum + (milliPoints ?? 0), 0) / rows.length / 8000;
		expect(first.mean.value).toBeCloseTo(mean, 10);
	});

	it("are kept, and computed anew by the job only where something was handed in since", async () => {
		await refreshStatistics(course.versionId, NOW + HOUR);
		expect(await refreshStaleStatistics(NOW + 2 * HOUR)).toBe(0);
		const late = NOW + 3 * HOUR;
		const [one] = await db.select().from(attempts).where(eq(attempts.versionId, course.versionId)).limit(1);
		await db
			.update(attempts)
			.set({ closedAt: late })
			.where(eq(attempts.id, one?.id ?? ""));
		expect(await refreshStaleStatistics(late)).toBe(1);
		expect((await storedStatistics(course.versionId))?.computedAt).toBe(late);
	});

	it("are shown to those who examine the course, and to nobody else", async () => {
		expect(await versionsWithStatistics([course.agencyId], "statistik")).toMatchObject([
			{ people: 100, number: 1 },
		]);
		expect(await versionsWithStatistics("nation", "statistik")).toHaveLength(1);
		expect(await versionsWithStatistics(["another"], "statistik")).toEqual([]);
		expect(await versionsWithStatistics([])).toEqual([]);
	});

	it("come as a sheet with each figure, its intervals, and flags in words", async () => {
		const stored = await storedStatistics(course.versionId);
		if (!stored) throw new Error("nothing stored");
		const sheet = statisticsSheet(stored.figures, "id");
		const own = sheet.filter(([code]) => code === WRONG);
		expect(own.map(([, option, name]) => `${option}${name}`)).toContain("achosen.third3");
		expect(own).toContainEqual(expect.arrayContaining(["flag", "kunci mungkin salah"]));
	});
});
