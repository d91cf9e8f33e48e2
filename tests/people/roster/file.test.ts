import { randomBytes } from "node:crypto";
import { readFileSync, truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRoster } from "#app/people/roster/readRoster.ts";
import { StringStore } from "#app/people/roster/xlsx/stringStore.ts";
import { xlsxOf as refusedXlsx } from "#app/people/roster/xlsx/writeSheet.ts";
import { siasnColumns, syntheticNip, syntheticRow, syntheticRows } from "../../support/make/roster.ts";
import { writeCsv, writeXlsx } from "../../support/make/rosterFiles.ts";
import { makeZip } from "../../support/make/zip.ts";
import { csvOf, fileOf, found, newPath, readAll, TODAY, table, xlsxOf } from "./support.ts";

const people = [1, 2, 3, 9].map(syntheticRow);
const withAccent = { ...syntheticRow(4), NAMA: "André Müller – Siregar" };

describe("a roster as SIASN exports it", () => {
	it("gives what is kept, and nothing else", async () => {
		const { head, lines, notes } = await readAll(await csvOf(table(people)));
		expect(notes).toEqual([]);
		expect(head.columns).toHaveLength(23);
		expect(head.unknown).toEqual([]);
		expect(head.missing).toEqual([]);
		expect([...head.columns.map(({ name }) => name), ...head.dropped].sort()).toEqual(
			[...siasnColumns].sort(),
		);
		expect(lines.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
		expect(lines.flatMap(found)).toEqual([]);
		expect(JSON.stringify({ head: head.columns, lines })).not.toMatch(/BUANG|"99\d{14}"|0800/);
		expect(lines[1]?.cells).toEqual({
			pnsId: "A5EB03E23B0FF6A0E04064C000000002",
			nip: syntheticNip(2),
			name: "Citra Mahendra Santoso",
			titleBefore: null,
			titleAfter: null,
			email: "citra.mahendra.santoso.2@contoh.id",
			emailGov: "pegawai2@contoh.go.id",
			employment: "PNS",
			legalStatus: "Aktif",
			tmtCpns: "2015-01-01",
			grade: "III/d",
			jobClass: "pengawas",
			position: "Kepala Subbagian Umum",
			tmtPosition: "2025-03-03",
			workplace: "Kabupaten Contoh",
			unitId: "A5EB03E23B0FF6A0E04064B700000002",
			unitName: "Bidang Layanan 2",
			homeAgencyId: "A5EB03E23B0FF6A0E04064F100000001",
			homeAgencyName: "Pemerintah Kabupaten Contoh",
			workAgencyId: "A5EB03E23B0FF6A0E04064F100000001",
			workAgencyName: "Pemerintah Kabupaten Contoh",
			echelon: "IV.a",
		});
	});

	it("reads the same from a workbook, with texts shared or in place", async () => {
		const { lines } = await readAll(await csvOf(table(people)));
		for (const inline of [false, true]) {
			const workbook = await readAll(await xlsxOf(table(people), { inline }));
			expect(workbook.lines).toEqual(lines);
			expect(workbook.head.sheet).toBe("Data");
		}
	});
});

describe("a CSV", () => {
	const latin = (text: string) => Buffer.from(text.replaceAll("–", "\u0096"), "latin1");
	const big = (text: string) => Buffer.from(text, "utf16le").swap16();
	it.each([
		["UTF-8", {}],
		["UTF-8 with a mark", { bom: "\uFEFF" }],
		["UTF-16 LE", { bom: "\uFEFF", encode: (text: string) => Buffer.from(text, "utf16le") }],
		["UTF-16 BE", { bom: "\uFEFF", encode: big }],
		["UTF-16 LE without a mark", { encode: (text: string) => Buffer.from(text, "utf16le") }],
		["Windows-1252", { encode: latin }],
		["semicolons", { delimiter: ";" }],
		["tabs and Unix line ends", { delimiter: "\t", end: "\n" }],
		["old Mac line ends", { end: "\r" }],
		["a told delimiter", { delimiter: "|", bom: "sep=|\r\n" }],
	])("in %s is read", async (_, style) => {
		const file = newPath("csv");
		await writeCsv(file, table([withAccent]), style);
		const { lines } = await readAll(file);
		expect(lines.map(({ row, cells }) => [row, cells.name, cells.titleAfter])).toEqual([
			[2, withAccent.NAMA, null],
		]);
		expect(lines.flatMap(found)).toEqual([]);
	});

	it("keeps Excel's row numbers past line ends in cells and empty rows", async () => {
		const named = { ...syntheticRow(3), NAMA: 'Siti "Ayu"\nLubis' };
		const rows = table([named, syntheticRow(5)]);
		rows.splice(
			2,
			0,
			[""],
			siasnColumns.map(() => ""),
		);
		const { lines } = await readAll(await csvOf(rows));
		expect(lines.map(({ row, cells }) => [row, cells.name])).toEqual([
			[2, 'Siti "Ayu" Lubis'],
			[5, syntheticRow(5).NAMA],
		]);
		expect(lines.flatMap(found)).toEqual(["restored name invisible"]);
	});

	it("that is called .xlsx is read, and that is told", async () => {
		const { lines, notes } = await readAll(await csvOf(table(people)), { name: "pegawai.xlsx" });
		expect(lines).toHaveLength(4);
		expect(notes.map(({ code }) => code)).toEqual(["csvNamedXlsx"]);
	});

	it("whose quotation mark is never closed is refused from its row on", async () => {
		const lines = [
			"NIP,NAMA",
			`${syntheticNip(1)},Adi`,
			`${syntheticNip(2)},"Budi`,
			`${syntheticNip(3)},Citra`,
		];
		await expect(readAll(fileOf("csv", lines.join("\n")))).rejects.toMatchObject({
			code: "csvBroken",
			row: 3,
		});
	});

	it("that ends within a row is refused", async () => {
		const text = `NIP,NAMA,JABATAN\n${syntheticNip(1)},Adi,Analis\n${syntheticNip(2)},Bud`;
		await expect(readAll(fileOf("csv", text))).rejects.toMatchObject({ code: "truncated", row: 3 });
	});

	it("is read as it is asked for, and given up without a trace", async () => {
		const file = newPath("csv");
		await writeCsv(file, [siasnColumns, ...syntheticRows(3000)]);
		const reading = await readRoster(file, { today: TODAY });
		for await (const line of reading) if (line.row === 1500) break;
		expect(reading.notes).toEqual([]);
	});
});

it("refused rows as a workbook are read as they stood: no number is rounded, no text is a formula", async () => {
	const sheet = [
		["NIP BARU", "NAMA", "Baris", "Alasan"],
		[syntheticNip(1), "=HYPERLINK(1)", "2", "Perbaiki <ini> & \u0001itu"],
		["1.98609E+17", " Sari  Utami", "3", ""],
	];
	const { head, lines } = await readAll(fileOf("xlsx", refusedXlsx(sheet)));
	expect(head.dropped).toEqual(["Baris", "Alasan"]);
	expect(lines.map(({ raw }) => raw)).toEqual([
		[syntheticNip(1), "=HYPERLINK(1)"],
		["1.98609E+17", " Sari  Utami"],
	]);
});

describe("a file that is no roster", () => {
	const ole = (text: string) =>
		Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(text, "utf16le")]);
	const part = (name: string, content: string) => ({ name, content });
	const rows =
		'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c></row></sheetData>';
	const book = (sheet: string) => [
		part("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="1"/></sheets></workbook>'),
		part(
			"xl/_rels/workbook.xml.rels",
			'<Relationships><Relationship Id="1" Target="s.xml"/></Relationships>',
		),
		part("xl/s.xml", sheet),
	];
	it.each<[string, string, string | Uint8Array]>([
		["empty", "empty", ""],
		["blank", "empty", " \r\n "],
		["locked with a password", "password", ole("EncryptedPackage")],
		["of the old format", "oldExcel", ole("Workbook")],
		["binary", "oldExcel", makeZip([part("xl/workbook.bin", "x")])],
		["a document", "notRoster", makeZip([part("word/document.xml", "<w/>")])],
		["a PDF", "notRoster", "%PDF-1.7 called .xlsx"],
		["a picture", "notRoster", Buffer.from("89504e470d0a1a0a0000000d49484452000003", "hex")],
		["a web page", "webPage", "<html><table><tr><td>NIP</td></tr></table></html>"],
		["an empty ZIP", "empty", makeZip([])],
		["far larger inside", "zipBomb", makeZip(book(`${rows}${" ".repeat(5_000_000)}`))],
		["said to hold 500 MB", "zipBomb", makeZip([{ ...part("xl/s.xml", "x"), claims: 500_000_000 }])],
		["larger than it claims", "zipBomb", makeZip(book(rows).map((p) => ({ ...p, claims: 20 })))],
		["with a name outside", "unsafeName", makeZip([part("../workbook.xml", "x")])],
		["with locked parts", "password", makeZip([{ ...part("xl/workbook.xml", "x"), isLocked: true }])],
		["with an entity", "xml", makeZip(book(`<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rows}`))],
		["of broken XML", "xml", makeZip(book("<worksheet><sheetData><row>"))],
		["without headers", "noHeader", "a,b,c\n1,2,3\n"],
		["a workbook without headers", "noHeader", makeZip(book(`${rows}</worksheet>`))],
	])("%s is refused in a sentence that says what to do", async (_, code, content) => {
		const refusal = await readAll(fileOf("xlsx", content)).catch((error) => error);
		expect(refusal).toMatchObject({ name: "RosterRefused", code });
		expect(refusal.message).toMatch(/unggah kembali|satu per satu/);
	});

	it("of 500 MB is refused without being read", async () => {
		const file = fileOf("csv", "NIP,NAMA\n");
		truncateSync(file, 500_000_000);
		await expect(readAll(file)).rejects.toMatchObject({ code: "tooLarge" });
	});

	it("with more texts than a roster has, or ranges that overlap, is refused", async () => {
		const few = new StringStore({ blocks: 1, texts: 3 });
		for (const text of ["a", "", "é"]) few.add(text);
		expect([0, 1, 2, 3].map((at) => few.at(at))).toEqual(["a", "", "é", null]);
		expect(() => few.add("b")).toThrow(expect.objectContaining({ code: "zipBomb" }));
		const large = new StringStore({ blocks: 1, texts: 1000 });
		const fill = () => {
			for (let at = 0; at < 200; at++) large.add("x".repeat(32_000));
		};
		expect(fill).toThrow(expect.objectContaining({ code: "zipBomb" }));
		const file = newPath("xlsx");
		const merges = Array.from({ length: 3 }, () => "A1:XFD9");
		await writeXlsx(file, [{ name: "A", rows: table(people), merges }]);
		await expect(readAll(file)).rejects.toMatchObject({ code: "xml" });
	});

	it("cut off is refused, wherever it was cut", async () => {
		const whole = readFileSync(await xlsxOf(table(people)));
		for (const part of [0.02, 0.3, 0.6, 0.99]) {
			const cut = fileOf("xlsx", whole.subarray(0, Math.floor(whole.length * part)));
			await expect(readAll(cut)).rejects.toMatchObject({ code: "truncated" });
		}
	});

	it("with a text that never ends is refused before memory is full", async () => {
		const endless = randomBytes(1_500_000).toString("base64");
		await expect(readAll(await xlsxOf([[endless]], { inline: true }))).rejects.toMatchObject({ code: "xml" });
	});
});
