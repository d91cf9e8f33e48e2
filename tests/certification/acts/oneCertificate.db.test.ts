import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { reinstateCertificate } from "#app/certification/acts/reinstate.server.ts";
import { reissueCertificate } from "#app/certification/acts/reissue.server.ts";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import { findDocument } from "#app/certification/document/find.server.ts";
import { makeDocument } from "#app/certification/document/make.server.ts";
import { certificateOfEnrolment, certificatesOf, verifyCode } from "#app/certification/find.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { publicCertificate } from "#app/certification/public.ts";
import { readStored } from "#app/http/files.server.ts";
import { jpByYear } from "#app/learning/jpOfYear.server.ts";
import { openNotices } from "#app/learning/notices.server.ts";
import { db } from "#db/client.server.ts";
import { activity, auditLog, certificates, identifiers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makePerson, NOW } from "#tests/support/make/course.ts";
import { pdfTexts } from "#tests/support/pdfText.ts";
import { actor, certificate, issuer, reason, rename } from "./ground.ts";

const NEXT_YEAR = Date.UTC(2027, 1, 3, 4);
const order = (certificateId: string, now = NOW) => ({ certificateId, reason, actor, now });
const revoke = (id: string, now?: number) => transaction((tx) => revokeCertificate(tx, order(id, now)));
const reinstate = (id: string, now?: number) => transaction((tx) => reinstateCertificate(tx, order(id, now)));
const reissue = (id: string, now?: number) => transaction((tx) => reissueCertificate(tx, order(id, now)));
const told = async (code: string, now = NOW) => {
	const found = await verifyCode(code);
	return found && publicCertificate(found, now);
};

describe("reinstating a certificate", () => {
	it("makes it valid again, with its hours in the year that they were counted for", async () => {
		const { award } = await issuer();
		const { id, code, personId } = await award();
		expect(await reinstate(id)).toBe(false);
		await revoke(id, NEXT_YEAR);
		expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 0 }]);
		expect(await reinstate(id, NEXT_YEAR)).toBe(true);
		expect(await reinstate(id, NEXT_YEAR)).toBe(false);
		expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 2 }]);
		expect(await told(code)).toMatchObject({ status: "valid", revokedOn: "", revokedReason: "" });
		const audited = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
		expect(audited.map(({ action }) => action).sort()).toEqual([
			"certificate.reinstate",
			"certificate.revoke",
		]);
		expect((await openNotices(personId)).map(({ kind }) => kind)).toContain("certificate-reinstated");
		expect((await certificate(id)).remindOn).not.toBeNull();
	});

	it("leaves what fell with the repair of an item, which rises with it", async () => {
		const { award } = await issuer();
		const { id } = await award();
		const fall = { ...order(id), repairId: "perbaikan" };
		await transaction((tx) => revokeCertificate(tx, fall));
		expect(await reinstate(id)).toBe(false);
		expect((await certificate(id)).revokedByRepairId).toBe("perbaikan");
	});
});

