import { type Counts, type Measure, mapCounts } from "./delta.ts";

/** Counts below this are not shown to those outside the agency. */
export const SMALLEST_SHOWN = 10;
const LARGEST_FEW = SMALLEST_SHOWN - 1;

/** A count; "few": under ten; "closed": hidden, whatever it is, so that a "few" cannot be worked out from it. */
export type Cell = number | "few" | "closed";
export type Cells = Record<Measure, Cell>;
/** A sum over cells: exact, or only what its visible cells add up to, beside `few` cells under ten. */
export type Figure = { value: number; exact: boolean; few: number };
export type Figures = Record<Measure, Figure>;

export const isShown = (cell: Cell): cell is number => typeof cell === "number";

/** The cells of one row. Training hours show how many certificates lie behind them, so they hide with these. */
export function cellsOf(counts: Counts, inside: boolean): Cells {
	return mapCounts((measure) => {
		const deciding = measure === "jp" ? counts.certificates : counts[measure];
		if (inside || deciding >= SMALLEST_SHOWN) return counts[measure];
		// Nine certificates can stand for 36 hours: "under ten" would be untrue.
		return measure === "jp" ? "closed" : "few";
	});
}

type Row = { counts: Counts; cells: Cells };

/**
 * Closes further cells of the parts of a published whole, smallest first, until each "few" could still be any
 * of 0 to 9 for a reader who knows the whole. Parts of a whole that is itself hidden are all hidden.
 */
export function protectParts<T extends Row>(whole: Cells, parts: readonly T[]): T[] {
	const columns = mapCounts((measure) => protectColumn(whole[measure], parts, measure));
	return parts.map((part, index) => ({
		...part,
		cells: mapCounts((measure) => {
			const decided = columns[measure === "jp" ? "certificates" : measure][index] ?? "closed";
			if (isShown(decided)) return part.counts[measure];
			return measure === "jp" ? "closed" : decided;
		}),
	}));
}

function protectColumn(whole: Cell, parts: readonly Row[], measure: Measure): Cell[] {
	const cells = parts.map((part) => part.cells[measure]);
	if (!isShown(whole)) return cells.map((cell) => (isShown(cell) ? "closed" : cell));
	const values = parts.map((part) => part.counts[measure]);
	while (!isAmbiguous(values, cells)) {
		const smallest = smallestShown(cells);
		if (smallest === -1) break;
		cells[smallest] = "closed";
	}
	return cells;
}

/** Whether every "few" among the cells may be 0 as well as 9, given the sum of all values. */
function isAmbiguous(values: readonly number[], cells: readonly Cell[]): boolean {
	const few = cells.filter((cell) => cell === "few").length;
	if (few === 0) return true;
	const closed = cells.filter((cell) => cell === "closed").length;
	const hidden = sum(values.filter((_, index) => !isShown(cells[index] ?? "closed")));
	const spare = hidden - closed * SMALLEST_SHOWN;
	return spare >= LARGEST_FEW && (closed > 0 || spare <= LARGEST_FEW * (few - 1));
}

function smallestShown(cells: readonly Cell[]): number {
	let smallest = -1;
	cells.forEach((cell, index) => {
		if (isShown(cell) && cell < Number(cells[smallest] ?? Number.POSITIVE_INFINITY)) smallest = index;
	});
	return smallest;
}

/** The rows' sums: exact where no hidden cell can be worked out from them, else of the visible cells only. */
export function totalOf(rows: readonly Row[]): Figures {
	return figuresOf(rows, (measure) =>
		isAmbiguous(
			rows.map((row) => row.counts[measure]),
			rows.map((row) => row.cells[measure]),
		),
	);
}

/** The rows' sums of visible cells only: what anyone can add up who sees the rows. */
export function visibleTotalOf(rows: readonly Row[]): Figures {
	return figuresOf(rows, () => false);
}

function figuresOf(rows: readonly Row[], mayTell: (measure: Measure) => boolean): Figures {
	return mapCounts((measure) => {
		const hidden = rows.filter((row) => !isShown(row.cells[measure]));
		const few = hidden.filter((row) => row.cells[measure] === "few").length;
		const exact = hidden.length === 0 || mayTell(measure === "jp" ? "certificates" : measure);
		const counted = exact ? rows : rows.filter((row) => isShown(row.cells[measure]));
		return { value: sum(counted.map((row) => row.counts[measure])), exact, few };
	});
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
