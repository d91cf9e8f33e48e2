import { refusal } from "../refusals.ts";
import type { Package } from "./package.ts";

/** From 1 for rows, from 0 for columns; both ends belong to it. */
export type Merge = { top: number; bottom: number; left: number; right: number };

/** The merged ranges that rows pass through, from the first row to the last. */
export class Merging {
	#next = 0;
	/** With the text of the first cell, once it has been read. */
	#passed: (Merge & { text: string })[] = [];

	/** @param merges by their first row */
	constructor(private readonly merges: readonly Merge[]) {}

	/**
	 * Those that a row lies in; rows are asked for from above.
	 * @throws RosterRefused where they overlap, which Excel never writes and which would take for ever
	 */
	at(row: number) {
		for (let next = this.merges[this.#next]; next && next.top <= row; next = this.merges[++this.#next])
			this.#passed.push({ ...next, text: "" });
		this.#passed = this.#passed.filter(({ bottom }) => bottom >= row);
		const width = this.#passed.reduce((sum, { left, right }) => sum + right - left + 1, 0);
		if (width > MOST_COLUMNS) throw refusal("xml");
		return this.#passed;
	}
}

const MOST_COLUMNS = 16_384;
const MOST_BYTES = 16 * 1024 ** 2;
const END = Buffer.from("sheetData>");

/**
 * The merged ranges of a sheet, by their first row. They stand behind all rows, whose cells are passed over here
 * without being parsed.
 */
export async function mergesOf(file: Package, part: string): Promise<Merge[]> {
	const tail = await behindRows(file, part);
	const ranges = tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g);
	return [...ranges]
		.map(([, left = "", top, right = "", bottom]) => ({
			top: Number(top),
			bottom: Number(bottom),
			left: columnIndex(left),
			right: columnIndex(right),
		}))
		.sort((a, b) => a.top - b.top);
}

async function behindRows(file: Package, part: string): Promise<string> {
	let carried = Buffer.alloc(0);
	const tail: Buffer[] = [];
	let size = 0;
	for await (const piece of file.pieces(part)) {
		if (tail.length) {
			tail.push(piece);
			size += piece.length;
			if (size > MOST_BYTES) throw refusal("zipBomb");
			continue;
		}
		const seen = Buffer.concat([carried, piece]);
		const at = seen.lastIndexOf(END);
		if (isEnd(seen, at)) tail.push(seen.subarray(at));
		carried = seen.subarray(-64);
	}
	return Buffer.concat(tail).toString("latin1");
}

/** Whether a "sheetData>" there closes the element, with or without a prefix. */
const isEnd = (seen: Buffer, at: number): boolean =>
	at > 0 && /<\/(\w+:)?$/.test(seen.toString("latin1", Math.max(0, at - 32), at));

/** "A" is 0; letters only. */
export function columnIndex(letters: string): number {
	let index = 0;
	for (let at = 0; at < letters.length; at++) {
		const code = letters.charCodeAt(at);
		if (code < 65 || code > 90) break;
		index = index * 26 + code - 64;
	}
	return index - 1;
}
