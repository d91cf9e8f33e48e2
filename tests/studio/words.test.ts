import { describe, expect, it } from "vitest";
import { emptyFacts, factsFindings, factsFromForm, factsToForm } from "#app/studio/facts.ts";
import { emptyItem, itemFromForm, itemToForm } from "#app/studio/itemForm.ts";
import { someItems } from "#tests/support/make/course.ts";

const facts = emptyFacts("uji", "Uji", "Sari", "2026-11-24");

describe("what is missing in a course", () => {
	it("is said by the label of its field, in both languages", () => {
		const found = factsFindings(facts).map(({ message }) => message);
		expect(found.map(({ id }) => id)).toContain("Isian Ringkasan: belum diisi.");
		expect(found.map(({ en }) => en)).toContain("Field Summary: is missing.");
		expect(found.map(({ id }) => id)).toContain("Isian Nama penanda tangan sertifikat: belum diisi.");
		expect(JSON.stringify(found)).not.toMatch(/expected|diharapkan|string|array|signatory\./);
	});

	it("names the line of a list", () => {
		const wrong = {
			...facts,
			competences: [
				{ code: "D3.1", level: 1 },
				{ code: "salah", level: 9 },
			],
		};
		const found = factsFindings(wrong).map(({ message }) => message.id);
		expect(found).toContain("Isian Kompetensi, baris 2: bentuknya tidak dikenal.");
		expect(found).toContain("Isian Kompetensi, baris 2: paling besar 4.");
	});
});

describe("a course's form", () => {
	it("keeps which bank a cell is drawn from", () => {
		const blueprint = [
			{ competence: "D3.1", level: 1, count: 4 },
			{ competence: "D3.4", level: 2, count: 3, from: "national" as const },
		];
		const given = { ...facts, exam: { ...facts.exam, blueprint } };
		const form = factsToForm(given);
		expect(form.blueprint).toBe("D3.1 | 1 | 4\nD3.4 | 2 | 3 | nasional");
		expect(factsFromForm(facts, form).exam.blueprint).toEqual(blueprint);
	});
});

describe("an item's form", () => {
	it("is the item again, for every item that it can show", () => {
		for (const item of someItems()) expect(itemFromForm(itemToForm(item), "id")).toEqual({ item });
	});

	it("says in words what is wrong", () => {
		const wrong = { ...emptyItem, code: "x y", stem: "", options: "a\nb" };
		const read = itemFromForm(wrong, "id");
		expect("problems" in read && read.problems).toEqual([
			"Kode soal: bentuknya tidak dikenal.",
			"Pertanyaan: belum diisi.",
			"Pilihan: Tepat satu pilihan harus benar.",
		]);
	});
});
