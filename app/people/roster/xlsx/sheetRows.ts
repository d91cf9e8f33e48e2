import type { CellKind, RawRow } from "../rawRow.ts";
import { columnIndex, type Merge, Merging } from "./merges.ts";
import type { Package } from "./package.ts";
import { readPart } from "./parts.ts";
import { unescaped } from "./sharedStrings.ts";
import { LONGEST_CELL, type StringStore } from "./stringStore.ts";

const MOST_COLUMNS = 16_384;

export type SheetContext = { strings: StringStore; dates: ReadonlySet<number>; merges: readonly Merge[] };

type OpenCell = { at: number; type: string; style: number; hasFormula: boolean; value: string };

/**
 * The rows of a sheet, as they are written: the raw text of each cell and what the file says that it is.
 * @param wanted columns from 0, in the order in which their cells are given; null: all
 */
export async function* sheetRows(
	file: Package,
	part: string,
	context: SheetContext,
	wanted: readonly number[] | null,
): AsyncGenerator<RawRow> {
	const sheet = new Sheet(context, wanted);
	for await (const row of readPart(file, part, sheet, () => sheet.take())) yield row;
}

class Sheet {
	#rows: RawRow[] = [];
	#row = 0;
	#isHidden = false;
	#formulas = 0;
	#texts: string[] = [];
	#kinds: CellKind[] = [];
	#column = -1;
	#cell: OpenCell | null = null;
	#isValue = false;
	#isPhonetic = false;
	readonly #places: ReadonlyMap<number, number> | null;
	readonly #merging: Merging;

	constructor(
		private readonly context: SheetContext,
		private readonly wanted: readonly number[] | null,
	) {
		this.#merging = new Merging(context.merges);
		this.#places = wanted && new Map(wanted.map((column, place) => [column, place]));
	}

	take(): RawRow[] {
		return this.#rows.splice(0);
	}

	open(name: string, attributes: Record<string, string>): void {
		if (name === "c") this.#openCell(attributes);
		else if (name === "row") this.#openRow(attributes);
		else if (!this.#cell) return;
		else if (name === "v" || (name === "t" && !this.#isPhonetic)) this.#isValue = true;
		else if (name === "f") this.#cell.hasFormula = true;
		else if (name === "rPh") this.#isPhonetic = true;
	}

	text(piece: string): void {
		const cell = this.#isValue ? this.#cell : null;
		if (cell && cell.value.length < LONGEST_CELL) cell.value += piece;
	}

	close(name: string): void {
		if (name === "v" || name === "t") this.#isValue = false;
		else if (name === "rPh") this.#isPhonetic = false;
		else if (name === "c") this.#closeCell();
		else if (name === "row") this.#closeRow();
	}

	#openRow({ r, hidden }: Record<string, string>): void {
		this.#row = Number(r) || this.#row + 1;
		this.#isHidden = hidden === "1" || hidden === "true";
		this.#formulas = 0;
		this.#column = -1;
		const width = this.wanted?.length ?? 0;
		this.#texts = Array<string>(width).fill("");
		this.#kinds = Array<CellKind>(width).fill("text");
	}

	/** A cell without a reference stands right of the last one. */
	#openCell({ r, t = "n", s }: Record<string, string>): void {
		this.#column = r ? columnIndex(r) : this.#column + 1;
		const at = this.#places ? this.#places.get(this.#column) : this.#column;
		const isKept = at !== undefined && this.#column >= 0 && this.#column < MOST_COLUMNS;
		this.#cell = isKept ? { at, type: t, style: Number(s ?? 0), hasFormula: false, value: "" } : null;
	}

	#closeCell(): void {
		const cell = this.#cell;
		this.#cell = null;
		if (!cell) return;
		while (this.#texts.length <= cell.at) {
			this.#texts.push("");
			this.#kinds.push("text");
		}
		if (cell.hasFormula && cell.value !== "") this.#formulas++;
		this.#texts[cell.at] = this.#textOf(cell);
		this.#kinds[cell.at] = this.#kindOf(cell);
	}

	#textOf({ type, value }: OpenCell): string {
		if (type === "s") return value === "" ? "" : (this.context.strings.at(Number(value)) ?? "");
		if (type === "b") return value === "1" ? "TRUE" : "FALSE";
		return type === "n" ? value.trim() : unescaped(value);
	}

	#kindOf({ type, value, style, hasFormula }: OpenCell): CellKind {
		if (hasFormula && value === "") return "uncalculated";
		if (type === "b") return "boolean";
		if (type === "e") return "error";
		if (type !== "n" || value === "") return "text";
		return this.context.dates.has(style) ? "date" : "number";
	}

	#closeRow(): void {
		const { merges } = this.context;
		if (merges.length) this.#coverCells();
		this.#rows.push({
			row: this.#row,
			texts: this.#texts,
			kinds: this.#kinds,
			isHidden: this.#isHidden,
			formulas: this.#formulas,
			extent: null,
		});
	}

	/** What is covered from above gets the text of the range's first cell; what is covered from the left, none. */
	#coverCells(): void {
		for (const merge of this.#merging.at(this.#row)) {
			for (let column = merge.left; column <= merge.right; column++) {
				const at = this.#places ? this.#places.get(column) : column;
				if (at === undefined) continue;
				if (this.#row === merge.top && column === merge.left) merge.text = this.#texts[at] ?? "";
				else this.#cover(at, merge.left === merge.right ? merge.text : "");
			}
		}
	}

	#cover(at: number, text: string): void {
		this.#texts[at] = text;
		this.#kinds[at] = "merged";
	}
}
