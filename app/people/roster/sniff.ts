import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { refusal } from "./refusals.ts";

/** Bytes of a roster, at most: 250,000 people of SIASN's export are about 190 MB as CSV. */
export const MOST_BYTES = 300 * 1024 * 1024;
const HEAD_BYTES = 64 * 1024;
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const OTHER_FORMATS = [
	Buffer.from("%PDF"),
	Buffer.from("Rar!"),
	Buffer.from([0x1f, 0x8b]),
	Buffer.from("7z\xbc"),
];

export type Sniffed = { format: "csv" | "xlsx"; head: Buffer };

/**
 * What a file is by its content, whatever it is called.
 * @throws RosterRefused where it can be no roster
 */
export async function sniff(path: string): Promise<Sniffed> {
	const { size } = await stat(path);
	if (size === 0) throw refusal("empty");
	if (size > MOST_BYTES) throw refusal("tooLarge");
	const head = await headBytes(path, Math.min(size, HEAD_BYTES));
	if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return { format: "xlsx", head };
	if (head.subarray(0, 8).equals(OLE)) throw refusal((await isEncrypted(path)) ? "password" : "oldExcel");
	if (head[0] === 0x50 && head[1] === 0x4b) throw refusal(head[2] === 5 ? "empty" : "truncated");
	if (OTHER_FORMATS.some((magic) => head.subarray(0, magic.length).equals(magic))) throw refusal("notRoster");
	return { format: "csv", head };
}

async function headBytes(path: string, length: number): Promise<Buffer> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

/** Excel locks a workbook by putting it, enciphered, into the container of its old format under this name. */
async function isEncrypted(path: string): Promise<boolean> {
	const name = Buffer.from("EncryptedPackage", "utf16le");
	let carried = Buffer.alloc(0);
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		const seen = Buffer.concat([carried, chunk]);
		if (seen.includes(name)) return true;
		carried = seen.subarray(-name.length);
	}
	return false;
}
