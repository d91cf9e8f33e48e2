import { describe, expect, it } from "vitest";
import { isRefused } from "#app/people/roster/rosterLine.ts";
import { fullWidth, syntheticNip, syntheticRow } from "../../support/make/roster.ts";
import type { XlsxCell } from "../../support/make/rosterFiles.ts";
import { csvOf, found, readAll, table, xlsxOf } from "./support.ts";

const nip = syntheticNip(1);
const person = syntheticRow(1);
/** What is read of one column of a CSV with one damaged row. */
async function read(column: string, cell: string, base = person) {
	const [line] = (await readAll(await csvOf(table([{ ...base, [column]: cell }])))).lines;
	if (!line) throw new Error("no line");
	return line;
}
async function readCell(column: string, cell: XlsxCell, is1904 = false, number: XlsxCell = nip) {
	const rows = [
		["NIP", "NAMA", column],
		[number, "Adi", cell],
	];
	const [line] = (await readAll(await xlsxOf(rows, { is1904 }))).lines;
	if (!line) throw new Error("no line");
	return line;
}

describe("a number", () => {
	it.each([
		["plain", nip, []],
		["grouped", nip.replace(/^(.{8})(.{6})(.)/, "$1 $2 $3 "), []],
		["with an apostrophe", `'${nip}`, ["restored nip apostrophe"]],
		["with a typographic apostrophe", `’${nip}`, ["restored nip apostrophe"]],
		["with spaces that do not break", `\u00a0${nip}\u00a0`, ["restored nip invisible"]],
		["with marks of direction", `\u200e${nip}`, ["restored nip invisible"]],
		["of wide digits", fullWidth(nip), ["restored nip invisible"]],
		["as a formula of text", `="${nip}"`, ["restored nip asText"]],
	])("%s is taken", async (_, cell, findings) => {
		const line = await read("NIP BARU", cell);
		expect(line.cells.nip).toBe(nip);
		expect(found(line)).toEqual(findings);
		expect(isRefused(line)).toBe(false);
	});

	it.each([
		["in scientific notation", "1.98609E+17", "scientific"],
		["in Indonesian scientific notation", "1,98609262015051E+17", "scientific"],
		["of 15 digits and zeros", `${nip.slice(0, 15)}000`, "digitsLost"],
		["of another length", nip.slice(1), "nip"],
		["of an impossible date", `19991399${nip.slice(8)}`, "nip"],
		["that is an error", "#REF!", "error"],
		["too narrow to show", "########", "error"],
	])("%s is refused", async (_, cell, code) => {
		const line = await read("NIP BARU", cell);
		expect(line.cells.nip).toBeNull();
		expect(found(line)).toEqual([`refused nip ${code}`]);
		expect(line).toMatchObject({ row: 2, findings: [{ column: "NIP BARU", from: cell, to: null }] });
		expect(line.findings[0]?.remedy).toMatch(/unggah kembali/);
		expect(isRefused(line)).toBe(true);
	});

	it.each([
		["with all its digits", { v: "198609262015051001" }, "198609262015051001", "restored nip wholeNumber"],
		["rounded to a binary number", { v: "198609262015051008" }, null, "refused nip number"],
		["as Excel keeps it", { v: "1.98609262015051E+17" }, null, "refused nip scientific"],
		["of a formula", { v: "1.98609262015051E+17", f: "A1*1" }, null, "refused nip scientific"],
	])("in a cell of numbers, %s", async (_, cell, value, finding) => {
		const line = await readCell("JABATAN", "Analis", false, cell);
		expect([line.cells.nip, ...found(line)]).toEqual([value, finding]);
	});

	it("written with spaces is taken even where all others look rounded", async () => {
		const rounded = ["198609262015051008", "198609262015051040"];
		const grouped = "19860926 201505 1 008";
		const rows = [...rounded, grouped, `'${rounded[0]}`].map((number) => [number, "Adi"]);
		const { lines } = await readAll(await csvOf([["NIP", "NAMA"], ...rows]));
		expect(lines.map(({ cells }) => cells.nip)).toEqual([null, null, rounded[0], rounded[0]]);
	});
});

