import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { levelSources } from "#app/assessment/levelSources.server.ts";
import { measuredLevel, measuredLevels } from "#app/assessment/measuredLevel.server.ts";
import { db } from "#db/client.server.ts";
import { attemptItems, attempts, items } from "#db/schema/index.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { makeNationalBank } from "#tests/support/make/nationalBank.ts";
import { sitPlacement } from "#tests/support/make/placement.ts";

const DAY = 86_400_000;

it("puts placement and exams together, as of a time, for one person and for many", async () => {
	const agencyId = await makeAgency("9100");
	const { versionId } = await makeCourse(agencyId, "terukur");
	const [able, new_, none] = [
		await makePerson(agencyId),
		await makePerson(agencyId),
		await makePerson(agencyId),
	];
	await makeNationalBank(14);
	await sitPlacement({ personId: able, agencyId }, () => true, NOW);
	const placed = await measuredLevel(able, "D3.1", NOW);
	expect(placed).toMatchObject({ sources: ["placement"], ageDays: 0, measuredAt: NOW });
	expect(placed?.level).toBeGreaterThanOrEqual(1);
	expect(await measuredLevel(able, "D3.1", NOW - 1)).toBeNull();

	const sat = async (personId: string, milliPoints: number, at: number) => {
		const id = uuid();
		const own = { id, personId, agencyId, versionId, enrolmentId: `${personId} ${at}`, number: 1 };
		const times = { startedAt: at, deadlineAt: at, submittedAt: at, closedAt: at };
		await db.insert(attempts).values({ ...own, ...times, state: "submitted" });
		const bank = await db.select().from(items).where(eq(items.versionId, versionId));
		const rows = bank.map((item, index) => ({ attemptId: id, position: index + 1, itemId: item.id }));
		await db.insert(attemptItems).values(rows.map((row) => ({ ...row, optionOrder: [], milliPoints })));
	};
	await sat(able, 0, NOW + DAY);
	await sat(new_, 1000, NOW + DAY);
	const both = await measuredLevel(able, "D3.1", NOW + 2 * DAY);
	expect(both).toMatchObject({ sources: ["exam", "placement"], ageDays: 1 });
	expect(both?.ability).toBeLessThan(placed?.ability as number);
	expect(both?.standardError).toBeLessThan(placed?.standardError as number);
	// Six right answers at level 1 show level 1, whatever the ability.
	expect(await measuredLevel(new_, "D3.1", NOW + 2 * DAY)).toMatchObject({ level: 1, sources: ["exam"] });
	expect(await measuredLevel(new_, "D1.1", NOW + 2 * DAY)).toBeNull();

	const all = await measuredLevels([able, new_, none], NOW + 2 * DAY);
	expect([...all.keys()].sort()).toEqual([able, new_].sort());
	expect(all.get(able)?.get("D3.1")).toEqual(both);
	const further = async () => [
		{
			personId: none,
			competence: "D5.1",
			source: "exam" as const,
			mean: 1,
			variance: 0.2,
			topLevel: 4,
			at: NOW,
		},
	];
	expect(await measuredLevel(none, "D5.1", NOW, [...levelSources, further])).toMatchObject({ level: 2 });
});
