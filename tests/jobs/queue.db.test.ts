import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { enqueue, forgetOldJobs, freeJobs, LOCK_MS, takeJob } from "#app/jobs/queue.server.ts";
import { enqueueDue, planRecurring } from "#app/jobs/schedule.server.ts";
import { workOff } from "#app/jobs/work.server.ts";
import { db } from "#db/client.server.ts";
import { jobs, schedules } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";

const NOW = Date.UTC(2026, 10, 24);

beforeEach(async () => {
	await db.delete(jobs);
	await db.delete(schedules);
});

describe("the queue", () => {
	it("runs a job once, with its payload", async () => {
		const seen: unknown[] = [];
		await transaction((tx) => enqueue(tx, { name: "a", payload: { x: 1 }, runAt: NOW }));
		const handlers = { a: async (payload: unknown) => void seen.push(payload) };
		expect(await workOff(handlers, () => NOW)).toBe(1);
		expect(await workOff(handlers, () => NOW)).toBe(0);
		expect(seen).toEqual([{ x: 1 }]);
	});

	it("keeps at most one waiting job of a key, and allows another once the first runs", async () => {
		const add = () => transaction((tx) => enqueue(tx, { name: "a", runAt: NOW, uniqueKey: "k" }));
		await add();
		await add();
		expect(await db.select().from(jobs)).toHaveLength(1);
		await transaction((tx) => takeJob(tx, NOW));
		await add();
		expect(await db.select().from(jobs)).toHaveLength(2);
	});

	it("gives no job to two workers, and a lost worker's job to another", async () => {
		await transaction((tx) => enqueue(tx, { name: "a", runAt: NOW }));
		const taken = await Promise.all([1, 2, 3].map(() => transaction((tx) => takeJob(tx, NOW))));
		expect(taken.filter(Boolean)).toHaveLength(1);
		const later = await transaction((tx) => takeJob(tx, NOW + LOCK_MS + 1));
		expect(later?.attempts).toBe(2);
	});

	it("tries a failing job again later, and gives up after eight times with its error kept", async () => {
		await transaction((tx) => enqueue(tx, { name: "a", runAt: NOW }));
		let clock = NOW;
		const failing = { a: async () => Promise.reject(new Error("broken")) };
		for (let i = 0; i < 12; i++) {
			await workOff(failing, () => clock);
			clock += 3_600_000;
		}
		const [job] = await db.select().from(jobs);
		expect(job).toMatchObject({ state: "failed", attempts: 8, lastError: "broken" });
	});

	it("keeps what takes long in a lane of its own, held while it works, and gives it on when its worker is gone", async () => {
		const lane = { only: ["long"] };
		await transaction((tx) => enqueue(tx, { name: "long", runAt: NOW }));
		let now = NOW;
		const handlers = {
			long: async (_payload: unknown, _now: number, hold: () => Promise<void>) => {
				now += LOCK_MS - 1;
				await hold();
				now += 2;
				expect(await transaction((tx) => takeJob(tx, now, lane))).toBeNull();
				await transaction((tx) => freeJobs(tx, now));
				expect(await transaction((tx) => takeJob(tx, now, lane))).toMatchObject({
					name: "long",
					attempts: 2,
				});
			},
		};
		expect(await workOff(handlers, () => now, undefined, { except: ["long"] })).toBe(0);
		expect(await workOff(handlers, () => now, undefined, lane)).toBe(1);
	});

	it("forgets finished jobs after a week", async () => {
		await transaction((tx) => enqueue(tx, { name: "a", runAt: NOW }));
		await workOff({ a: async () => {} }, () => NOW);
		await transaction((tx) => forgetOldJobs(tx, NOW + 6 * 86_400_000));
		expect(await db.select().from(jobs).where(eq(jobs.state, "done"))).toHaveLength(1);
		await transaction((tx) => forgetOldJobs(tx, NOW + 8 * 86_400_000));
		expect(await db.select().from(jobs)).toHaveLength(0);
	});
});

describe("the schedule", () => {
	it("makes up once for runs that were missed", async () => {
		await transaction((tx) => planRecurring(tx, [{ name: "fold", everyMs: 60_000 }], NOW));
		const late = NOW + 10 * 60_000;
		await transaction((tx) => enqueueDue(tx, late));
		await transaction((tx) => enqueueDue(tx, late));
		expect(await db.select().from(jobs)).toHaveLength(1);
		const [row] = await db.select().from(schedules);
		expect(row?.nextAt).toBe(late + 60_000);
	});
});
