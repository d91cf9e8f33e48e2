import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { reinstateFallen } from "#app/certification/acts/reinstate.server.ts";
import { reissueCertificate } from "#app/certification/acts/reissue.server.ts";
import { certificateOfEnrolment } from "#app/certification/find.server.ts";
import { beginRenewal } from "#app/certification/renewal/begin.server.ts";
import { withdrawPass } from "#app/certification/withdrawPass.server.ts";
import { jpByYear } from "#app/learning/jpOfYear.server.ts";
import { mergePeople } from "#app/records/merge/mergePeople.server.ts";
import { unmergePeople } from "#app/records/merge/unmergePeople.server.ts";
import { db } from "#db/client.server.ts";
import { certificates, renewals } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makePerson, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";
import { actor, certificate, issuer, reason, rename } from "./ground.ts";

async function reissued() {
	const ground = await issuer();
	const old = await ground.award();
	await rename(old.personId, "Sari Diperbaiki");
	const order = { certificateId: old.id, reason, actor, now: NOW };
	const id = await transaction((tx) => reissueCertificate(tx, order));
	return { ...ground, old, fresh: await certificate(id ?? "") };
}
const merging = (keptId: string, goneId: string) =>
	transaction((tx) => mergePeople(tx, { keptId, goneId, reason, own: null, actor, now: NOW + 1000 }));
const standing = async (personId: string) => {
	const rows = await db.select().from(certificates).where(eq(certificates.personId, personId));
	return rows.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id);
};

it("falls and rises with the repair of an item instead of the certificate that it replaced", async () => {
	const { old, fresh } = await reissued();
	const { attemptId, enrolmentId, personId } = fresh;
	const act = { kind: "apply", repairId: "perbaikan", protects: false, reason, actor } as const;
	await transaction((tx) => withdrawPass(tx, { attemptId, enrolmentId, act, now: NOW + 1000 }));
	expect(await certificate(fresh.id)).toMatchObject({ revokedByRepairId: "perbaikan" });
	expect(await certificate(old.id)).toMatchObject({ revokedByRepairId: null, replacedById: fresh.id });
	expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 0 }]);
	const rise = { certificateId: fresh.id, repairId: null, now: NOW + 2000 };
	expect(await transaction((tx) => reinstateFallen(tx, rise))).toBe(true);
	expect(await standing(personId)).toEqual([fresh.id]);
	expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 2 }]);
});

it("goes over in a merge of records with the one that it replaced, and comes back with it", async () => {
	const { agencyId, old, fresh } = await reissued();
	const kept = await makePerson(agencyId, "Sari Diperbaiki");
	const made = await merging(kept, old.personId);
	if ("fault" in made) throw new Error(made.fault);
	expect(await standing(kept)).toEqual([fresh.id]);
	expect((await certificate(old.id)).personId).toBe(kept);
	expect(await jpByYear(kept)).toEqual([{ year: 2026, jp: 2 }]);
	await transaction((tx) => unmergePeople(tx, made.id, { reason, actor, now: NOW + 2000 }));
	expect(await standing(old.personId)).toEqual([fresh.id]);
	expect((await certificateOfEnrolment(old.enrolmentId))?.id).toBe(fresh.id);
});

it("where both records had passed, hours count once, whichever of them holds the one that was issued anew", async () => {
	for (const isKept of [true, false]) {
		const { agencyId, course, old, fresh } = await reissued();
		const other = await makePerson(agencyId, "Sari Diperbaiki");
		await passExam({ ...course, personId: other, agencyId, now: NOW });
		const [keptId, goneId] = isKept ? [old.personId, other] : [other, old.personId];
		const made = await merging(keptId, goneId);
		if ("fault" in made) throw new Error(made.fault);
		expect(await jpByYear(keptId)).toEqual([{ year: 2026, jp: 2 }]);
		expect(await standing(keptId)).toHaveLength(2);
		expect((await certificate(fresh.id)).replacesId).toBe(old.id);
		await transaction((tx) => unmergePeople(tx, made.id, { reason, actor, now: NOW + 2000 }));
		for (const personId of [old.personId, other])
			expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 2 }]);
	}
});

it("takes the renewal along that its holder had begun", async () => {
	const { award } = await issuer();
	const old = await award();
	const soon = Date.UTC(2027, 10, 1, 3);
	const enrolment = { id: old.enrolmentId, courseId: old.courseId };
	expect(await transaction((tx) => beginRenewal(tx, { enrolment, way: "whole", now: soon }))).toBe("begun");
	await rename(old.personId, "Sari Diperbaiki");
	const order = { certificateId: old.id, reason, actor, now: soon };
	const id = await transaction((tx) => reissueCertificate(tx, order));
	const [renewal] = await db.select().from(renewals).where(eq(renewals.enrolmentId, old.enrolmentId));
	expect(renewal?.certificateId).toBe(id);
});
