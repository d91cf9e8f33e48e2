import { crc32, deflateRawSync } from "node:zlib";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook of one sheet whose every cell is text, so that no number of it can be rounded and no text is a formula. */
export function xlsxOf(rows: readonly (readonly string[])[]): Buffer {
	return zipOf({
		"[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
		"_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
		"xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relations([
			["worksheet", "worksheets/sheet1.xml"],
			["styles", "styles.xml"],
		]),
		// Format 49 is "Text": what is typed over a cell stays as it was typed.
		"xl/styles.xml": `${HEAD}<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `${HEAD}<worksheet ${MAIN}><sheetData>${rows.map(rowXml).join("")}</sheetData></worksheet>`,
	});
}

const rowXml = (cells: readonly string[], at: number): string =>
	`<row r="${at + 1}">${cells.map((cell) => `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join("")}</row>`;

// XML 1.0 has no place for these at all.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string): string =>
	text.replace(unwritable, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const relations = (all: [string, string][]): string =>
	`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

function zipOf(parts: Record<string, string>): Buffer {
	const local: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [label, text] of Object.entries(parts)) {
		const [name, content] = [Buffer.from(label), Buffer.from(text)];
		const packed = deflateRawSync(content);
		const head = headOf(crc32(content), packed.length, content.length, name.length);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), head, rest, name);
		local.push(Buffer.from("PK\x03\x04"), head, name, packed);
		offset += 30 + name.length + packed.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	const count = Object.keys(parts).length;
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...local, listed, end]);
}

/** What the head of a part and its line in the directory share: from the version that is needed to the extra field. */
function headOf(crc: number, packed: number, size: number, name: number): Buffer {
	const head = Buffer.alloc(26);
	head.writeUInt16LE(20, 0);
	// Names are UTF-8, parts are deflated, and the date is 1 January 1980.
	head.writeUInt16LE(0x800, 2);
	head.writeUInt16LE(8, 4);
	head.writeUInt16LE(0x21, 8);
	head.writeUInt32LE(crc, 10);
	head.writeUInt32LE(packed, 14);
	head.writeUInt32LE(size, 18);
	head.writeUInt16LE(name, 22);
	return head;
}
