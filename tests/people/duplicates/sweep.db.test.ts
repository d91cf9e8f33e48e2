import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { dismissCandidate, openCandidates } from "#app/people/duplicates/candidates.server.ts";
import { findDuplicates } from "#app/people/duplicates/sweep.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, duplicateCandidates } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";

it("pairs are found a few at a time, kept apart by agency, and stay dismissed", async () => {
	const here = await makeAgency("D001");
	const there = await makeAgency("D002");
	const [one, two, far] = [
		await makePerson(here, "Ganda Sekali"),
		await makePerson(here, "Ganda Sekaly"),
		await makePerson(there, "Ganda Sekali"),
	];
	await makePerson(there, "Orang Lain");
	// All have one birth date: a group that fills a run is taken as far as it goes.
	for (let run = 0; run < 4; run++) await findDuplicates(NOW, 100);
	const nation = { kind: "nation" } as const;
	const pairs = (await openCandidates(nation, 99)).map(({ oneId, otherId }) =>
		[oneId, otherId].sort().join(),
	);
	expect(pairs.sort()).toEqual(
		[
			[one, two],
			[one, far],
			[two, far],
		]
			.map((pair) => pair.sort().join())
			.sort(),
	);
	const own = { kind: "agency", agencyId: here } as const;
	expect(await openCandidates(own, 99)).toHaveLength(1);
	expect(await openCandidates({ kind: "agency", agencyId: there }, 99)).toEqual([]);
	expect(await openCandidates({ kind: "unit", agencyId: here, unitIds: ["u"] }, 99)).toEqual([]);
	const [pair] = await openCandidates(own, 99);
	if (!pair) throw new Error("no pair");
	const by = { actor: { id: null, name: "Uji" }, now: NOW };
	const dismiss = (scope: Parameters<typeof dismissCandidate>[2]["scope"]) =>
		transaction((tx) => dismissCandidate(tx, pair, { ...by, scope }));
	expect(await dismiss({ kind: "agency", agencyId: there })).toBe(false);
	expect(await dismiss(own)).toBe(true);
	expect(await dismiss(own)).toBe(false);
	await findDuplicates(NOW + 1, 100);
	expect(await openCandidates(own, 99)).toEqual([]);
	expect(await openCandidates(nation, 99)).toHaveLength(2);
	const rows = await db.select().from(duplicateCandidates).where(eq(duplicateCandidates.oneId, pair.oneId));
	expect(rows.find(({ otherId }) => otherId === pair.otherId)?.dismissedBy).toBe("Uji");
	const acts = await db.select().from(auditLog).where(eq(auditLog.action, "person.distinct"));
	expect(acts).toHaveLength(1);
});
