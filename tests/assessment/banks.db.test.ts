import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { markAskedHashes } from "#app/assessment/markAskedHashes.server.ts";
import { loadNationalBank, nationalItems } from "#app/assessment/nationalBank.server.ts";
import { askedHash } from "#app/catalog/askedHash.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { db } from "#db/client.server.ts";
import { items } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, NOW, someItems } from "#tests/support/make/course.ts";

it("keeps item versions of the national bank as they are; a changed one is another", async () => {
	const [first, second, third] = someItems();
	if (!first || !second || !third) throw new Error("no items");
	const load = (bank: (typeof third)[], now = NOW) => transaction((tx) => loadNationalBank(tx, bank, now));
	expect(await load([first, second])).toEqual({ added: 2, retired: 0 });
	const before = await nationalItems();
	expect(before.map(({ item }) => item)).toEqual([first, second]);
	expect(await load([second, first])).toEqual({ added: 0, retired: 0 });
	expect(await nationalItems()).toEqual(before);

	const mended = { ...second, rationale: "Karena demikian." };
	expect(await load([mended, third], NOW + 1)).toEqual({ added: 2, retired: 2 });
	const after = await nationalItems();
	expect(after.map(({ item }) => item)).toEqual([mended, third]);
	expect(after[0]?.askedHash).toBe(before[1]?.askedHash);
	expect(after[0]?.id).not.toBe(before[1]?.id);
	const old = await db
		.select()
		.from(items)
		.where(eq(items.id, before[1]?.id ?? ""));
	expect(old).toMatchObject([{ content: second, versionId: null, retiredAt: NOW + 1 }]);
});

it("gives an unchanged item the same hash in every version of a course, and older rows theirs afterwards", async () => {
	const agencyId = await makeAgency("3273");
	const { courseId, versionId, facts } = await makeCourse(agencyId, "siber");
	const [first, ...rest] = someItems();
	if (!first) throw new Error("no items");
	const parts = { facts, lessons: [], media: [], items: [{ ...first, stem: "Apa?" }, ...rest] };
	const next = await transaction((tx) =>
		publishVersion(tx, { ...parts, courseId, publishedBy: null, now: NOW }),
	);
	const hashes = async (version: string) => {
		const rows = await db.select().from(items).where(eq(items.versionId, version));
		return new Map(rows.map(({ code, askedHash: hash }) => [code, hash]));
	};
	const [old, now] = [await hashes(versionId), await hashes(next.versionId)];
	expect([...now].filter(([code, hash]) => old.get(code) === hash).length).toBe(rest.length);
	await db.update(items).set({ askedHash: "" }).where(eq(items.versionId, versionId));
	await markAskedHashes();
	expect(await hashes(versionId)).toEqual(old);
	expect(old.get(first.code)).toBe(askedHash(first));
});
