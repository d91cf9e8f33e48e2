import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreAnswer } from "#app/assessment/score.ts";
import { emptyItem, fieldsOf, itemFromForm, itemToForm } from "#app/studio/itemForm.ts";
import { itemTypes } from "#db/schema/index.ts";
import { someItem } from "#tests/support/make/items.ts";

const read = (form: Partial<typeof emptyItem>) => {
	const made = itemFromForm({ ...emptyItem, code: "soal-1", stem: "Pertanyaan?", ...form }, "id");
	if ("problems" in made) throw new Error(made.problems.join("; "));
	return made.item;
};

describe("the form of an item", () => {
	it.each(itemTypes)("loses nothing of %s when it is opened and saved again", (type) => {
		fc.assert(
			fc.property(someItem[type], (item) => {
				// Only ids may change, and only once.
				const once = read(itemToForm(item));
				expect(itemToForm(once)).toEqual(itemToForm(item));
				expect(read(itemToForm(once))).toEqual(once);
			}),
			{ numRuns: 30 },
		);
	});

	it("keeps what an item says of itself", () => {
		const about = { rationale: "Sebab.", source: "UU 27/2022", leakRisk: "high", prototype: "p-1" };
		const item = read({ ...about, difficulty: "-0,5", discrimination: "1,2", options: "*a\nb" });
		expect(item).toMatchObject({ ...about, difficulty: -0.5, discrimination: 1.2 });
		expect(read(itemToForm(item))).toEqual(item);
	});

	it("keeps pictures with what they show, and refuses one without", () => {
		const options = "*a\nb";
		const [picture1, pictureAlt1] = ["media/peta.png", "Peta | tahun 2026"];
		const item = read({ options, picture1, pictureAlt1, picture3: "media/b.png", pictureAlt3: "B" });
		expect(item.pictures).toEqual([
			{ image: picture1, alt: pictureAlt1 },
			{ image: "media/b.png", alt: "B" },
		]);
		expect(read(itemToForm(item))).toEqual(item);
		const without = itemFromForm({ ...emptyItem, code: "soal-1", stem: "Apa?", options, picture1 }, "id");
		expect(without).toEqual({ problems: [expect.stringMatching(/^Gambar di bawah pertanyaan, baris 1/)] });
	});

	it("reads gaps where they stand in the text, the right choice first", () => {
		const typed = read({
			type: "gaptext",
			text: "Paling sedikit [[12 | dua belas]] huruf.",
			gaps: "Lebih panjang.",
		});
		expect(scoreAnswer(typed, { pairs: { a: "Dua belas" } })).toBe(1000);
		const chosen = read({ type: "gapchoice", text: "[[A | B]] lalu [[C]]", choices: "C\nD" });
		expect(scoreAnswer(chosen, { pairs: { a: "A", b: "D" } })).toBe(500);
	});

	it("reads units with their factors, and those that are wrong", () => {
		const item = read({
			...{ type: "numeric", answer: "2048", units: "MB | 1\nGB | 1024\nMbps" },
			...{ fbCorrect: "Tepat.", fbWrong: "Belum tepat." },
		});
		expect(scoreAnswer(item, { pairs: { number: "2", unit: "GB" } })).toBe(1000);
		expect(scoreAnswer(item, { pairs: { number: "2048", unit: "Mbps" } })).toBe(0);
	});

	it("reads a mailbox, files and a rubric as people write them", () => {
		const inbox = read({
			type: "inbox",
			messages:
				"Dari: a@b.example\nPerihal: Gaji\nTepat: laporkan kepada tim keamanan, Hapus\nIsi: Segera.\n\nKlik: di sini\n---\nDari: c@d.example\nPerihal: Rapat\nTepat: Balas\nIsi: Pukul 10.00?",
		});
		expect(inbox.type === "inbox" && inbox.messages.map(({ right, body }) => ({ right, body }))).toEqual([
			{ right: ["report", "delete"], body: "Segera.\n\nKlik: di sini" },
			{ right: ["reply"], body: "Pukul 10.00?" },
		]);
		const files = "Berkas: SK.pdf\nWaktu: 08.15 WIB\nKeputusan: tidak sah\nAlasan: Isinya berubah";
		const signed = read({ type: "signedfile", reasons: "Isinya utuh\nIsinya berubah", files });
		expect(scoreAnswer(signed, { pairs: { "f1.verdict": "invalid", "f1.reason": "b" } })).toBe(1000);
		const essay = read({
			type: "essay",
			rubric: "# Jelas\n0 | Tidak\n400 | Ya\n# Lengkap\n0 | Tidak\n600 | Ya",
		});
		expect(essay.type === "essay" && essay.rubric).toHaveLength(2);
	});

	it("says by its label what is missing or does not add up", () => {
		const wrong = (form: Partial<typeof emptyItem>) => {
			const made = itemFromForm({ ...emptyItem, code: "soal-1", stem: "Pertanyaan?", ...form }, "id");
			return "problems" in made ? made.problems : [];
		};
		expect(wrong({ type: "gaptext", text: "Tanpa isian." })).toEqual(["Teks dengan isian: belum diisi."]);
		expect(wrong({ type: "classification", columns: "A\nB", rows: "x | A\ny | C" })).toEqual([
			"Baris tabel: Setiap baris harus menunjuk kolom yang ada.",
		]);
		expect(wrong({ type: "essay", rubric: "# Jelas\n0 | Tidak\n400 | Ya" })).toEqual([
			"Rubrik penilaian: Poin tertinggi semua kriteria harus berjumlah 1000.",
		]);
		expect(wrong({ type: "areas", size: "besar" }).join()).toMatch(/Ukuran gambar dalam piksel/);
		expect(wrong({ type: "numeric", answer: "banyak" }).join()).toMatch(/Jawaban angka/);
	});

	it("asks only for what belongs to the type", () => {
		for (const type of itemTypes) expect(fieldsOf(type).length).toBeGreaterThan(0);
		expect(fieldsOf("essay")).toEqual(["rubric"]);
	});
});
