import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readNationalBank } from "#app/assessment/nationalBank.server.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-bank-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const item = (code: string, competence = "D3.1") => `
  - code: ${code}
    type: truefalse
    competence: ${competence}
    level: 1
    stem: Kata sandi yang sama boleh dipakai di banyak tempat.
    difficulty: -0.5
    source: Peraturan uji
    prototype: sandi
    options:
      - { id: b, text: Benar }
      - { id: s, text: Salah, correct: true }`;
const write = (name: string, ...items: string[]) =>
	writeFileSync(path.join(folder, name), `domain: D3\nitems:${items.join("")}\n`);

it("reads every file, and says what is wrong with file and line", () => {
	expect(readNationalBank(path.join(folder, "none"))).toEqual({ items: [], problems: [] });
	write("d3.yaml", item("nas-1"), item("nas-2"));
	write("d4.yaml", item("nas-3"));
	const read = readNationalBank(folder);
	expect(read.problems).toEqual([]);
	expect(read.items.map(({ code, difficulty, prototype }) => [code, difficulty, prototype])).toEqual(
		["nas-1", "nas-2", "nas-3"].map((code) => [code, -0.5, "sandi"]),
	);
	write("d4.yaml", item("nas-1"), item("nas-4", "D9.9"));
	expect(readNationalBank(folder).problems).toEqual([
		"d4.yaml, baris 3: soal nas-1 ada lebih dari sekali; beri kode lain.",
		"d4.yaml, baris 14: soal nas-4 menyebut kompetensi D9.9 yang tidak ada.",
	]);
	write("d4.yaml", item("nas-5").replace("level: 1", "level: 7"));
	expect(readNationalBank(folder).problems[0]).toMatch(/^d4\.yaml, baris 6: items\.0\.level: /);
});
