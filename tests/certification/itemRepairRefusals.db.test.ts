import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyRepair, discardRepair, undoRepair } from "#app/certification/repairActs.server.ts";
import { db } from "#db/client.server.ts";
import { attemptItems } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency } from "#tests/support/make/course.ts";
import { neutral, type Repairable, rekey, repairable } from "#tests/support/make/repairs.ts";

let made: Repairable;
beforeAll(async () => {
	made = await repairable("perbaikan-ditolak", 12);
});
beforeEach(() => made.clear());

describe("what cannot be done is refused, and changes nothing", () => {
	it("an item of a course that is not the examiner's, and one that does not exist", async () => {
		const other = await makeAgency("ins-lain-perbaikan");
		expect(await made.plan(rekey, { scope: [other] })).toEqual({ refused: "unknown" });
		expect(await made.plan(rekey, { itemId: "tidak-ada" })).toEqual({ refused: "unknown" });
		const repairId = await made.counted(rekey);
		const act = { ...made.by, scope: [other], repairId };
		expect(await transaction((tx) => applyRepair(tx, act))).toBe("unknown");
		expect(await transaction((tx) => discardRepair(tx, act))).toBe("unknown");
		expect((await made.row(repairId))?.state).toBe("ready");
	});

	it("a key that the item does not have, none at all, or the one that it has", async () => {
		expect(await made.plan({ kind: "rekey", answer: { chosen: ["z"] } })).toEqual({ refused: "no-key" });
		expect(await made.plan({ kind: "rekey", answer: { chosen: ["a", "c"] } })).toEqual({ refused: "no-key" });
		expect(await made.plan({ kind: "rekey", answer: { typed: "a" } })).toEqual({ refused: "no-key" });
		expect(await made.plan({ kind: "accept-also", answer: null })).toEqual({ refused: "no-key" });
		expect(await made.plan({ kind: "rekey", answer: { chosen: ["b"] } })).toEqual({ refused: "same-key" });
		expect(await made.plan({ kind: "accept-also", answer: { chosen: ["b"] } })).toEqual({
			refused: "same-key",
		});
	});

	it("a second repair of the item, applying twice, undoing twice or before it is applied", async () => {
		const repairId = await made.counted(rekey);
		expect(await made.plan(neutral)).toEqual({ refused: "under-repair" });
		const act = { ...made.by, repairId };
		const undo = () => transaction((tx) => undoRepair(tx, { ...act, reason: "Batal." }));
		expect(await undo()).toBe("not-now");
		expect(await transaction((tx) => applyRepair(tx, act))).toBe("done");
		expect(await transaction((tx) => applyRepair(tx, act))).toBe("not-now");
		await made.advance(repairId);
		expect(await made.plan(neutral)).toEqual({ refused: "under-repair" });
		await made.undone(repairId);
		expect(await undo()).toBe("not-now");
		expect(await made.plan(neutral)).toHaveProperty("repairId");
	});

	it("neutralising the only item of somebody's exam", async () => {
		const [one] = made.course.simulated;
		const others = and(eq(attemptItems.attemptId, one?.attemptId ?? ""), eq(attemptItems.counts, true));
		const rows = await db.select().from(attemptItems).where(others);
		const has = rows.find((row) => row.itemId === made.itemId) ?? rows[0];
		const rest = rows.filter((row) => row !== has).map(({ position }) => position);
		const mine = and(eq(attemptItems.attemptId, one?.attemptId ?? ""), inArray(attemptItems.position, rest));
		await db.update(attemptItems).set({ counts: false }).where(mine);
		const planned = await made.plan(neutral, { itemId: has?.itemId ?? "" });
		if (!("repairId" in planned)) throw new Error(planned.refused);
		await made.advance(planned.repairId);
		expect(await transaction((tx) => applyRepair(tx, { ...made.by, repairId: planned.repairId }))).toBe(
			"emptied",
		);
		await db.update(attemptItems).set({ counts: true }).where(mine);
		await transaction((tx) => discardRepair(tx, { ...made.by, repairId: planned.repairId }));
	});
});
