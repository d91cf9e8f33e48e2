import type { RosterColumn, RosterSource } from "./rosterLine.ts";

/** Where the cell of each source is in a row of those that are read. */
export type Places = Partial<Record<RosterSource, number>>;

export const columnPlaces = (columns: readonly RosterColumn[]): Places =>
	Object.fromEntries(columns.map(({ source }, at) => [source, at]));

/** The month (YYYY-MM) of appointment that a NIP names; null for a NI PPPK, which names a year only. */
export const appointedIn = (nip: string): string | null =>
	Number(nip.slice(12, 14)) > 12 ? null : `${nip.slice(8, 12)}-${nip.slice(12, 14)}`;
