import { crc32 } from "node:zlib";

const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";

/** An SVG with a credential inside, as Open Badges 3.0 bakes it. @param svg whose root element opens with "<svg " */
export function bakeSvg(svg: string, credential: string): string {
	const start = svg.indexOf("<svg ");
	const end = svg.indexOf(">", start);
	if (start < 0 || end < 0) throw new Error("no SVG");
	// The end of a CDATA section cannot stand in one: in JSON its bracket can be written otherwise.
	const text = credential.replaceAll("]]>", "]]\\u003e");
	const inner = `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`;
	const root = `${svg.slice(start, end)} xmlns:openbadges="${NAMESPACE}">`;
	return `${svg.slice(0, start)}${root}${inner}${svg.slice(end + 1)}`;
}

const SIGNATURE_AND_HEADER = 8 + 25;

/** A PNG with a credential inside: a chunk of text after its header. */
export function bakePng(png: Buffer, credential: string): Buffer {
	if (png.subarray(12, 16).toString("latin1") !== "IHDR") throw new Error("no PNG");
	// Keyword, not compressed, no language, no translated keyword.
	const head = Buffer.from("openbadgecredential\0\0\0\0\0", "latin1");
	const data = Buffer.concat([head, Buffer.from(credential, "utf8")]);
	const typed = Buffer.concat([Buffer.from("iTXt", "latin1"), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(typed));
	return Buffer.concat([
		png.subarray(0, SIGNATURE_AND_HEADER),
		length,
		typed,
		check,
		png.subarray(SIGNATURE_AND_HEADER),
	]);
}
