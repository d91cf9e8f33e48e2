import type { UnorRow } from "../../agencies/unitTreeFile.ts";
import { columnKey } from "../../people/roster/columns.ts";
import { HEADER_WITHIN } from "../../people/roster/header.ts";
import { openSpreadsheet } from "../../people/roster/openSpreadsheet.ts";
import type { RawRow, RawSheet } from "../../people/roster/rawRow.ts";
import { RosterRefused } from "../../people/roster/rosterLine.ts";

const columns = ["ID", "NAMA_UNOR", "ID_ATASAN"] as const;
const keys = columns.map(columnKey);
const noHeader =
	"Judul kolom tidak ditemukan dalam 40 baris pertama. Satu baris harus memuat ID, NAMA_UNOR, dan ID_ATASAN, masing-masing satu kali, lalu unggah kembali. Tidak ada data yang diubah.";

/**
 * The rows of SIASN's UNOR file, XLSX or CSV, with columns ID, NAMA_UNOR and ID_ATASAN in any order among others.
 * @param name as the person who sent it calls it
 * @throws RosterRefused where the file as a whole cannot be read
 */
export async function readUnorFile(path: string, name: string): Promise<UnorRow[]> {
	const { sheets } = await openSpreadsheet(path, name);
	for (const sheet of sheets) {
		const header = await headerOf(sheet);
		if (header) return rowsBelow(sheet, header);
	}
	throw new RosterRefused("noHeader", noHeader);
}

type Header = { row: number; places: number[] };

async function headerOf(sheet: RawSheet): Promise<Header | null> {
	let looked = 0;
	for await (const { row, texts } of sheet.rows(null)) {
		const named = texts.map(columnKey);
		const isWhole = keys.every((key) => named.filter((one) => one === key).length === 1);
		if (isWhole) return { row, places: keys.map((key) => named.indexOf(key)) };
		if (++looked === HEADER_WITHIN) return null;
	}
	return null;
}

async function rowsBelow(sheet: RawSheet, { row, places }: Header): Promise<UnorRow[]> {
	const rows: UnorRow[] = [];
	for await (const raw of sheet.rows(places)) {
		if (raw.row > row && raw.texts.some((text) => text.trim() !== "")) rows.push(unitOf(raw));
	}
	return rows;
}

function unitOf({ row, texts }: RawRow): UnorRow {
	const [code = "", name = "", parent = ""] = texts.map((text) => text.replace(/[\s\u00a0]+/g, " ").trim());
	return { row, code, name, parent: parent || null };
}
