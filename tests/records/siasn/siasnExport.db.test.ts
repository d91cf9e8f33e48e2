import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { reinstateCertificate } from "#app/certification/acts/reinstate.server.ts";
import { reissueCertificate } from "#app/certification/acts/reissue.server.ts";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import { certificatesOf } from "#app/certification/find.server.ts";
import { putFile, recordFile } from "#app/http/files.server.ts";
import { recognise } from "#app/records/elsewhere/decide.server.ts";
import { handIn } from "#app/records/elsewhere/handIn.server.ts";
import { advanceSiasnExport } from "#app/records/siasn/advance.server.ts";
import { beginSiasnExport } from "#app/records/siasn/begin.server.ts";
import {
	findSiasnExport,
	siasnExportsOf,
	siasnRowsOf,
	waitingPeople,
} from "#app/records/siasn/view.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, people } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";
import { actor, exporter, pnsId } from "./ground.ts";

const HOUR = 3_600_000;
const reason = "Alasan yang cukup panjang.";

describe("an export to SIASN", () => {
	it("holds what is new, once; who lacks a PNS ID waits and comes with the next one by themselves", async () => {
		const { agencyId, award, made } = await exporter();
		const one = await award();
		const waits = await award(false);
		const first = await made(NOW + HOUR);
		expect(first.found).toMatchObject({ state: "done", added: 1, removed: 0, waiting: 1 });
		expect(first.added).toMatchObject([
			{ nomorSertipikat: one.number, jumlahJam: 2, tahunKursus: 2026, tanggalSelesaiKursus: "24-11-2026" },
		]);
		expect(await waitingPeople(agencyId, 10)).toMatchObject([{ id: waits.personId }]);

		const again = await made(NOW + 2 * HOUR);
		expect(again.found).toMatchObject({ added: 0, removed: 0, waiting: 1 });

		await pnsId(waits.personId, "PNS-TERLAMBAT");
		const third = await made(NOW + 100 * 24 * HOUR);
		expect(third.added).toMatchObject([{ nomorSertipikat: waits.number, pnsOrangId: "PNS-TERLAMBAT" }]);
		expect(third.found).toMatchObject({ added: 1, waiting: 0 });
		expect(await siasnExportsOf(agencyId)).toHaveLength(3);
		expect(await siasnRowsOf(first.id, "added")).toEqual(first.added);
		const audited = await db.select().from(auditLog).where(eq(auditLog.agencyId, agencyId));
		expect(audited.filter(({ action }) => action === "siasn.export")).toHaveLength(3);
	});

	it("lists what was revoked as taken back, and has it anew when it is reinstated", async () => {
		const { award, made } = await exporter();
		const one = await award();
		const first = await made(NOW + HOUR);
		const order = { certificateId: one.id, reason, actor };
		await transaction((tx) => revokeCertificate(tx, { ...order, now: NOW + 2 * HOUR }));
		const second = await made(NOW + 3 * HOUR);
		expect(second).toMatchObject({ added: [], removed: first.added });
		await transaction((tx) => reinstateCertificate(tx, { ...order, now: NOW + 4 * HOUR }));
		expect(await made(NOW + 5 * HOUR)).toMatchObject({ added: first.added, removed: [] });
		// Back and forth between two exports is nothing.
		await transaction((tx) => revokeCertificate(tx, { ...order, now: NOW + 6 * HOUR }));
		await transaction((tx) => reinstateCertificate(tx, { ...order, now: NOW + 7 * HOUR }));
		expect(await made(NOW + 8 * HOUR)).toMatchObject({ added: [], removed: [] });
	});

	it("takes a replaced certificate out and has the one in its stead, with its number", async () => {
		const { award, made } = await exporter();
		const one = await award();
		await made(NOW + HOUR);
		await db.update(people).set({ name: "Sari Diperbaiki" }).where(eq(people.id, one.personId));
		const order = { certificateId: one.id, reason, actor, now: NOW + 2 * HOUR };
		await transaction((tx) => reissueCertificate(tx, order));
		const fresh = (await certificatesOf(one.personId)).find(({ replacesId }) => replacesId === one.id);
		expect(await made(NOW + 3 * HOUR)).toMatchObject({
			removed: [{ nomorSertipikat: one.number }],
			added: [{ nomorSertipikat: fresh?.number, jumlahJam: 2 }],
		});
	});

	it("has learning elsewhere as far as it was recognised, under its own organiser and number", async () => {
		const { agencyId, made } = await exporter();
		const personId = await makePerson(agencyId);
		const adminId = await makePerson(agencyId, "Pengelola");
		await pnsId(personId, "PNS-LUAR");
		const stored = await putFile(Buffer.from(`%PDF-1.7 ${personId}`));
		await transaction((tx) => recordFile(tx, { ...stored, mediaType: "application/pdf", now: NOW }));
		const piece = await transaction((tx) =>
			handIn(tx, {
				...{
					personId,
					agencyId,
					unitId: null,
					title: "Analisis Data",
					issuer: "Balai Diklat",
					number: "12/BD",
				},
				...{ startedOn: "2026-03-02", finishedOn: "2026-03-06", jp: 12, form: 3, now: NOW },
				...{ fileHash: stored.hash, fileType: "application/pdf", fileBytes: stored.bytes },
			}),
		);
		if (typeof piece === "string") throw new Error(piece);
		const scope = { kind: "agency", agencyId } as const;
		const decision = { id: piece.id, scope, actor: { id: adminId, name: "Uji" }, reason, now: NOW };
		expect(await transaction((tx) => recognise(tx, decision, 8))).toBe(true);
		const { added } = await made(NOW + HOUR);
		expect(added).toMatchObject([
			{
				...{ namaKursus: "Analisis Data", institusiPenyelenggara: "Balai Diklat", nomorSertipikat: "12/BD" },
				...{ jumlahJam: 8, jenisDiklatId: "3", tanggalKursus: "02-03-2026", tahunKursus: 2026 },
			},
		]);
	});

	it("needs SIASN's ids of the agency, and is made one at a time", async () => {
		const bare = await makeAgency("SIASN-TANPA");
		const begin = (agencyId: string) =>
			transaction((tx) => beginSiasnExport(tx, { agencyId, actor, now: NOW }));
		expect(await begin(bare)).toEqual({ fault: "no-place" });
		const { agencyId, award } = await exporter();
		for (let n = 0; n < 3; n++) await award();
		const first = await begin(agencyId);
		expect(await begin(agencyId)).toEqual({ fault: "running" });
		if ("fault" in first) throw new Error(first.fault);
		// Two workers at once do nothing twice.
		await Promise.all([1, 2].map(() => advanceSiasnExport(first.id, () => NOW)));
		expect(await findSiasnExport(first.id, agencyId)).toMatchObject({ state: "done", added: 3 });
		expect(await siasnRowsOf(first.id, "added")).toHaveLength(3);
		expect(await findSiasnExport(first.id, bare)).toBeNull();
	});

	it("goes on where a stopped worker left it", async () => {
		const { agencyId, award } = await exporter();
		for (let n = 0; n < 4; n++) await award(n % 2 === 0);
		const begun = await transaction((tx) => beginSiasnExport(tx, { agencyId, actor, now: NOW + HOUR }));
		if ("fault" in begun) throw new Error(begun.fault);
		let now = NOW;
		for (let turn = 0; turn < 20; turn++)
			await advanceSiasnExport(begun.id, () => {
				now += 5000;
				return now;
			});
		expect(await findSiasnExport(begun.id, agencyId)).toMatchObject({ state: "done", added: 2, waiting: 2 });
	});
});
