import { v7 as uuid } from "uuid";
import type { Item } from "#app/assessment/item.ts";
import type { CourseFacts } from "#app/catalog/courseFacts.ts";
import { createCourse } from "#app/catalog/createCourse.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { db } from "#db/client.server.ts";
import { type AgencyKind, agencies } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";

/** 24 November 2026, 10.00 WIB. */
export const NOW = Date.UTC(2026, 10, 24, 3);

export async function makeAgency(code: string, kind: AgencyKind = "city"): Promise<string> {
	const id = uuid();
	const names = { name: `Instansi ${code}`, shortName: code, sortKey: code.toLowerCase() };
	const valid = { validFrom: "2020-01-01", source: "uji", needsCheck: false };
	await db.insert(agencies).values({ ...names, ...valid, id, code, kind, timeZone: "Asia/Jakarta" });
	return id;
}

let serial = 0;

/** A person with a NIP of their own, in that agency. */
export async function makePerson(agencyId: string, name = "Sari Uji", now = NOW): Promise<string> {
	serial++;
	const value = `19900101201501${1 + (serial % 2)}${String(serial).padStart(3, "0")}`;
	const post = {
		agencyId,
		unitId: null,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "Pengelola",
		grade: "III/a",
	} as const;
	const made = await transaction((tx) =>
		createPerson(tx, { name, identifiers: [{ kind: "NIP", value }], post, now }),
	);
	if (!made) throw new Error("the number is taken");
	return made.personId;
}

export const someFacts = (slug: string, rest: Partial<CourseFacts> = {}): CourseFacts => ({
	slug,
	title: `Pelatihan ${slug}`,
	summary: "Ringkas.",
	outcomes: ["Dapat menguji."],
	level: 1,
	competences: [{ code: "D3.1", level: 1 }],
	jp: 2,
	jpCalculation: [{ subject: "Mata satu", minutes: 90, jp: 2 }],
	form: 16,
	authors: ["Tim Uji"],
	reviewedOn: "2026-11-20",
	audience: "all",
	signatory: { name: "Penanda Tangan", position: "Kepala Pusat" },
	exam: {
		durationMinutes: 30,
		passMark: 60,
		attempts: 2,
		waitHours: 24,
		feedback: "full",
		blueprint: [{ competence: "D3.1", level: 1, count: 4 }],
	},
	sources: [],
	...rest,
});

/** Six single-choice items whose right option is "a". */
export const someItems = (): Item[] =>
	Array.from({ length: 6 }, (_, n) => ({
		code: `uji-${n + 1}`,
		type: "single" as const,
		competence: "D3.1",
		level: 1,
		stem: `Soal ${n + 1}?`,
		options: ["a", "b", "c"].map((id) => ({
			id,
			text: `Pilihan ${id}`,
			correct: id === "a",
			feedback: `Umpan ${id}`,
		})),
	}));

const someLessons = ["satu", "dua"].map((slug) => ({
	slug,
	title: `Materi ${slug}`,
	minutes: 10,
	objective: "Tahu.",
	source: `## Bagian ${slug}\n\nIsi.\n`,
}));

/** A course with one published version of two lessons and six items. */
export async function makeCourse(agencyId: string, slug: string, rest: Partial<CourseFacts> = {}) {
	return transaction(function* (tx) {
		const facts = someFacts(slug, rest);
		const made = yield* createCourse(tx, { slug, agencyId, audience: facts.audience, now: NOW });
		if (!made) throw new Error(`the slug ${slug} is taken`);
		const { courseId } = made;
		const parts = { facts, lessons: someLessons, items: someItems(), media: [] };
		const { versionId } = yield* publishVersion(tx, { ...parts, courseId, publishedBy: null, now: NOW });
		return { courseId, versionId, facts };
	});
}
