import { describe, expect, it } from "vitest";
import type { BankItem } from "#app/catalog/blueprint.ts";
import type { CourseFacts } from "#app/catalog/courseFacts.ts";
import { courseFindings } from "#app/catalog/gate.ts";
import { fold, searchTextOf } from "#app/catalog/searchText.ts";

const facts: CourseFacts = {
	slug: "uji",
	title: "Uji",
	summary: "Ringkas.",
	outcomes: ["Dapat."],
	level: 1,
	competences: [{ code: "D3.1", level: 1 }],
	jp: 3,
	jpCalculation: [
		{ subject: "Satu", minutes: 45, jp: 1 },
		{ subject: "Dua", minutes: 95, jp: 2 },
	],
	form: 16,
	authors: ["Tim"],
	reviewedOn: "2026-11-20",
	audience: "all",
	signatory: { name: "A", position: "B" },
	exam: {
		durationMinutes: 30,
		passMark: 70,
		attempts: 3,
		waitHours: 24,
		feedback: "full",
		blueprint: [{ competence: "D3.1", level: 1, count: 2 }],
	},
	sources: [],
};
const items: BankItem[] = ["a", "b"].map((code) => ({ code, competence: "D3.1", level: 1 }));
const lessons = [{ slug: "satu" }];
const codes = (rest: Partial<CourseFacts>, bank = items, texts = lessons) =>
	courseFindings({ facts: { ...facts, ...rest }, items: bank, lessons: texts }).map(({ code }) => code);

describe("the publish gate", () => {
	it("lets a sound course pass", () => {
		expect(codes({})).toEqual([]);
	});

	it("names each thing that is in the way", () => {
		expect(codes({}, items, [])).toEqual(["no-lesson"]);
		expect(codes({ jp: 4 })).toEqual(["jp-sum"]);
		expect(codes({ jp: 2, jpCalculation: [{ subject: "Satu", minutes: 45, jp: 2 }] })).toEqual(["jp-line"]);
		expect(codes({}, items.slice(1))).toEqual(["bank-too-small"]);
		expect(codes({ competences: [{ code: "D3.4", level: 1 }] })).toEqual(["untaught"]);
	});

	it("refuses a bank whose items cannot fill the blueprint because they are variants of each other", () => {
		const variants = items.map((item) => ({ ...item, prototype: "sama" }));
		expect(codes({}, variants)).toEqual(["few-prototypes"]);
		const cells = [1, 2].map((level) => ({ competence: "D3.1", level, count: 1 }));
		const exam = { ...facts.exam, blueprint: cells };
		const across = variants.map((item, index) => ({ ...item, level: index + 1 }));
		expect(codes({ exam }, across)).toEqual(["shared-prototypes"]);
		expect(codes({ exam }, [...across, { code: "c", competence: "D3.1", level: 2 }])).toEqual([]);
	});

	it("counts the national bank for the cells that are drawn from it, and only for these", () => {
		const exam = { ...facts.exam, blueprint: [{ ...facts.exam.blueprint[0], from: "national" as const }] };
		const drawn = { ...facts, exam } as CourseFacts;
		const [refused, ...others] = courseFindings({ facts: drawn, lessons, items });
		expect(others).toEqual([]);
		expect(refused?.message.id).toBe(
			"Bank soal nasional memuat 0 soal untuk D3.1 jenjang 1, sedangkan kisi-kisi mengambil 2.",
		);
		expect(courseFindings({ facts: drawn, lessons, items: [], nationalItems: items })).toEqual([]);
		expect(courseFindings({ facts, lessons, items: [], nationalItems: items })).toHaveLength(1);
	});

	it("says it in both languages, with the way to mend it", () => {
		const [finding] = courseFindings({ facts, items: [], lessons });
		expect(finding?.message.id).toContain("Bank soal memuat 0 soal untuk D3.1 jenjang 1");
		expect(finding?.message.en).toContain("D3.1");
		expect(finding?.mend.id).not.toBe("");
	});
});

describe("search text", () => {
	it("is folded, each word after a space", () => {
		expect(fold("  Étika & “Digital”, 2026 ")).toBe("etika digital 2026");
		expect(searchTextOf({ title: "Siber", summary: "Aman.", competences: [{ code: "D3.1" }] })).toBe(
			" siber aman d3 1",
		);
	});
});
