/** Of a record the cells that are wanted, how many cells it has, and how many up to the last one that is not empty. */
export type CsvRecord = { texts: string[]; cells: number; filled: number };

/** Where cells go: by column the place among those that are wanted; without places each goes to its own. */
export type Wanted = { places: readonly (number | undefined)[] | null; size: number };

export function wantedOf(wanted: readonly number[] | null): Wanted {
	if (!wanted) return { places: null, size: 0 };
	const places: (number | undefined)[] = new Array(Math.max(0, ...wanted) + 1).fill(undefined);
	for (const [place, column] of wanted.entries()) places[column] = place;
	return { places, size: wanted.length };
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Splits lines that are written plainly: a cell is bare, or in quotes from its first to its last letter, and ends with its
 * line. Nearly all lines of nearly all files are so; of others it says null, and they are csv-parse's.
 */
export class PlainLines {
	readonly #delimiter: number;

	constructor(
		delimiter: string,
		readonly lineEnd: "\n" | "\r\n",
		private readonly wanted: Wanted,
	) {
		this.#delimiter = delimiter.charCodeAt(0);
	}

	/** @param end where the line feed is that ends the line, or the text */
	record(text: string, from: number, end: number): CsvRecord | null {
		const isWhole = this.lineEnd === "\n" || end === text.length;
		if (!isWhole && (end === from || text.charCodeAt(end - 1) !== CARRIAGE_RETURN)) return null;
		const to = isWhole ? end : end - 1;
		const record: CsvRecord = { texts: new Array<string>(this.wanted.size).fill(""), cells: 0, filled: 0 };
		let at = from;
		while (at <= to) {
			const isQuoted = at < to && text.charCodeAt(at) === QUOTE;
			const after = isQuoted ? this.#afterQuoted(text, at + 1, to) : this.#afterBare(text, at, to);
			if (after < 0) return null;
			this.#take(record, text, isQuoted ? at + 1 : at, isQuoted ? after - 1 : after);
			at = after + 1;
		}
		return record;
	}

	#take(record: CsvRecord, text: string, from: number, to: number): void {
		const column = record.cells++;
		if (to > from) record.filled = record.cells;
		const place = this.wanted.places ? this.wanted.places[column] : column;
		if (place === undefined) return;
		const cell = text.slice(from, to);
		record.texts[place] = text.charCodeAt(to) === QUOTE ? cell.replaceAll('""', '"') : cell;
	}

	/** @returns where the cell's delimiter, or the line's end, is; -1 where the cell is not plain */
	#afterBare(text: string, from: number, to: number): number {
		for (let at = from; at < to; at++) {
			const code = text.charCodeAt(at);
			if (code === this.#delimiter) return at;
			if (code === QUOTE || code === CARRIAGE_RETURN) return -1;
		}
		return to;
	}

	#afterQuoted(text: string, from: number, to: number): number {
		for (let at = from; at < to; at++) {
			const code = text.charCodeAt(at);
			if (code === CARRIAGE_RETURN || code === LINE_FEED) return -1;
			if (code !== QUOTE) continue;
			if (at + 1 === to || text.charCodeAt(at + 1) === this.#delimiter) return at + 1;
			if (text.charCodeAt(++at) !== QUOTE) return -1;
		}
		return -1;
	}
}

/** How lines end, as the first one does; null where that is not known yet, or in a way of its own. */
export function lineEndOf(text: string): "\n" | "\r\n" | null {
	const at = text.search(/[\r\n]/);
	if (text.charAt(at) === "\n") return "\n";
	return at >= 0 && text.charAt(at + 1) === "\n" ? "\r\n" : null;
}
