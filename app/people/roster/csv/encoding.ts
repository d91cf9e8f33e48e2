import { createReadStream } from "node:fs";
import { refusal } from "../refusals.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What Windows-1252 has between 0x80 and 0x9F, where Latin-1 has control characters. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The encoding of a text: by its mark, by where its zero bytes are, or UTF-8 where all of it is sound UTF-8.
 * @param head the first bytes of the file
 * @throws RosterRefused for bytes that are no text
 */
export async function encodingOf(path: string, head: Buffer): Promise<Encoding> {
	if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
	if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
	const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
	const [even = 0, odd = 0] = zeros;
	if (even + odd === 0) return (await isUtf8(path)) ? "utf-8" : "windows-1252";
	const half = head.length / 2;
	if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
	if (even > half * 0.7 && odd < half * 0.05) return "utf-16be";
	throw refusal("notRoster");
}

async function isUtf8(path: string): Promise<boolean> {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	try {
		for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
		return true;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}

/** Decodes bytes as they come, without the mark; what is UTF-8 goes on as it is. */
export async function* decoded(
	chunks: AsyncIterable<Buffer>,
	encoding: Encoding,
): AsyncGenerator<string | Buffer> {
	const decode = encoding === "utf-8" ? (chunk: Buffer) => chunk : decoderOf(encoding);
	for await (const chunk of chunks) {
		const text = decode(chunk);
		if (text.includes("\0")) throw refusal("notRoster");
		if (text.length) yield text;
	}
}

export function decoderOf(encoding: Encoding): (chunk: Buffer) => string {
	// Some builds of Node read "windows-1252" as Latin-1.
	if (encoding === "windows-1252") return fromWindows;
	const decoder = new TextDecoder(encoding);
	return (chunk) => decoder.decode(chunk, { stream: true });
}

const fromWindows = (chunk: Buffer): string =>
	chunk.toString("latin1").replace(/[\u0080-\u009f]/g, (char) => HIGH.charAt(char.charCodeAt(0) - 0x80));
