import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { reissueCertificate } from "#app/certification/acts/reissue.server.ts";
import { designOf, setDesign } from "#app/certification/design/designs.server.ts";
import { findDocument } from "#app/certification/document/find.server.ts";
import { makeDocument } from "#app/certification/document/make.server.ts";
import { putFile, readStored } from "#app/http/files.server.ts";
import { loader } from "#app/routes/sertifikat.logo.$hash/route.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { NOW } from "#tests/support/make/course.ts";
import { somePng } from "#tests/support/make/pictures.ts";
import { pdfTexts } from "#tests/support/pdfText.ts";
import { actor, certificate, issuer, reason, rename } from "../acts/ground.ts";

const signatory = { name: "Ir. Dewi Anggraini, M.T.", position: "Kepala BKPSDM" };
const logo = async (side = 80) => ({ ...(await putFile(somePng(side, 60))), type: "image/png" as const });

async function designed() {
	const ground = await issuer();
	const set = (rest: Partial<Parameters<typeof setDesign>[1]>) =>
		transaction((tx) =>
			setDesign(tx, {
				...{ agencyId: ground.agencyId, unitName: "BKPSDM", signatory, logo: "keep", actor, now: NOW },
				...rest,
			}),
		);
	return { ...ground, set };
}

describe("an agency's design", () => {
	it("is shown by what is issued from then on, and by nothing before", async () => {
		const { award, set, agencyId } = await designed();
		const before = await award();
		const given = await logo();
		await set({ logo: given });
		const after = await award();
		expect(after.print).toMatchObject({
			...{ unitName: "BKPSDM", signatory, logo: { hash: given.hash, type: "image/png" } },
		});
		expect(after.print.issuerName).toBe(before.print.issuerName);
		expect((await certificate(before.id)).print).toEqual(before.print);
		expect(before.print.logo).toBeUndefined();
		const audited = await db.select().from(auditLog).where(eq(auditLog.subjectId, agencyId));
		expect(audited).toMatchObject([{ action: "certificate.design", detail: { unitName: "BKPSDM" } }]);
	});

	it("stays with a certificate whatever becomes of it, also when that is issued anew", async () => {
		const { award, set, agencyId } = await designed();
		const given = await logo();
		await set({ logo: given });
		const one = await award();
		await set({ logo: null, unitName: "", signatory: { name: "", position: "" } });
		expect(await reading((tx) => designOf(tx, agencyId))).toEqual({
			...{ unitName: "", signatory: { name: "", position: "" }, logo: null },
		});
		expect((await award()).print).not.toHaveProperty("logo");
		await rename(one.personId, "Sari Diperbaiki");
		const order = { certificateId: one.id, reason, actor, now: NOW };
		const fresh = await certificate((await transaction((tx) => reissueCertificate(tx, order))) ?? "");
		expect(fresh.print).toMatchObject({ unitName: "BKPSDM", signatory, logo: { hash: given.hash } });
	});

	it("keeps its logo while only words change, and is in the document: tagged, with what has to be read", async () => {
		const { award, set, agencyId } = await designed();
		await set({ logo: await logo() });
		await set({ unitName: "Badan Kepegawaian dan Pengembangan SDM" });
		expect((await reading((tx) => designOf(tx, agencyId))).logo).not.toBeNull();
		const one = await award();
		await makeDocument({
			certificateId: one.id,
			lang: "id",
			origin: "https://cakap.example.go.id",
			now: NOW,
		});
		const bytes = (await readStored((await findDocument(one.id, "id"))?.hash ?? "")) ?? Buffer.alloc(0);
		const texts = pdfTexts(bytes).join(" ");
		for (const said of ["BadanKepegawaiandanPengembanganSDM", one.number, one.code, signatory.position])
			expect(texts).toContain(said.replace(/\s+/g, ""));
		const raw = bytes.toString("latin1");
		expect(raw.match(/\/S \/Figure/g)).toHaveLength(2);
		expect(raw).toMatch(/\/Subtype \/Image/);
	});

	it("its logo is everybody's to see, and no other file of the store is", async () => {
		const { set } = await designed();
		const given = await logo(81);
		const ask = async (hash: string) => {
			try {
				const request = new Request("http://127.0.0.1:3000/");
				return (await loader({ request, params: { hash }, context: {} })).status;
			} catch (thrown) {
				return (thrown as Response).status;
			}
		};
		expect(await ask(given.hash)).toBe(404);
		await set({ logo: given });
		expect(await ask(given.hash)).toBe(200);
		await set({ logo: null });
		expect(await ask(given.hash)).toBe(200);
		for (const hash of ["0".repeat(64), "../../etc/passwd", ""]) expect(await ask(hash)).toBe(404);
	});
});
