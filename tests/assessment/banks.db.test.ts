import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { markAskedHashes } from "#app/assessment/markAskedHashes.server.ts";
import { loadNationalBank, nationalItems } from "#app/assessment/nationalBank.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { askedHash } from "#app/catalog/askedHash.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { db } from "#db/client.server.ts";
import { attempts, items } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW, someFacts, someItems } from "#tests/support/make/course.ts";

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

describe("an attempt's draw", () => {
	const nation = someItems().slice(0, 3);
	const national = nation.map((item, n) => ({
		...item,
		code: `nas-${n}`,
		competence: "D3.4",
		stem: `Nas ${n}?`,
	}));
	const blueprint = [
		{ competence: "D3.1", level: 1, count: 2 },
		{ competence: "D3.4", level: 1, count: 1, from: "national" as const },
	];

	async function sittings(slug: string) {
		const agencyId = await makeAgency(slug);
		const exam = { ...someFacts(slug).exam, attempts: 20, waitHours: 0, blueprint };
		const course = await makeCourse(agencyId, slug, { exam });
		const personId = await makePerson(agencyId);
		const sit = async (versionId: string, now: number) => {
			const own = { personId, agencyId, unitId: null, courseId: course.courseId, versionId };
			const rest = {
				enrolmentId: `${slug} ${versionId}`,
				rules: exam,
				lateWindowMs: 0,
				now,
				random: Math.random,
			};
			const started = await transaction((tx) => startAttempt(tx, { ...own, ...rest }));
			if (started.attemptId === null) return started.entry.kind;
			const state = { state: "submitted" as const, submittedAt: now, passed: 0 };
			await db.update(attempts).set(state).where(eq(attempts.id, started.attemptId));
			const codes = (await drawnItems(started.attemptId)).map(({ item }) => item.code);
			return codes.map((code) => (code === "lain" ? "uji-2" : code)).sort();
		};
		return { ...course, exam, sit };
	}

	it("avoids what the person has met at any version, then takes what was met longest ago, national items too", async () => {
		await transaction((tx) => loadNationalBank(tx, national, NOW));
		const { courseId, versionId, facts, sit } = await sittings("undian");
		const first = await sit(versionId, NOW);
		const parts = { facts, lessons: [], media: [], courseId, publishedBy: null, now: NOW };
		// The next version: one item revised, one under another code.
		const bank = someItems().map((item, n) => ({
			...item,
			...(n === 0 ? { stem: "Baru?" } : n === 1 ? { code: "lain" } : {}),
		}));
		const next = await transaction((tx) => publishVersion(tx, { ...parts, items: bank }));
		const second = await sit(next.versionId, NOW + 1);
		const third = await sit(next.versionId, NOW + 2);
		const met = [...first, ...second, ...third];
		expect(met).toHaveLength(9);
		expect(new Set(met).size).toBe(9);
		expect(await sit(next.versionId, NOW + 3)).toEqual(first);
	});

	it("begins nothing, and uses up no attempt, when the national bank has shrunk too far", async () => {
		await transaction((tx) => loadNationalBank(tx, national, NOW));
		const { versionId, sit } = await sittings("menyusut");
		await transaction((tx) => loadNationalBank(tx, [], NOW));
		expect(await sit(versionId, NOW)).toBe("too-few-items");
		expect(await db.select().from(attempts).where(eq(attempts.versionId, versionId))).toEqual([]);
	});
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
