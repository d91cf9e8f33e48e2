import type { RosterNote, RosterNoteCode } from "./rosterLine.ts";

const MOST_ROWS = 20;

const sentences: Partial<Record<RosterNoteCode, (count: number) => string>> = {
	hiddenRows: (count) => `${count} baris tersembunyi di Excel ikut dibaca.`,
	formulas: (count) => `${count} sel berisi rumus; hasil yang tersimpan di dalam berkas yang dibaca.`,
	totals: (count) => `${count} baris jumlah atau catatan di bawahnya tidak dibaca sebagai pegawai.`,
	numbering: () => "Baris nomor kolom di bawah judul tidak dibaca sebagai pegawai.",
};

/** Counts what is told about the file as a whole: a sentence each, with the first rows that it is about. */
export class NoteTaker {
	readonly #counts = new Map<RosterNoteCode, { count: number; rows: number[] }>();

	add(code: RosterNoteCode, row: number, count = 1): void {
		const entry = this.#counts.get(code) ?? { count: 0, rows: [] };
		entry.count += count;
		if (entry.rows.length < MOST_ROWS) entry.rows.push(row);
		this.#counts.set(code, entry);
	}

	notes(): RosterNote[] {
		return [...this.#counts].map(([code, { count, rows }]) => ({
			code,
			text: sentences[code]?.(count) ?? "",
			rows,
		}));
	}
}
