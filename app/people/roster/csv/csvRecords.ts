import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { parse } from "csv-parse";
import { decoded, type Encoding } from "./encoding.ts";
import { type CsvRecord, lineEndOf, PlainLines, type Wanted, wantedOf } from "./plainLines.ts";

const LONGEST_RECORD = 1024 * 1024;

/**
 * The records of a CSV, many at a time. Plain lines are split here, which takes a tenth of what csv-parse needs; from the
 * first that is not plain (a line break within quotes, a quote within a bare cell) csv-parse reads on.
 * @param columns the columns whose cells are wanted, in that order; null: all
 * @throws CsvError
 */
export async function* csvRecords(
	path: string,
	encoding: Encoding,
	delimiter: string,
	columns: readonly number[] | null,
): AsyncGenerator<CsvRecord[]> {
	const wanted = wantedOf(columns);
	const chunks = texts(path, encoding);
	let lines: PlainLines | null = null;
	let rest = "";
	for await (const chunk of chunks) {
		rest += chunk;
		const lineEnd: PlainLines["lineEnd"] | null = lines ? null : lineEndOf(rest);
		if (lineEnd) lines = new PlainLines(delimiter, lineEnd, wanted);
		const split = lines ? splitLines(rest, lines) : { records: [], from: 0, isPlain: true };
		if (split.records.length > 0) yield split.records;
		rest = rest.slice(split.from);
		if (split.isPlain && rest.length < LONGEST_RECORD) continue;
		yield* parsed(rest, chunks, delimiter, lines?.lineEnd, wanted);
		return;
	}
	if (rest === "") return;
	const last = lines?.record(rest, 0, rest.length);
	if (last) yield [last];
	else yield* parsed(rest, chunks, delimiter, lines?.lineEnd, wanted);
}

/** The records of whole lines, up to one that is not plain; `from` is where the rest begins. */
function splitLines(
	text: string,
	lines: PlainLines,
): { records: CsvRecord[]; from: number; isPlain: boolean } {
	const records: CsvRecord[] = [];
	let from = 0;
	for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
		const record = lines.record(text, from, end);
		if (!record) return { records, from, isPlain: false };
		records.push(record);
		from = end + 1;
	}
	return { records, from, isPlain: true };
}

/** What csv-parse makes of the rest. */
async function* parsed(
	begun: string,
	more: AsyncIterator<string> & AsyncIterable<string>,
	delimiter: string,
	lineEnd: string | undefined,
	wanted: Wanted,
): AsyncGenerator<CsvRecord[]> {
	const parser = parse({
		delimiter,
		record_delimiter: lineEnd ?? [],
		relax_column_count: true,
		relax_quotes: true,
		max_record_size: LONGEST_RECORD,
	});
	async function* all() {
		yield begun;
		for (let next = await more.next(); !next.done; next = await more.next()) yield next.value;
	}
	// Errors reach the reader through the parser, which the pipeline destroys with them.
	const records = pipeline(Readable.from(all()), parser, () => undefined) as AsyncIterable<string[]>;
	for await (const record of records) yield [recordOf(record, wanted)];
}

function recordOf(record: string[], { places, size }: Wanted): CsvRecord {
	let filled = record.length;
	while (filled > 0 && record[filled - 1] === "") filled--;
	if (!places) return { texts: record, cells: record.length, filled };
	const texts = new Array<string>(size).fill("");
	for (const [column, place] of places.entries())
		if (place !== undefined) texts[place] = record[column] ?? "";
	return { texts, cells: record.length, filled };
}

async function* texts(path: string, encoding: Encoding): AsyncGenerator<string> {
	// Faster than a TextDecoder, whose mark of the beginning is left to be cut off.
	const decoder = new StringDecoder("utf8");
	let isFirst = true;
	const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
	for await (const chunk of decoded(bytes, encoding)) {
		const text = typeof chunk === "string" ? chunk : decoder.write(chunk);
		yield isFirst ? text.replace(/^\uFEFF/, "") : text;
		isFirst = false;
	}
}
