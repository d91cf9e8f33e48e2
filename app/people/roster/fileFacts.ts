import { sourceOf } from "./columns.ts";
import type { RosterHead, RosterNote, RosterReading, RosterSource } from "./rosterLine.ts";

/** What was found out about a file as a whole. */
export type FileFacts = {
	format: RosterHead["format"];
	/** The sheet that was read; null for CSV. */
	sheet: string | null;
	/** Columns that are known and never kept. */
	dropped: readonly string[];
	/** Columns whose meaning only somebody of the agency can say. */
	asked: readonly string[];
	/** Of number and name, what no column was found for. */
	missing: readonly RosterSource[];
	notes: readonly RosterNote[];
};

export function fileFacts({ head, notes }: Pick<RosterReading, "head" | "notes">): FileFacts {
	const { format, sheet, dropped, unknown, columns, missing } = head;
	const names = [...unknown, ...dropped, ...columns.map(({ name }) => name)];
	const asked = names.filter((name) => sourceOf(name) === null);
	return { format, sheet, dropped: dropped.filter((name) => !asked.includes(name)), asked, missing, notes };
}

/** Whether somebody has to say what columns mean before the file is read. */
export const needsMapping = ({ unknown, missing }: RosterHead, { asked }: FileFacts): boolean =>
	unknown.length > 0 || (missing.length > 0 && asked.length > 0);
