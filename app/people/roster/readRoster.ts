import { findHeader, HEADER_WITHIN, type Header, headOf } from "./header.ts";
import { openSpreadsheet } from "./openSpreadsheet.ts";
import type { RawFile, RawRow, RawSheet } from "./rawRow.ts";
import { refusal } from "./refusals.ts";
import type { RosterHead, RosterNote, RosterOptions, RosterReading } from "./rosterLine.ts";
import { RosterLines } from "./rosterLines.ts";

/**
 * Reads a roster of civil servants, XLSX or CSV, told by what is in it: finds its header, then gives its lines one by
 * one, in memory that does not grow with their number. Nothing but the columns of `RosterCells` is ever given on.
 * Reading 100,000 people takes seconds of computing: a server does it in a thread.
 * @param path of the file, which must stay until the last line
 * @throws RosterRefused where the file as a whole cannot be read, also while its lines are read
 */
export async function readRoster(path: string, options: RosterOptions): Promise<RosterReading> {
	const file = await openSpreadsheet(path, options.name ?? path);
	const { sheet, header } = await sheetWithHeader(file, options);
	const columns = headOf(header, options.mapping);
	const rosterHead: RosterHead = { format: file.format, sheet: sheet.name, row: header.row, ...columns };
	const notes = [...file.notes, ...notesOf(file, sheet, header)];
	const { is1904 } = file;
	const { today } = options;
	return new RosterLines({ sheet, head: rosterHead, is1904, today, width: header.names.length, notes });
}

/** The first sheet with a header; a hidden one only where no other has any. */
async function sheetWithHeader(file: RawFile, { mapping }: RosterOptions) {
	for (const sheet of file.sheets) {
		const header = findHeader(await firstRows(sheet), mapping);
		if (header) return { sheet, header };
	}
	throw refusal("noHeader");
}

async function firstRows(sheet: RawSheet): Promise<RawRow[]> {
	const rows: RawRow[] = [];
	for await (const row of sheet.rows(null)) {
		rows.push(row);
		if (rows.length === HEADER_WITHIN) break;
	}
	return rows;
}

function notesOf(file: RawFile, sheet: RawSheet, header: Header): RosterNote[] {
	const notes: RosterNote[] = [];
	const others = file.sheets.filter((other) => other !== sheet).map(({ name }) => `“${name}”`);
	if (others.length) {
		const text = `Lembar “${sheet.name}” yang dibaca; lembar lain tidak: ${others.join(", ")}.`;
		notes.push({ code: "otherSheets", text, rows: [] });
	}
	if (header.isTwo) {
		const text = "Judul kolom ditulis dalam dua baris, dan dibaca bersama.";
		notes.push({ code: "twoHeaders", text, rows: [header.row - 1, header.row] });
	}
	return notes;
}