describe("a date", () => {
	const since = person["TMT CPNS"] ?? "";
	const [, month = "", year = ""] = since.split("-");
	const iso = `${year}-${month}-01`;
	it.each([
		["01-04-2025", "2025-04-01", []],
		["1-4-2025", "2025-04-01", []],
		["2025-04-01", "2025-04-01", []],
		["2025-04-01T00:00:00", "2025-04-01", []],
		["1 April 2025", "2025-04-01", []],
		["17 Agustus 2024", "2024-08-17", []],
		["01-Okt-2024", "2024-10-01", []],
		["December 5, 2024", "2024-12-05", []],
		["25/04/2025", "2025-04-25", []],
		["04/25/2025", "2025-04-25", ["restored tmtPosition dateOrder"]],
		["45748", "2025-04-01", ["restored tmtPosition dateSerial"]],
		["05/04/2025", null, ["refused tmtPosition dateOrder"]],
		["04/04/2025", "2025-04-04", []],
		["31-02-2025", null, ["refused tmtPosition notDate"]],
		["01-04-25", null, ["refused tmtPosition notDate"]],
		["01-04-2029", null, ["refused tmtPosition notDate"]],
		["besok", null, ["refused tmtPosition notDate"]],
		["-", null, []],
	])("%s is %s", async (cell, value, findings) => {
		const line = await read("TMT JABATAN", cell);
		expect([line.cells.tmtPosition, ...found(line)]).toEqual([value, ...findings]);
		expect(isRefused(line)).toBe(false);
	});

	it("that a number dates too is set right by it, and then the other date is not certain", async () => {
		const three = syntheticRow(9990 * 2 + 1);
		const [, month = "", year = ""] = (three["TMT CPNS"] ?? "").split("-");
		const right = await read("TMT CPNS", `${Number(month)}/1/${year}`, three);
		expect(right.cells.tmtCpns).toBe(`${year}-${month}-01`);
		const both = { ...three, "TMT JABATAN": "05-04-2025" };
		const swapped = await read("TMT CPNS", `${month}-01-${year}`, both);
		expect([swapped.cells.tmtCpns, swapped.cells.tmtPosition]).toEqual([`${year}-${month}-01`, null]);
		expect(found(swapped)).toEqual(["restored tmtCpns dateSwapped", "refused tmtPosition dateOrder"]);
	});

	it.each([
		["as a date", { v: "45748", s: 1 }, false, "2025-04-01", []],
		["from 1904", { v: "44286", s: 1 }, true, "2025-04-01", []],
		["as a number", { v: "45748" }, false, "2025-04-01", ["restored tmtPosition dateSerial"]],
		["as ISO text", { t: "d", v: "2025-04-01T00:00:00" }, false, "2025-04-01", []],
	])("in a workbook, %s", async (_, cell, is1904, value, findings) => {
		const line = await readCell("TMT JABATAN", cell, is1904);
		expect([line.cells.tmtPosition, ...found(line)]).toEqual([value, ...findings]);
	});

	it("with a slash is certain by the others of the file, all of them", async () => {
		const rows = (last: string) => [
			["NIP", "NAMA", "TMT JABATAN"],
			...Array.from({ length: 1010 }, (_, at) => [syntheticNip(at), "Adi", "05/04/2025"]),
			[nip, "Adi", last],
		];
		const first = async (last: string) =>
			(await readAll(await csvOf(rows(last)))).lines[0]?.cells.tmtPosition;
		expect(await first("25/04/2025")).toBe("2025-04-05");
		expect(await first("04/25/2025")).toBe("2025-05-04");
		expect(await first("06/04/2025")).toBeNull();
	});

	it("of appointment is as in the number", async () => {
		expect((await read("TMT CPNS", since)).cells.tmtCpns).toBe(iso);
	});
});

describe("other cells", () => {
	it.each([
		["NAMA", "\u00a0Adi\u00a0Kusuma", "name", "Adi Kusuma", ["restored name invisible"]],
		["NAMA", "'Aisyah", "name", "'Aisyah", []],
		["NAMA", '=HYPERLINK("x")', "name", null, ["refused name formula"]],
		["JABATAN NAMA", "@SUM(A1)", "position", null, ["refused position formula"]],
		["JABATAN NAMA", "+62", "position", null, ["refused position formula"]],
		["JABATAN NAMA", "-1+1", "position", null, ["refused position formula"]],
		["JABATAN NAMA", "x".repeat(501), "position", null, ["refused position tooLong"]],
		["UNOR ID", "#N/A", "unitId", null, ["refused unitId error"]],
		["UNOR ID", "8,60E+31", "unitId", null, ["refused unitId scientific"]],
		["EMAIL", " Adi@Contoh.GO.ID ", "email", "adi@contoh.go.id", []],
		["EMAIL", "tidak ada", "email", null, ["refused email email"]],
		["STATUS CPNS PNS", "C", "employment", "CPNS", []],
		["JENIS PEGAWAI NAMA", "PPPK", "employment", null, ["refused employment contradiction"]],
		["JENIS PEGAWAI NAMA", "Honorer", "employment", null, ["refused employment unknownValue"]],
		["ESELON NAMA", "II.a", "jobClass", null, ["refused jobClass contradiction"]],
		["JENIS JABATAN NAMA", "Jabatan Struktural", "jobClass", null, ["refused jobClass missing"]],
		["JENIS JABATAN NAMA", "Jabatan Administrator", "jobClass", "administrator", []],
	] as const)("%s “%s”", async (column, cell, field, value, findings) => {
		const line = await read(column, cell);
		expect([line.cells[field], ...found(line)]).toEqual([value, ...findings]);
	});

	it("tell part-time contracts apart, and job classes by echelon", async () => {
		const contract = syntheticRow(10);
		expect((await read("JENIS PEGAWAI NAMA", "PPPK Paruh Waktu", contract)).cells.employment).toBe(
			"PPPK_PARUH_WAKTU",
		);
		const head = { ...person, "JENIS JABATAN NAMA": "Jabatan Struktural" };
		for (const [echelon, jobClass] of [
			["I.a", "jpt"],
			["II.b", "jpt"],
			["III.a", "administrator"],
			["IV.b", "pengawas"],
		])
			expect((await read("ESELON NAMA", echelon ?? "", head)).cells.jobClass).toBe(jobClass);
	});

	it("keep a code's zeros, and refuse a code that lost them", async () => {
		const rows = ["04011", "04012", "4013"].map((unit, at) => ({ ...syntheticRow(at + 1), "UNOR ID": unit }));
		const { lines } = await readAll(await csvOf(table(rows)));
		expect(lines.map(({ cells }) => cells.unitId)).toEqual(["04011", "04012", null]);
		expect(lines.flatMap(found)).toEqual(["refused unitId zerosLost"]);
	});
});
