import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { advanceRepair } from "#app/certification/advanceRepair.server.ts";
import { planRepair } from "#app/certification/planRepair.server.ts";
import { applyRepair, discardRepair, undoRepair } from "#app/certification/repairActs.server.ts";
import { db } from "#db/client.server.ts";
import { itemRepairEffects, itemRepairs, items } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makePerson, NOW } from "./course.ts";
import { WRONG, wrongKeyCourse } from "./wrongKey.ts";

export const LATER = NOW + 86_400_000;
export const competenceName = (code: string) => code;

type Plan = Parameters<typeof planRepair>[1];
export type Made = Pick<Plan, "kind" | "answer">;
export const rekey: Made = { kind: "rekey", answer: { chosen: ["a"] } };
export const neutral: Made = { kind: "neutral", answer: null };

/** A course with one wrong key that simulated people have sat, and an examiner's acts on that item. */
export async function repairable(slug: string, people: number) {
	const course = await wrongKeyCourse(slug, people);
	const own = and(eq(items.versionId, course.versionId), eq(items.code, WRONG));
	const [item] = await db.select({ id: items.id }).from(items).where(own);
	const itemId = item?.id ?? "";
	const actor = { id: await makePerson(course.agencyId), name: "Penguji" };
	const by = { scope: [course.agencyId], actor, now: LATER };
	const plan = (made: Made, more: Partial<Plan> = {}) =>
		transaction((tx) => planRepair(tx, { ...by, itemId, reason: "Kuncinya keliru.", ...made, ...more }));
	const advance = (repairId: string) => advanceRepair(repairId, competenceName, () => LATER);
	const row = async (id: string) => (await db.select().from(itemRepairs).where(eq(itemRepairs.id, id)))[0];
	const effects = (id: string) =>
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
		expect((await row(planned.repairId))?.state).toBe("ready");
		return planned.repairId;
	}

	async function applied(made: Made, protects = true): Promise<string> {
		const repairId = await counted(made, protects);
		expect(await transaction((tx) => applyRepair(tx, { ...by, repairId }))).toBe("done");
		await advance(repairId);
		expect((await row(repairId))?.state).toBe("applied");
		return repairId;
	}

	async function undone(repairId: string): Promise<void> {
		const act = { ...by, repairId, reason: "Kuncinya benar." };
		expect(await transaction((tx) => undoRepair(tx, act))).toBe("done");
		await advance(repairId);
		expect((await row(repairId))?.state).toBe("undone");
	}

	/** As if nothing had been done about the item. */
	async function clear(): Promise<void> {
		for (const { id, state } of await db.select().from(itemRepairs).where(eq(itemRepairs.itemId, itemId)))
			if (state === "applied") await undone(id);
			else if (state === "ready" || state === "counting")
				await transaction((tx) => discardRepair(tx, { ...by, repairId: id }));
	}

	return { course, itemId, by, plan, advance, row, effects, counted, applied, undone, clear };
}
export type Repairable = Awaited<ReturnType<typeof repairable>>;
