/** A cell of a CSV file: texts are guarded against being run as a formula, numbers are written as they are. */
export type CsvCell = string | number;

/**
 * The rows as CSV: separated by commas, lines end in CRLF, with the byte-order mark by which spreadsheets
 * know UTF-8. A text that a spreadsheet would run (leading = + - @, tab or return) gets an apostrophe before it.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
}

function cellText(cell: CsvCell): string {
	if (typeof cell === "number") return String(cell);
	const safe = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows as a download; `fileName` is ASCII without quotes. */
export function csvResponse(fileName: string, rows: readonly (readonly CsvCell[])[]): Response {
	return new Response(csvText(rows), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${fileName}"`,
			"Cache-Control": "no-store",
		},
	});
}
