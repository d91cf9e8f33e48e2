/** What is wrong with a registry file, in Bahasa: it is read by the person who edited the file. */
export class RegistryFileError extends Error {
	override name = "RegistryFileError";
	constructor(
		file: string,
		/** Counted from 1; the header is line 1. */
		readonly line: number,
		problem: string,
	) {
		super(`${file}, baris ${line}: ${problem}.`);
	}
}

export type CsvRecord = { line: number; record: Record<string, string> };

/**
 * The records of a CSV text whose header must be exactly `columns`. A cell may be quoted, with "" for a quote;
 * a line end inside a cell is refused, so that line numbers stay true.
 * @throws RegistryFileError
 */
export function csvRecords(text: string, file: string, columns: readonly string[]): CsvRecord[] {
	const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	const [header = "", ...rest] = lines;
	if (header !== columns.join(","))
		throw new RegistryFileError(file, 1, `kepala kolom harus ${columns.join(",")}`);
	return rest.map((text, index) => {
		const line = index + 2;
		const cells = cellsOf(text, file, line);
		if (cells.length !== columns.length) {
			throw new RegistryFileError(file, line, `ada ${cells.length} kolom, seharusnya ${columns.length}`);
		}
		return { line, record: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])) };
	});
}

function cellsOf(text: string, file: string, line: number): string[] {
	const cells: string[] = [];
	const cell = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;
	for (;;) {
		const [, content = "", end] = cell.exec(text) ?? [];
		if (end === undefined) throw new RegistryFileError(file, line, "tanda petik tidak berpasangan");
		cells.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
		if (end === "") return cells;
	}
}
