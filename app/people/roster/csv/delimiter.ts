import { sourceOf } from "../columns.ts";
import { HEADER_WITHIN } from "../header.ts";

const delimiters = [",", ";", "\t", "|"] as const;

export type Layout = {
	delimiter: string;
	/** Whether the first line only tells Excel the delimiter ("sep=;"), which Excel does not count as a row. */
	isTold: boolean;
};

/** The delimiter by which most columns are known; where none is, the one that stands most often. */
export function layoutOf(head: string): Layout {
	const told = /^sep=(.)\r?\n/i.exec(head)?.[1];
	if (told) return { delimiter: told, isTold: true };
	const lines = head.split(/\r\n|\r|\n/).slice(0, HEADER_WITHIN);
	const scores = delimiters.map((delimiter) => ({ delimiter, ...scoreOf(lines, delimiter) }));
	scores.sort((a, b) => b.known - a.known || b.cells - a.cells);
	return { delimiter: scores[0]?.delimiter ?? ",", isTold: false };
}

function scoreOf(lines: readonly string[], delimiter: string): { known: number; cells: number } {
	const counts = lines.map((line) => line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, "")));
	const known = counts.map((cells) => cells.filter((cell) => sourceOf(cell) !== null).length);
	return { known: Math.max(0, ...known), cells: Math.max(0, ...counts.map((cells) => cells.length)) };
}
