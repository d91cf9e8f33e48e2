import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export type CsvStyle = {
	delimiter?: string;
	encode?: (text: string) => Uint8Array;
	bom?: string;
	end?: string;
};

/** Writes rows of cells as CSV, row by row. */
export async function writeCsv(path: string, rows: Iterable<readonly string[]>, style: CsvStyle = {}) {
	const { delimiter = ",", encode = (text: string) => Buffer.from(text), bom = "", end = "\r\n" } = style;
	const quoted = (cell: string) =>
		cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
	function* bytes() {
		if (bom) yield encode(bom);
		let lines = "";
		for (const row of rows) {
			lines += row.map(quoted).join(delimiter) + end;
			if (lines.length < 65_536) continue;
			yield encode(lines);
			lines = "";
		}
		yield encode(lines);
	}
	await pipeline(Readable.from(bytes()), createWriteStream(path));
}

/** A text, or a cell as XML has it: type, style (1: a date) and value, and a formula. */
export type XlsxCell = string | { t?: string; s?: number; v?: string; f?: string };
export type XlsxSheet = {
	name: string;
	rows: Iterable<readonly XlsxCell[]>;
	merges?: readonly string[];
	hidden?: ReadonlySet<number>;
	isHidden?: boolean;
};
export type XlsxStyle = { is1904?: boolean; inline?: boolean; others?: Record<string, string> };

const escaped = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Writes sheets as Excel does: texts shared between cells unless `inline`, piece by piece. */
export async function writeXlsx(path: string, sheets: readonly XlsxSheet[], style: XlsxStyle = {}) {
	const shared = new Map<string, number>();
	const parts: [string, () => Iterable<string>][] = sheets.map((sheet, at) => [
		`xl/worksheets/sheet${at + 1}.xml`,
		() => sheetXml(sheet, style.inline ? null : shared),
	]);
	parts.push(["xl/sharedStrings.xml", () => sharedXml(shared)]);
	const fixed = { "xl/workbook.xml": workbookXml(sheets, style), ...relations(sheets), ...style.others };
	for (const [name, text] of Object.entries(fixed)) parts.push([name, () => [text]]);
	await writeZip(path, parts);
}

function* sheetXml({ rows, merges = [], hidden }: XlsxSheet, shared: Map<string, number> | null) {
	yield `${HEAD}<worksheet ${MAIN}><sheetData>`;
	let number = 0;
	for (const row of rows) {
		number++;
		const cells = row.map((cell, at) => cellXml(cell, `${letters(at)}${number}`, shared)).join("");
		yield `<row r="${number}"${hidden?.has(number) ? ' hidden="1"' : ""}>${cells}</row>`;
	}
	yield "</sheetData>";
	if (merges.length)
		yield `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
	yield "</worksheet>";
}

function cellXml(cell: XlsxCell, ref: string, shared: Map<string, number> | null): string {
	if (cell === "") return "";
	if (typeof cell === "string") {
		if (!shared)
			return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
		const number = shared.get(cell) ?? shared.size;
		shared.set(cell, number);
		return `<c r="${ref}" t="s"><v>${number}</v></c>`;
	}
	const { t, s, v, f } = cell;
	const attributes = `${t ? ` t="${t}"` : ""}${s ? ` s="${s}"` : ""}`;
	const formula = f === undefined ? "" : `<f>${escaped(f)}</f>`;
	return `<c r="${ref}"${attributes}>${formula}${v === undefined ? "" : `<v>${escaped(v)}</v>`}</c>`;
}

function* sharedXml(shared: ReadonlyMap<string, number>) {
	yield `${HEAD}<sst ${MAIN}>`;
	for (const text of shared.keys()) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
	yield "</sst>";
}

function workbookXml(sheets: readonly XlsxSheet[], { is1904 }: XlsxStyle): string {
	const list = sheets.map(
		({ name, isHidden }, at) =>
			`<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
	);
	return `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`;
}

function relations(sheets: readonly XlsxSheet[]): Record<string, string> {
	const of = (id: string, type: string, target: string) =>
		`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
	const all = sheets.map((_, at) => of(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`));
	all.push(of("rIdS", "sharedStrings", "sharedStrings.xml"), of("rIdT", "styles", "styles.xml"));
	const package_ = "http://schemas.openxmlformats.org/package/2006/relationships";
	return {
		"xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${package_}">${all.join("")}</Relationships>`,
		"xl/styles.xml": `${HEAD}<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
	};
}

const letters = (index: number): string =>
	(index >= 26 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number };

/** A ZIP whose parts are made while it is written: sizes stand behind each part and in the directory. */
async function writeZip(path: string, parts: readonly [string, () => Iterable<string>][]) {
	async function* bytes() {
		const written: Written[] = [];
		let offset = 0;
		for (const [label, pieces] of parts) {
			const part: Written = { name: Buffer.from(label), crc: 0, packed: 0, size: 0, offset };
			yield Buffer.concat([Buffer.from("PK\x03\x04"), headOf({ ...part, crc: 0 }), part.name]);
			const deflated = Readable.from(measured(pieces(), part)).pipe(createDeflateRaw({ level: 6 }));
			for await (const chunk of deflated as AsyncIterable<Buffer>) {
				part.packed += chunk.length;
				yield chunk;
			}
			const descriptor = Buffer.alloc(16);
			descriptor.write("PK\x07\x08", "latin1");
			[part.crc, part.packed, part.size].forEach((number, at) => {
				descriptor.writeUInt32LE(number, 4 + at * 4);
			});
			yield descriptor;
			offset += 30 + part.name.length + part.packed + 16;
			written.push(part);
		}
		yield directoryOf(written, offset);
	}
	await pipeline(Readable.from(bytes()), createWriteStream(path));
}

function* measured(pieces: Iterable<string>, part: Written) {
	let text = "";
	const flush = () => {
		const chunk = Buffer.from(text);
		text = "";
		part.crc = crc32(chunk, part.crc);
		part.size += chunk.length;
		return chunk;
	};
	for (const piece of pieces) {
		text += piece;
		if (text.length > 65_536) yield flush();
	}
	yield flush();
}

/** From the version that is needed to the length of the extra field. */
function headOf({ crc, packed, size, name }: Written): Buffer {
	const head = Buffer.alloc(26);
	head.writeUInt16LE(20, 0);
	head.writeUInt16LE(0x808, 2);
	head.writeUInt16LE(8, 4);
	head.writeUInt32LE(crc, 10);
	head.writeUInt32LE(packed, 14);
	head.writeUInt32LE(size, 18);
	head.writeUInt16LE(name.length, 22);
	return head;
}

function directoryOf(written: readonly Written[], offset: number): Buffer {
	const entries = written.map((part) => {
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(part.offset, 10);
		return Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), headOf(part), rest, part.name]);
	});
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(written.length, 8);
	end.writeUInt16LE(written.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([directory, end]);
}
