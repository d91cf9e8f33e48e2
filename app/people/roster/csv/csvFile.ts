import { createReadStream } from "node:fs";
import { CsvError } from "csv-parse";
import type { RawFile, RawRow } from "../rawRow.ts";
import { brokenCsv, cutOff, refusal } from "../refusals.ts";
import type { RosterNote } from "../rosterLine.ts";
import { csvRecords } from "./csvRecords.ts";
import { type Layout, layoutOf } from "./delimiter.ts";
import { decoderOf, type Encoding, encodingOf } from "./encoding.ts";

/**
 * A CSV with its encoding and delimiter found out.
 * @param head its first bytes
 * @throws RosterRefused
 */
export async function openCsv(path: string, head: Buffer, name: string): Promise<RawFile> {
	const encoding = await encodingOf(path, head);
	const start = decoderOf(encoding)(head).replace(/^\uFEFF/, "");
	if (start.trim() === "") throw refusal("empty");
	if (/^\s*</.test(start)) throw refusal("webPage");
	const layout = layoutOf(start);
	const rows = (wanted: readonly number[] | null) => csvRows(path, encoding, layout, wanted);
	return { format: "csv", sheets: [{ name: null, rows }], is1904: false, notes: notesOf(encoding, name) };
}

function notesOf(encoding: Encoding, name: string): RosterNote[] {
	const notes: RosterNote[] = [];
	if (/\.xls[xmb]?$/i.test(name)) {
		const text = "Berkas ini bernama seperti buku kerja Excel tetapi berisi CSV, dan dibaca sebagai CSV.";
		notes.push({ code: "csvNamedXlsx", text, rows: [] });
	}
	if (encoding !== "utf-8") {
		const text = `Berkas ini berkode ${encoding.toUpperCase()}. Periksa huruf khusus pada nama di pratinjau.`;
		notes.push({ code: "encoding", text, rows: [] });
	}
	return notes;
}

async function* csvRows(
	path: string,
	encoding: Encoding,
	{ delimiter, isTold }: Layout,
	wanted: readonly number[] | null,
): AsyncGenerator<RawRow> {
	const records = csvRecords(path, encoding, delimiter, wanted);
	let row = isTold ? -1 : 0;
	let width = 0;
	let shorter = false;
	try {
		for await (const some of records)
			for (const { texts, ...extent } of some) {
				shorter = extent.cells < width && row > 0;
				width = extent.cells;
				if (++row >= 1) yield { row, texts, kinds: null, isHidden: false, formulas: 0, extent };
			}
	} catch (error) {
		throw error instanceof CsvError ? brokenCsv(row + 1) : error;
	}
	if (shorter && !(await endsWithLine(path))) throw cutOff(row);
}

async function endsWithLine(path: string): Promise<boolean> {
	let last: number | undefined;
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
		last = chunk.findLast((byte) => byte !== 0);
	return last === 0x0a || last === 0x0d;
}
