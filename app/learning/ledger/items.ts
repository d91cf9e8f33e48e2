import { dayIn } from "../../i18n/format.ts";

/** One row of the ledger: hours credited or (negative) taken back. */
export type Entry = {
	id: string;
	sourceKind: string;
	sourceId: string;
	year: number;
	jp: number;
	/** ISO day that the hours count for; null in rows from before days were kept. */
	countedOn: string | null;
	creditedAt: number;
};

/** What hours were given for, with all that was entered about it added up: never below 0 hours when nothing is missing. */
export type Item = {
	/** The certificate or the piece of learning elsewhere. */
	about: string;
	day: string;
	/** Whole training hours that stand. */
	jp: number;
	/** Whether hours of it were taken back. */
	isTakenBack: boolean;
	isElsewhere: boolean;
};

/**
 * What an entry is about. Reversals are named by what they reverse with a mark of their own behind it, merges of records by
 * the merge before it.
 */
export function aboutOf({ sourceKind, sourceId }: Pick<Entry, "sourceKind" | "sourceId">): string {
	const [first = "", second = ""] = sourceId.split(":");
	return sourceKind === "merge" || sourceKind === "unmerge" ? second : first;
}

/** The ISO day that an entry counts for, which always lies in its year. */
export function dayOf({ countedOn, creditedAt, year }: Entry, timeZone: string): string {
	if (countedOn) return countedOn;
	const day = dayIn(creditedAt, timeZone);
	return day.startsWith(`${year}-`) ? day : `${year}-12-31`;
}

/** The entries by what they are about, in the order of their days; in whatever order they are given. */
export function itemsOf(entries: readonly Entry[], timeZone: string): Item[] {
	const found = new Map<string, Entry[]>();
	for (const entry of entries) {
		const about = aboutOf(entry);
		found.set(about, [...(found.get(about) ?? []), entry]);
	}
	const items = [...found].map(([about, rows]) => itemOf(about, rows, timeZone));
	return items.sort((a, b) => compare(a.day, b.day) || compare(a.about, b.about));
}

function itemOf(about: string, rows: Entry[], timeZone: string): Item {
	const [first] = [...rows].sort(
		(a, b) => Math.sign(b.jp) - Math.sign(a.jp) || a.creditedAt - b.creditedAt || compare(a.id, b.id),
	);
	return {
		about,
		day: first ? dayOf(first, timeZone) : "",
		jp: rows.reduce((sum, { jp }) => sum + jp, 0),
		isTakenBack: rows.some(({ jp }) => jp < 0),
		isElsewhere: rows.some(({ sourceKind }) => sourceKind.startsWith("recognition")),
	};
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
