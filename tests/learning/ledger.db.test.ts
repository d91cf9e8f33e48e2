import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { documentSigner } from "#app/certification/signing/authority.server.ts";
import { readSignedPdf, signPdf } from "#app/certification/signing/signedPdf.ts";
import { creditJp } from "#app/learning/creditJp.server.ts";
import { jpRecords, yearOf } from "#app/learning/ledger/record.server.ts";
import { agencyJp } from "#app/records/jp/agencyJp.server.ts";
import { ownJp } from "#app/records/jp/ownJp.server.ts";
import { statementPdf } from "#app/records/jp/statementPdf.server.ts";
import { db } from "#db/client.server.ts";
import { jpLedger, memberships, units } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";
import { pdfText } from "#tests/support/pdfText.ts";

const zone = "Asia/Jakarta";
const earn = (personId: string, agencyId: string, jp: number, id = uuid()) =>
	transaction((tx) =>
		creditJp(tx, { personId, agencyId, jp, sourceKind: "certificate", sourceId: id, form: 16, now: NOW }),
	).then(() => id);

it("a reversal names what it takes back, counts for the same day, and leaves nothing behind", async () => {
	const agencyId = await makeAgency("L001");
	const personId = await makePerson(agencyId);
	const id = await earn(personId, agencyId, 6);
	const fact = { personId, agencyId, jp: -6, sourceKind: "revocation", sourceId: `${id}:satu` } as const;
	const later = NOW + 90 * 86_400_000;
	await transaction((tx) => creditJp(tx, { ...fact, creditedFor: NOW, now: later }));
	const rows = await db.select().from(jpLedger).where(eq(jpLedger.personId, personId));
	const [first, second] = rows.sort((a, b) => b.jp - a.jp);
	expect(second).toMatchObject({ reversalOf: first?.id, countedOn: "2026-11-24", year: 2026 });
	const record = (await reading((tx) => jpRecords(tx, [personId], zone))).get(personId);
	expect(record && yearOf(record, 2026)).toMatchObject({
		earned: 0,
		items: [{ about: id, jp: 0, why: "taken-back" }],
	});
});

it("rows from before days were kept count as they did", async () => {
	const agencyId = await makeAgency("L002");
	const personId = await makePerson(agencyId);
	const old = (year: number, creditedAt: number) => ({
		...{ id: uuid(), personId, agencyId, year, jp: 3, creditedAt },
		...{ sourceKind: "certificate" as const, sourceId: uuid() },
	});
	await db.insert(jpLedger).values([old(2026, NOW), old(2025, NOW)]);
	const own = await ownJp(personId, 2026, zone);
	expect(own).toMatchObject({ earned: 3, years: [2026, 2025], items: [{ day: "2026-11-24" }] });
	expect(await ownJp(personId, 2025, zone)).toMatchObject({ earned: 3, items: [{ day: "2025-12-31" }] });
});

it("the agency's list holds those who are below in the scope's units, a page at a time, and nobody else", async () => {
	const agencyId = await makeAgency("L003");
	const unitId = uuid();
	const unit = { agencyId, parentId: null, code: "U1", name: "Unit Satu", level: 1, sortKey: "unit satu" };
	await db.insert(units).values({ ...unit, id: unitId, validFrom: "2020-01-01" });
	const people: string[] = [];
	for (const name of ["Adi", "Budi", "Cici", "Dodi"]) people.push(await makePerson(agencyId, name));
	const [adi = "", budi = "", , dodi = ""] = people;
	for (const one of [adi, budi, dodi])
		await db.update(memberships).set({ unitId }).where(eq(memberships.personId, one));
	await earn(budi, agencyId, 20);
	const stranger = await makePerson(await makeAgency("L004"), "Eka");
	const scope = { kind: "unit", agencyId, unitIds: [unitId] } as const;
	const asked = { scope, unitId: "", year: 2026, onlyBelow: true, timeZone: zone, now: NOW };
	const first = await agencyJp(asked, null, 1);
	expect(first.rows.map(({ personId, missing }) => [personId, missing])).toEqual([[adi, 20]]);
	const second = await agencyJp(asked, first.next, 1);
	expect(second.rows.map(({ personId }) => personId)).toEqual([dodi]);
	const all = await agencyJp({ ...asked, scope: { kind: "agency", agencyId }, onlyBelow: false }, null, 50);
	expect(all.rows.map(({ personId }) => personId)).toEqual(people);
	expect(all.rows.map(({ personId }) => personId)).not.toContain(stranger);
});

it("the statement says what the page says, in the reader's language", async () => {
	const agencyId = await makeAgency("L005");
	const personId = await makePerson(agencyId);
	for (let n = 0; n < 60; n++) await earn(personId, agencyId, 1);
	const jp = await ownJp(personId, 2026, zone);
	const holder = { name: "Sari Uji", agencyName: "Kota Uji", lang: "id", timeZone: zone, now: NOW } as const;
	const text = await pdfText(await statementPdf(jp, { ...holder, isSigned: false }));
	expect(text).toContain("Surat keterangan jam pelajaran tahun 2026");
	expect(text).toContain("60 dari paling sedikit 20 JP");
	expect(text).toContain("Jumlah: 60 JP");
	const signer = documentSigner(NOW);
	const signed = signPdf(await statementPdf(jp, { ...holder, isSigned: true }), signer);
	expect(readSignedPdf(signed, [signer.authority]).kind).toBe("intact");
	signed[signed.length >> 1] = (signed[signed.length >> 1] ?? 0) ^ 1;
	expect(readSignedPdf(signed, [signer.authority]).kind).toBe("changed");
});
