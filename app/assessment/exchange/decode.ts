import { FileRefused, type Note, note } from "./notes.ts";

const readable = [
	"utf-8",
	"utf8",
	"utf-16",
	"utf-16le",
	"utf-16be",
	"us-ascii",
	"iso-8859-1",
	"windows-1252",
];

/**
 * A file's text: UTF-8, UTF-16 by its mark, or the encoding that an XML declaration names.
 * @throws FileRefused when it is empty or no text in any of them
 */
export function decodeText(bytes: Uint8Array): { text: string; notes: Note[] } {
	const label = encodingOf(bytes);
	if (!readable.includes(label)) throw new FileRefused(note("file.encoding", label));
	const text = decoded(bytes, label);
	if (text.trim() === "") throw new FileRefused(note("file.empty"));
	if (text.includes("\0")) throw new FileRefused(note("file.notText"));
	return { text, notes: label.startsWith("utf-16") ? [note("file.utf16")] : [] };
}

function decoded(bytes: Uint8Array, label: string): string {
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		throw new FileRefused(note("file.notText"));
	}
}

function encodingOf(bytes: Uint8Array): string {
	const [a, b, c, d] = bytes;
	if (a === 0xff && b === 0xfe) return "utf-16le";
	if (a === 0xfe && b === 0xff) return "utf-16be";
	// Without a mark: "<?" in sixteen bits.
	if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return "utf-16le";
	if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return "utf-16be";
	const head = String.fromCharCode(...bytes.subarray(0, 200));
	const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1];
	return declared?.toLowerCase() ?? "utf-8";
}
