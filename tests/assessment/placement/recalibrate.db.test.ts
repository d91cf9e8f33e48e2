import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { placementBank } from "#app/assessment/placement/bank.server.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { applyRecalibration, previewRecalibration } from "#app/assessment/placement/recalibrate.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, placementItems, placementResults, placementSittings } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";
import { makeNationalBank } from "#tests/support/make/nationalBank.ts";
import { sitPlacement } from "#tests/support/make/placement.ts";

it("shows what would change, changes it as a new version and leaves earlier results alone", async () => {
	const agencyId = await makeAgency("9200");
	await makeNationalBank(4);
	const sittingId = await sitPlacement({ personId: await makePerson(agencyId), agencyId }, () => true, NOW);
	await sitPlacement({ personId: await makePerson(agencyId), agencyId }, (n) => n % 2 === 0, NOW);
	const usual = placementPolicyAt(NOW);
	expect((await previewRecalibration(usual)).changes).toEqual([]);

	const policy = { ...usual, recalibration: { ...usual.recalibration, minAnswers: 2 } };
	const found = await previewRecalibration(policy);
	expect(found).toMatchObject({ parameterVersion: 0, sittings: 2 });
	expect(found.changes.length).toBeGreaterThan(0);
	expect((await placementBank(policy)).parameterVersion).toBe(0);

	const rowsOf = async () => ({
		items: await db.select().from(placementItems).where(eq(placementItems.sittingId, sittingId)),
		results: await db.select().from(placementResults).where(eq(placementResults.sittingId, sittingId)),
	});
	const before = await rowsOf();
	const by = { actorId: null, actorName: "uji", reason: "Cukup jawaban.", now: NOW };
	const apply = () => transaction((tx) => applyRecalibration(tx, found, by));
	expect(await apply()).toBe(1);
	// The same preview again: another version has come in between.
	expect(await apply()).toBeNull();
	expect(await rowsOf()).toEqual(before);
	const bank = await placementBank(policy);
	const [change] = found.changes;
	expect(bank.items.find(({ askedHash }) => askedHash === change?.askedHash)?.difficulty).toBe(change?.after);
	const later = await sitPlacement({ personId: await makePerson(agencyId), agencyId }, () => false, NOW);
	const [sitting] = await db.select().from(placementSittings).where(eq(placementSittings.id, later));
	expect(sitting?.parameterVersion).toBe(1);
	const acts = await db.select().from(auditLog).where(eq(auditLog.action, "placement.recalibrate"));
	expect(acts).toMatchObject([{ subjectId: "1", detail: { reason: "Cukup jawaban." } }]);
});
