import type { RosterNote } from "./rosterLine.ts";

/**
 * What the file says that a cell is. A CSV says nothing ("untyped"). "date" is a number shown as a date; "uncalculated"
 * a formula without a stored result; "merged" a cell that a merged range covers, with the text of the range's first
 * cell where that lies straight above.
 */
export type CellKind =
	| "untyped"
	| "text"
	| "number"
	| "date"
	| "boolean"
	| "error"
	| "uncalculated"
	| "merged";

export type RawRow = {
	/** As Excel shows it. */
	row: number;
	texts: readonly string[];
	/** One a text; null: all untyped. */
	kinds: readonly CellKind[] | null;
	isHidden: boolean;
	/** How many of the cells are formulas with a stored result. */
	formulas: number;
	/** Of a CSV, how many cells the row has, and how many up to the last one that is not empty; null: any number. */
	extent: { cells: number; filled: number } | null;
};

export type RawSheet = {
	/** null for CSV. */
	name: string | null;
	/** The cells of the columns that are wanted, in that order (from 0), or all; may be read again from the start. */
	rows(wanted: readonly number[] | null): AsyncIterable<RawRow>;
};

export type RawFile = {
	format: "csv" | "xlsx";
	sheets: readonly RawSheet[];
	/** Whether a date's number counts from 1904. */
	is1904: boolean;
	notes: RosterNote[];
};

/** "A" for 0, "AB" for 27. */
export function columnLetter(index: number): string {
	const before = Math.floor(index / 26);
	return (before ? columnLetter(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}
