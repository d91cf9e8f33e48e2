import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { csvRecords } from "#app/people/roster/csv/csvRecords.ts";
import { runs } from "#tests/support/runs.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-csv-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function split(text: string, columns: number[] | null) {
	const file = path.join(folder, "a.csv");
	writeFileSync(file, text);
	const records = [];
	for await (const some of csvRecords(file, "utf-8", ",", columns)) records.push(...some);
	return records;
}

const byCsvParse = (text: string): string[][] =>
	parse(text, { delimiter: ",", relax_column_count: true, relax_quotes: true });

const cell = fc.oneof(
	fc.constantFrom("", "a", "S.Kom., M.Si.", " é ", '"', 'x"y', "dua\nbaris", '"a"b'),
	fc.string({ maxLength: 4 }),
);
const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const file = fc
	.record({
		rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
		lineEnd: fc.constantFrom("\n", "\r\n"),
		isClean: fc.boolean(),
		isEnded: fc.boolean(),
	})
	.map(({ rows, lineEnd, isClean, isEnded }) => {
		const lines = rows.map((cells) => cells.map((text) => (isClean ? quoted(text) : text)).join(","));
		return `NIP,NAMA${lineEnd}${lines.join(lineEnd)}${isEnded ? lineEnd : ""}`;
	});

it("splits every file as csv-parse does, or leaves it to that", async () => {
	await fc.assert(
		fc.asyncProperty(file, async (text) => {
			let expected: string[][] | null;
			try {
				expected = byCsvParse(text);
			} catch {
				expected = null;
			}
			const found = await split(text, null).catch(() => null);
			expect(found?.map(({ texts }) => texts) ?? null).toEqual(expected);
		}),
		{ numRuns: runs(300) },
	);
});

it("gives the wanted cells in their order, and how far a record is filled", async () => {
	expect(await split('a,b,c\r\n1,"2, ""x""",\r\n\r\nx', [2, 1])).toEqual([
		{ texts: ["c", "b"], cells: 3, filled: 3 },
		{ texts: ["", '2, "x"'], cells: 3, filled: 2 },
		{ texts: ["", ""], cells: 1, filled: 0 },
		{ texts: ["", ""], cells: 1, filled: 1 },
	]);
});
