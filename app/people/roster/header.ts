import { columnKey, sourceOf } from "./columns.ts";
import { columnLetter, type RawRow } from "./rawRow.ts";
import { columnTwice } from "./refusals.ts";
import type { ColumnMapping, RosterColumn, RosterHead, RosterSource } from "./rosterLine.ts";
import { requiredFields } from "./rosterLine.ts";

/** How many rows may stand above the header, such as titles. */
export const HEADER_WITHIN = 40;
const FEWEST = 2;

/** Excel's number of the last row of it, and a name for each column ("" where there is none). */
export type Header = { row: number; names: readonly string[]; isTwo: boolean };

/** The row, or the two rows, in which most columns are known; null where no row has two. */
export function findHeader(rows: readonly RawRow[], mapping: ColumnMapping = {}): Header | null {
	let best: Header | null = null;
	let most = FEWEST - 1;
	const consider = (header: Header) => {
		const known = header.names.filter((name) => sourceWith(name, mapping) !== null).length;
		if (known > most) [best, most] = [header, known];
	};
	for (const { row, texts } of rows) consider({ row, names: texts.map(tidy), isTwo: false });
	for (const [at, { texts }] of rows.entries()) {
		const below = rows[at + 1];
		if (below) consider({ row: below.row, names: joined(texts, below.texts), isTwo: true });
	}
	return best;
}

/** A merged group name stands over its first column only: the columns to its right have it too. */
function joined(above: readonly string[], below: readonly string[]): string[] {
	let group = "";
	return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
		const [own, name] = [tidy(above[at] ?? ""), tidy(below[at] ?? "")];
		group = own || (name ? group : "");
		return name ? `${group} ${name}`.trim() : own;
	});
}

const tidy = (name: string) => name.normalize("NFKC").replace(/\s+/g, " ").trim();

function sourceWith(name: string, mapping: ColumnMapping): RosterSource | "dropped" | null {
	const known = sourceOf(name);
	if (known) return known;
	const key = columnKey(name);
	const mapped = Object.entries(mapping).find(([of]) => columnKey(of) === key);
	return mapped && key ? (mapped[1] ?? "dropped") : null;
}

/**
 * What is read of the file.
 * @throws RosterRefused where two columns say the same
 */
export function headOf(
	header: Header,
	mapping: ColumnMapping = {},
): Pick<RosterHead, "columns" | "dropped" | "unknown" | "missing"> {
	const columns: RosterColumn[] = [];
	const dropped: string[] = [];
	const unknown: string[] = [];
	for (const [index, name] of header.names.entries()) {
		const source = sourceWith(name, mapping);
		if (source === "dropped") dropped.push(name);
		else if (source) columns.push({ name, index, letter: columnLetter(index), source });
		else if (name) unknown.push(name);
	}
	refuseTwice(columns, header.row);
	const missing = requiredFields.filter((field) => !columns.some(({ source }) => source === field));
	return { columns, dropped, unknown, missing };
}

function refuseTwice(columns: readonly RosterColumn[], row: number): void {
	for (const { source } of columns) {
		const same = columns.filter((column) => column.source === source);
		if (same.length > 1)
			throw columnTwice(
				same.map(({ name, letter }) => `${name} (kolom ${letter})`),
				row,
			);
	}
}
