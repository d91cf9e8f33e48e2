import { expect, it } from "vitest";
import { readUnorFile } from "#app/records/reorganisation/readUnorFile.ts";
import { fileOf, xlsxOf } from "../people/roster/support.ts";

const units = [
	{ row: 2, code: "1", name: "Dinas Arsip, Buku", parent: null },
	{ row: 3, code: "2", name: "Bidang", parent: "1" },
];

it.each([
	["commas", '\uFEFFID,NAMA_UNOR,ID_ATASAN\r\n1,"Dinas  Arsip, Buku",\r\n2,Bidang,1\r\n'],
	[
		"semicolons, in another order and among others",
		"ESELON;ID ATASAN;Nama Unor;ID\r\nII;;Dinas Arsip, Buku;1\r\nIII;1;Bidang;2\r\n;;;\r\n",
	],
	["tabs", "ID\tNAMA_UNOR\tID_ATASAN\n1\tDinas Arsip, Buku\t\n2\tBidang\t1\n"],
])("a CSV with %s is read with its row numbers", async (_, text) => {
	expect(await readUnorFile(fileOf("csv", text), "unor.csv")).toEqual(units);
});

it("a workbook is read below its titles", async () => {
	const file = await xlsxOf([
		["Unit organisasi"],
		["ID", "NAMA_UNOR", "ID_ATASAN"],
		["1", "Dinas Arsip, Buku", ""],
		["2", "Bidang", "1"],
	]);
	expect(await readUnorFile(file, "unor.xlsx")).toEqual(
		units.map((unit) => ({ ...unit, row: unit.row + 1 })),
	);
});

it.each([
	["without one of the columns", "ID,NAMA_UNOR\n1,Dinas\n"],
	["with one of them twice", "ID,NAMA_UNOR,ID_ATASAN,ID\n1,Dinas,,1\n"],
])("a file %s is refused in a sentence", async (_, text) => {
	await expect(readUnorFile(fileOf("csv", text), "unor.csv")).rejects.toThrow(/ID, NAMA_UNOR, dan ID_ATASAN/);
});
