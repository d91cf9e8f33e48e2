import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { exposureNow, rollUpExposure } from "#app/assessment/placement/exposure.server.ts";
import { begin, give } from "#app/assessment/placement/placementActs.server.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { placementPage, placementResult, placementStanding } from "#app/assessment/placement/view.server.ts";
import { db } from "#db/client.server.ts";
import { activity, placementAnswers, placementItems, placementSittings } from "#db/schema/index.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";
import { makeNationalBank } from "#tests/support/make/nationalBank.ts";
import { sitPlacement } from "#tests/support/make/placement.ts";

const DAY = 86_400_000;
const policy = placementPolicyAt(NOW);
const right = { chosen: ["a"] };
let agencyId = "";

beforeAll(async () => {
	agencyId = await makeAgency("9000");
});

async function someone(name = "Sari Uji") {
	return { personId: await makePerson(agencyId, name), agencyId };
}

async function begun() {
	const who = await someone();
	const made = await begin({ ...who, unitId: null, seed: 3, now: NOW });
	if (made.kind !== "begun") throw new Error(made.kind);
	return { ...who, sittingId: made.sittingId };
}

const answersOf = (sittingId: string) =>
	db.select().from(placementAnswers).where(eq(placementAnswers.sittingId, sittingId));
const itemsOf = (sittingId: string) =>
	db
		.select()
		.from(placementItems)
		.where(eq(placementItems.sittingId, sittingId))
		.orderBy(asc(placementItems.position));

it("begins nothing while there is no item to ask", async () => {
	const who = await someone();
	expect(await begin({ ...who, unitId: null, seed: 1, now: NOW })).toEqual({ kind: "empty-bank" });
	expect((await placementPage(who.personId, NOW)).entry.kind).toBe("may-start");
});

describe("with a bank", () => {
	beforeAll(() => makeNationalBank(16));

	it("goes to its end, stores what it found and says it in levels", async () => {
		const strong = await someone();
		const weak = await someone();
		const sittingId = await sitPlacement(strong, () => true, NOW);
		await sitPlacement(weak, () => false, NOW);
		const items = await itemsOf(sittingId);
		expect(items.length).toBeGreaterThanOrEqual(policy.minItems);
		expect(items.length).toBeLessThanOrEqual(policy.maxItems);
		const high = await placementResult(strong.personId, NOW);
		const low = await placementResult(weak.personId, NOW);
		expect(high?.domains.map(({ domain }) => domain)).toEqual(["D1", "D2", "D3", "D4", "D5"]);
		// The bank asks up to level 3: nothing above it is said.
		expect(high?.general).toMatchObject({ likely: 3, high: 3 });
		expect(low?.general.likely).toBe(0);
		expect(await placementStanding(strong.personId, NOW)).toBe("measured");
		const told = await db.select().from(activity).where(eq(activity.personId, strong.personId));
		expect(told.filter(({ kind }) => kind === "placement.finished")).toHaveLength(1);
	});

	it("counts an answer once, the first, however often and at once it is sent", async () => {
		const { sittingId, personId } = await begun();
		const send = (value: typeof right) => give({ sittingId, personId, position: 1, value, now: NOW });
		const all = await Promise.all([send(right), send(right), send(right)]);
		expect(all.map(({ kind }) => kind).sort()).toEqual(["answered-before", "answered-before", "taken"]);
		expect((await send({ chosen: ["b"] })).kind).toBe("answered-before");
		expect(await answersOf(sittingId)).toMatchObject([{ position: 1, value: right, milliPoints: 1000 }]);
		expect(await itemsOf(sittingId)).toHaveLength(2);
	});

	it("knows nothing of another's sitting, and refuses what was not drawn or cannot be an answer", async () => {
		const { sittingId, personId } = await begun();
		const other = await someone("Budi Uji");
		const at = { sittingId, personId, position: 1, value: right, now: NOW };
		expect((await give({ ...at, personId: other.personId })).kind).toBe("unknown");
		expect((await give({ ...at, sittingId: "tidak-ada" })).kind).toBe("unknown");
		expect((await give({ ...at, position: 2 })).kind).toBe("not-drawn");
		expect((await give({ ...at, value: { typed: "a" } })).kind).toBe("wrong-shape");
		expect((await give({ ...at, value: { chosen: ["z"] } })).kind).toBe("wrong-shape");
		expect(await answersOf(sittingId)).toEqual([]);
		expect((await give({ ...at, value: null })).kind).toBe("taken");
		expect(await answersOf(sittingId)).toMatchObject([{ value: null, milliPoints: 0 }]);
	});

	it("goes on after a break with the same item, and is over after the days of the policy", async () => {
		const { sittingId, personId } = await begun();
		await give({ sittingId, personId, position: 1, value: right, now: NOW });
		const later = NOW + (policy.openDays - 1) * DAY;
		const [first, again] = [await placementPage(personId, NOW), await placementPage(personId, later)];
		expect(again.current).toEqual(first.current);
		expect(again.current?.position).toBe(2);
		expect(JSON.stringify(again.current)).not.toContain("correct");
		const twice = await begin({ personId, agencyId, unitId: null, seed: 9, now: later });
		expect(twice).toEqual({ kind: "open", sittingId });
		const gone = NOW + (policy.openDays + 1) * DAY;
		const next = await begin({ personId, agencyId, unitId: null, seed: 9, now: gone });
		expect(next.kind).toBe("begun");
		const rows = await db.select().from(placementSittings).where(eq(placementSittings.personId, personId));
		expect(rows.map(({ state }) => state).sort()).toEqual(["left", "open"]);
		expect(await placementResult(personId, gone)).toBeNull();
	});

	it("may be taken again after the days of the policy, with other items", async () => {
		const who = await someone();
		const first = await sitPlacement(who, (n) => n % 2 === 0, NOW);
		const soon = NOW + (policy.retakeAfterDays - 1) * DAY;
		const refused = await begin({ ...who, unitId: null, seed: 1, now: soon });
		expect(refused).toEqual({ kind: "wait", until: NOW + policy.retakeAfterDays * DAY });
		const second = await sitPlacement(who, (n) => n % 2 === 0, soon + DAY, 8);
		const ids = new Set((await itemsOf(first)).map(({ itemId }) => itemId));
		const repeated = (await itemsOf(second)).filter(({ itemId }) => ids.has(itemId));
		expect(repeated).toEqual([]);
	});

	it("counts how often each item was drawn, from the stored sittings", async () => {
		await rollUpExposure(NOW + 200 * DAY);
		const { sittings, byHash } = await exposureNow(NOW + 201 * DAY);
		const rows = await db.select().from(placementItems);
		expect(sittings).toBe((await db.select().from(placementSittings)).length);
		const drawn = [...byHash].filter(([hash]) => hash !== "sittings").map(([, count]) => count);
		expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(rows.length);
	});
});

it("says that a domain without enough items cannot be measured", async () => {
	await makeNationalBank(2, "sedikit");
	const who = await someone();
	await sitPlacement(who, () => true, NOW);
	const result = await placementResult(who.personId, NOW);
	expect(result?.domains.map(({ range }) => range)).toEqual([null, null, null, null, null]);
});
