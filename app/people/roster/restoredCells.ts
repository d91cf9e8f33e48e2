import type { RosterLine, RosterNote } from "./rosterLine.ts";

const MOST_ROWS = 20;

/** Counts the cells that were restored, and says once for each column and reason how many and in which rows. */
export class RestoredCells {
	count = 0;
	readonly #kinds = new Map<string, { column: string; reason: string; count: number; rows: number[] }>();

	take({ row, findings }: RosterLine): void {
		for (const { kind, code, column, reason } of findings) {
			if (kind !== "restored") continue;
			this.count++;
			const key = `${column}\n${code}`;
			const entry = this.#kinds.get(key) ?? { column, reason, count: 0, rows: [] };
			entry.count++;
			if (entry.rows.length < MOST_ROWS) entry.rows.push(row);
			this.#kinds.set(key, entry);
		}
	}

	notes(): RosterNote[] {
		return [...this.#kinds.values()].map(({ column, reason, count, rows }) => ({
			code: "restored",
			text: `${column}: ${count} sel dipulihkan. ${reason}`,
			rows,
		}));
	}
}
