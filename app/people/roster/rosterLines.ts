import { columnPlaces, type Places } from "./columnPlaces.ts";
import { EvidenceTaker } from "./evidence.ts";
import { NoteTaker } from "./notes.ts";
import type { RawRow, RawSheet } from "./rawRow.ts";
import { type LineContext, readLine } from "./readLine.ts";
import type { RosterHead, RosterLine, RosterNote, RosterReading } from "./rosterLine.ts";

/** Rows that are looked at before the first one is decided. */
const LOOK_AHEAD = 1000;
const TOTALS = /^(grand\s+|sub\s*)?(total|jumlah)\b/i;

export type Opened = {
	sheet: RawSheet;
	head: RosterHead;
	is1904: boolean;
	today: string;
	/** Cells of the header. */
	width: number;
	notes: readonly RosterNote[];
};

/** The lines below a header, each decided with what the rows around it tell. */
export class RosterLines implements RosterReading {
	readonly head: RosterHead;
	readonly #places: Places;
	readonly #taken = new NoteTaker();

	constructor(private readonly opened: Opened) {
		this.head = opened.head;
		this.#places = columnPlaces(opened.head.columns);
	}

	get notes(): RosterNote[] {
		return [...this.opened.notes, ...this.#taken.notes()];
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<RosterLine> {
		const evidence = new EvidenceTaker(this.#places, this.opened.today, this.opened.is1904);
		let context: LineContext | null = null;
		let ahead: RawRow[] = [];
		for await (const raw of this.#people()) {
			if (context) {
				yield this.#line(raw, context);
				continue;
			}
			ahead.push(raw);
			evidence.observe(raw);
			if (ahead.length < LOOK_AHEAD) continue;
			context = await this.#decided(evidence);
			for (const one of ahead) yield this.#line(one, context);
			ahead = [];
		}
		if (!ahead.length) return;
		context = await this.#decided(evidence, false);
		for (const one of ahead) yield this.#line(one, context);
	}

	#line(raw: RawRow, context: LineContext): RosterLine {
		if (raw.isHidden) this.#taken.add("hiddenRows", raw.row);
		if (raw.formulas) this.#taken.add("formulas", raw.row, raw.formulas);
		return readLine(raw, context);
	}

	/** Dates with slashes are certain only when every one of them has been seen. */
	async #decided(ahead: EvidenceTaker, isMore = true): Promise<LineContext> {
		const { head, today, is1904, sheet, width } = this.opened;
		let evidence = ahead.result();
		if (isMore && evidence.hasSlashes) {
			const all = new EvidenceTaker(this.#places, today, is1904);
			for await (const raw of sheet.rows(this.#wanted())) if (raw.row > head.row) all.observe(raw);
			evidence = { ...evidence, orders: all.result().orders };
		}
		return { columns: head.columns, places: this.#places, today, is1904, width, evidence };
	}

	/** The columns that are read, and the first one of the sheet, where a total may be announced. */
	#wanted(): number[] {
		const wanted = this.head.columns.map(({ index }) => index);
		return wanted.includes(0) ? wanted : [...wanted, 0];
	}

	/** The rows that are about people: not empty, no numbering below the header, no totals and what is below them. */
	async *#people(): AsyncGenerator<RawRow> {
		const width = this.head.columns.length;
		let isFooter = false;
		let isFirst = true;
		for await (const raw of this.opened.sheet.rows(this.#wanted())) {
			if (raw.row <= this.head.row) continue;
			const texts = raw.texts.map((text) => text.trim());
			const isTotals = this.#isTotals(texts, isFooter);
			isFooter ||= isTotals;
			if (isTotals) this.#taken.add("totals", raw.row);
			else if (isFirst && isNumbering(texts)) this.#taken.add("numbering", raw.row);
			else if (texts.slice(0, width).some((text) => text !== "") || raw.kinds?.includes("uncalculated"))
				yield raw;
			isFirst = false;
		}
	}

	#isTotals(texts: readonly string[], isFooter: boolean): boolean {
		const nip = texts[this.#places.nip ?? -1] ?? "";
		if (nip !== "" && !TOTALS.test(nip)) return isFooter && !/\d{5}/.test(nip);
		return (isFooter && texts.some((text) => text !== "")) || texts.some((text) => TOTALS.test(text));
	}
}

/** "(1)", "(2)", "(3)" or the same without brackets, rising from left to right. */
function isNumbering(texts: readonly string[]): boolean {
	const filled = texts.filter((text) => text !== "");
	const numbers = filled.map((text) => Number(/^\(?(\d{1,3})\)?$/.exec(text)?.[1] ?? Number.NaN));
	return numbers.length > 1 && numbers.every((number) => !Number.isNaN(number)) && new Set(numbers).size > 1;
}
