import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { placementBank } from "#app/assessment/placement/bank.server.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import {
	applyProposal,
	parameterVersions,
	proposeRecalibration,
	waitingProposal,
} from "#app/assessment/placement/proposals.server.ts";
import { applyRecalibration, previewRecalibration } from "#app/assessment/placement/recalibrate.server.ts";
import { db } from "#db/client.server.ts";
import {
	auditLog,
	placementItems,
	placementProposals,
	placementResults,
	placementSittings,
} from "#db/schema/index.ts";
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

describe("the job's proposal", () => {
	const usual = placementPolicyAt(NOW);
	const policy = { ...usual, recalibration: { ...usual.recalibration, minAnswers: 2 } };
	const actor = { id: null, name: "uji" };
	const propose = async () => {
		await proposeRecalibration(NOW, policy);
		const proposal = await waitingProposal();
		if (!proposal) throw new Error("there is no proposal");
		return proposal;
	};
	const apply = (proposalId: string) =>
		transaction((tx) => applyProposal(tx, { proposalId, actor, reason: "Cukup jawaban.", now: NOW }));

	it("replaces one that nobody applied, is applied once, and then proposes nothing new", async () => {
		const first = await propose();
		const second = await propose();
		expect(second.changes.length).toBeGreaterThan(0);
		expect({ ...second, id: first.id }).toEqual(first);
		expect(await apply(first.id)).toBeNull();
		expect(await apply(second.id)).toBe(second.parameterVersion + 1);
		expect(await apply(second.id)).toBeNull();
		expect(await waitingProposal()).toBeNull();
		// The same answers a second time: they are not counted twice.
		const third = await propose();
		expect(third).toMatchObject({ changes: [], parameterVersion: second.parameterVersion + 1 });
		expect(await apply(third.id)).toBeNull();
		const kept = await db.select().from(placementProposals);
		expect(kept.map(({ appliedAs }) => appliedAs).sort()).toEqual([second.parameterVersion + 1, null]);
		const [version] = await parameterVersions();
		expect(version).toMatchObject({ number: second.parameterVersion + 1, reason: "Cukup jawaban." });
	});

	it("cannot be applied once other parameters are in force", async () => {
		const agencyId = await makeAgency("9201");
		for (const parity of [0, 1])
			await sitPlacement({ personId: await makePerson(agencyId), agencyId }, (n) => n % 2 === parity, NOW);
		const proposal = await propose();
		expect(proposal).toMatchObject({ isOutdated: false });
		expect(proposal.changes.length).toBeGreaterThan(0);
		const by = { actorId: null, actorName: "bin/cakap", reason: "Lebih dahulu.", now: NOW };
		await transaction((tx) => applyRecalibration(tx, proposal, by));
		expect((await waitingProposal())?.isOutdated).toBe(true);
		expect(await apply(proposal.id)).toBeNull();
	});

	it("says from how few answers it comes when they do not suffice", async () => {
		await proposeRecalibration(NOW);
		const proposal = await waitingProposal();
		expect(proposal).toMatchObject({ changes: [], tooFew: 20 });
		expect(proposal?.sittings).toBeGreaterThan(2);
	});
});
