import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { certificatesOf } from "#app/certification/find.server.ts";
import { schemeOf, setScheme } from "#app/certification/schemes.server.ts";
import { db } from "#db/client.server.ts";
import { agencies, auditLog, certificates } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";

const actor = { id: null, name: "Uji" };

async function ground(code: string) {
	const agencyId = await makeAgency(code);
	const course = await makeCourse(agencyId, `nomor-${code.toLowerCase()}`);
	const pass = async (now = NOW) => {
		const personId = await makePerson(agencyId);
		await passExam({ ...course, personId, agencyId, now });
		return (await certificatesOf(personId))[0]?.number;
	};
	return { agencyId, pass };
}
const choose = (agencyId: string, scheme: string) =>
	transaction((tx) => setScheme(tx, { agencyId, scheme, actor, now: NOW }));

it("an agency's scheme numbers what is issued from then on; the sequence of the year goes on", async () => {
	const { agencyId, pass } = await ground("S1");
	expect(await pass()).toBe("000001/NS/S1/XI/2026");
	await choose(agencyId, "{tahun}.{instansi}.{urut}");
	expect(await pass()).toBe("2026.S1.000002");
	expect(await pass(Date.UTC(2027, 0, 4, 3))).toBe("2027.S1.000001");
	const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, agencyId));
	expect(acts).toMatchObject([
		{ action: "certificate.scheme", detail: { after: "{tahun}.{instansi}.{urut}" } },
	]);
	await expect(choose(agencyId, "{urut}")).rejects.toThrow(RangeError);
	expect(await reading((tx) => schemeOf(tx, agencyId))).toBe("{tahun}.{instansi}.{urut}");
});

it("many at once get numbers without gaps or doubles", async () => {
	const { agencyId, pass } = await ground("S2");
	await choose(agencyId, "{urut}-{instansi}-{tahun}");
	const numbers = await Promise.all(Array.from({ length: 12 }, () => pass()));
	const expected = Array.from({ length: 12 }, (_, n) => `${String(n + 1).padStart(6, "0")}-S2-2026`);
	expect([...numbers].sort()).toEqual(expected);
});

it("a number that another agency's scheme has spelt out is passed over, and no award fails", async () => {
	const one = await ground("S3");
	const other = await ground("S3-X");
	await choose(one.agencyId, "{urut}-{instansi}-X-{tahun}");
	await choose(other.agencyId, "{urut}-{instansi}-{tahun}");
	expect(await one.pass()).toBe("000001-S3-X-2026");
	expect(await other.pass()).toBe("000002-S3-X-2026");
	const all = await db
		.select({ number: certificates.number })
		.from(certificates)
		.innerJoin(agencies, eq(agencies.id, certificates.issuerId));
	expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
});