describe("reissuing a certificate", () => {
	it("corrects the name under a new number and code; the old one leads to it, and hours count once", async () => {
		const { award } = await issuer();
		const old = await award();
		await rename(old.personId, "Sari Uji Lestari");
		const newId = await reissue(old.id, NEXT_YEAR);
		const fresh = await certificate(newId ?? "");
		expect(fresh.print).toEqual({ ...old.print, name: "Sari Uji Lestari", issuedOn: "2027-02-03" });
		expect(fresh).toMatchObject({ replacesId: old.id, revokedAt: null, validUntil: old.validUntil });
		expect(fresh.number).toMatch(/^000001\/.+\/II\/2027$/);
		expect(fresh.code).not.toBe(old.code);
		expect(await told(old.code, NEXT_YEAR)).toMatchObject({
			status: "replaced",
			replacedBy: fresh.number,
			revokedReason: reason,
			name: "Sari Uji",
		});
		expect(await told(fresh.code, NEXT_YEAR)).toMatchObject({ status: "valid", name: "Sari Uji Lestari" });
		expect(await jpByYear(old.personId)).toEqual([{ year: 2026, jp: 2 }]);
		expect((await certificateOfEnrolment(old.enrolmentId))?.id).toBe(newId);
		expect([(await certificate(old.id)).remindOn, fresh.remindOn]).toEqual([null, old.remindOn]);
		const [notice] = await openNotices(old.personId);
		expect(notice).toMatchObject({ kind: "certificate-reissued", data: { number: fresh.number, reason } });

		expect(await reinstate(old.id, NEXT_YEAR)).toBe(false);
		await revoke(fresh.id, NEXT_YEAR);
		expect(await jpByYear(old.personId)).toEqual([{ year: 2026, jp: 0 }]);
		await reinstate(fresh.id, NEXT_YEAR);
		expect(await jpByYear(old.personId)).toEqual([{ year: 2026, jp: 2 }]);
		const facts = await db.select().from(activity).where(eq(activity.personId, old.personId));
		const count = (kind: string) => facts.filter((fact) => fact.kind === kind).length;
		expect([count("certificate.issued"), count("certificate.reissued")]).toEqual([1, 1]);
		expect(facts.reduce((sum, { jp }) => sum + jp, 0)).toBe(2);
	});

	it("takes a new number of the person along, and prints which certificate it replaces", async () => {
		const { award } = await issuer();
		const old = await award();
		const own = and(eq(identifiers.personId, old.personId), eq(identifiers.kind, "NIP"));
		const [number] = await db.select().from(identifiers).where(own);
		const value = `1999${number?.value.slice(4)}`;
		await db.update(identifiers).set({ value }).where(own);
		const newId = (await reissue(old.id)) ?? "";
		expect((await certificate(newId)).print).toMatchObject({ identifier: value, name: old.print.name });
		await makeDocument({ certificateId: newId, lang: "id", origin: "https://cakap.example.go.id", now: NOW });
		const bytes = await readStored((await findDocument(newId, "id"))?.hash ?? "");
		const text = pdfTexts(bytes ?? Buffer.from("")).join(" ");
		expect(text).toContain(`Menggantikansertifikatnomor${old.number}`.replace(/\s+/g, ""));
	});

	it("is done once, and not at all when nothing differs or the certificate is not in force", async () => {
		const { award } = await issuer();
		const old = await award();
		expect(await reissue(old.id)).toBeNull();
		await rename(old.personId, "Sari Uji Baru");
		await revoke(old.id);
		expect(await reissue(old.id)).toBeNull();
		await reinstate(old.id);
		const made = await Promise.all([1, 2, 3].map(() => reissue(old.id)));
		expect(made.filter((id) => id !== null)).toHaveLength(1);
		expect(await certificatesOf(old.personId)).toHaveLength(2);
		expect(await jpByYear(old.personId)).toEqual([{ year: 2026, jp: 2 }]);
		expect(await reissue("tidak-ada")).toBeNull();
	});

	it("stays the one certificate of its exam, however often that is handed in", async () => {
		const { award } = await issuer();
		const old = await award();
		await rename(old.personId, "Sari Uji Baru");
		const newId = await reissue(old.id);
		const { attemptId, personId } = old;
		const competenceName = (code: string) => code;
		const finished = await transaction((tx) =>
			finishExam(tx, { attemptId, personId, competenceName, now: NOW }),
		);
		expect(finished?.certificateId).toBe(newId);
		const own = eq(certificates.enrolmentId, old.enrolmentId);
		expect(await db.select().from(certificates).where(own)).toHaveLength(2);
	});

	it("moves no hours where a merge of records counted them once already", async () => {
		const { award } = await issuer();
		const old = await award();
		await revoke(old.id);
		// Its hours are gone while it is in force: as of a certificate that two merged records both had.
		await db
			.update(certificates)
			.set({ revokedAt: null, revokedReason: null })
			.where(eq(certificates.id, old.id));
		await rename(old.personId, "Sari Uji Baru");
		expect(await reissue(old.id)).not.toBeNull();
		expect(await jpByYear(old.personId)).toEqual([{ year: 2026, jp: 0 }]);
	});

	it("another person's record changes nothing", async () => {
		const { award, agencyId } = await issuer();
		const old = await award();
		await rename(await makePerson(agencyId), "Orang Lain");
		expect(await reissue(old.id)).toBeNull();
	});
});
