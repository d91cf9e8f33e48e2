import type { DateOrders } from "./cells/date.ts";
import { type DateReading, datesOf } from "./cells/dateForms.ts";
import { looksRounded, readNumber } from "./cells/number.ts";
import { appointedIn, type Places } from "./columnPlaces.ts";
import type { RawRow } from "./rawRow.ts";

/** What many rows together tell about a single cell. */
export type Evidence = {
	orders: DateOrders;
	/** All numbers that are written as bare digits look rounded. */
	areRounded: boolean;
	/** Digits of the longest identifier that has digits only, by its place. */
	widths: ReadonlyMap<number, number>;
	/** Of a CSV, the cells of the shortest row. */
	fewestCells: number;
	/** Whether there are dates that the orders decide, so that the whole file has to be asked. */
	hasSlashes: boolean;
};

const FEWEST_ROUNDED = 2;
const LONGEST_NUMBER = 15;

/** Takes note of rows, one by one. */
export class EvidenceTaker {
	readonly #orders: DateOrders = {
		iso: none(),
		word: none(),
		serial: none(),
		"-": none(),
		".": none(),
		"/": none(),
	};
	readonly #widths = new Map<number, number>();
	#fewestCells = Number.POSITIVE_INFINITY;
	#numbers = 0;
	#rounded = 0;
	#hasSlashes = false;

	constructor(
		private readonly places: Places,
		private readonly today: string,
		private readonly is1904: boolean,
	) {}

	observe(raw: RawRow): void {
		if (raw.extent) this.#fewestCells = Math.min(this.#fewestCells, raw.extent.cells);
		const nip = this.#observeNumber(raw);
		this.#observeDate(raw, this.places.tmtCpns, nip && appointedIn(nip));
		this.#observeDate(raw, this.places.tmtPosition, null);
		for (const at of [this.places.unitId, this.places.homeAgencyId, this.places.workAgencyId]) {
			const text = at === undefined ? "" : (raw.texts[at] ?? "").trim();
			if (at === undefined || text.length > LONGEST_NUMBER || !/^\d+$/.test(text)) continue;
			this.#widths.set(at, Math.max(text.length, this.#widths.get(at) ?? 0));
		}
	}

	result(): Evidence {
		return {
			orders: this.#orders,
			areRounded: this.#numbers >= FEWEST_ROUNDED && this.#rounded === this.#numbers,
			widths: this.#widths,
			fewestCells: this.#fewestCells,
			hasSlashes: this.#hasSlashes,
		};
	}

	#observeNumber(raw: RawRow): string | null {
		const at = this.places.nip;
		if (at === undefined) return null;
		const cell = { text: raw.texts[at] ?? "", kind: raw.kinds?.[at] ?? "untyped" };
		const { value } = readNumber(cell, this.today, false);
		const digits = cell.text.trim();
		if (/^\d{18}$/.test(digits)) {
			this.#numbers++;
			if (digits.endsWith("000") || looksRounded(digits)) this.#rounded++;
		}
		return value;
	}

	#observeDate(raw: RawRow, at: number | undefined, expected: string | null): void {
		const text = at === undefined ? "" : (raw.texts[at] ?? "").trim();
		if (at === undefined || text === "") return;
		const reading = datesOf(text, this.is1904);
		if (!reading || reading.first === reading.other) return;
		const order = orderOf(reading, expected);
		if (order) this.#orders[reading.form][order]++;
		if (reading.form === "/") this.#hasSlashes = true;
	}
}

function orderOf({ first, other }: DateReading, expected: string | null) {
	if (!first || !other) return first ? "dayFirst" : "monthFirst";
	if (!expected || first.startsWith(expected) === other.startsWith(expected)) return null;
	return first.startsWith(expected) ? "dayFirst" : "monthFirst";
}

const none = () => ({ dayFirst: 0, monthFirst: 0 });
