import type { AgencyKind } from "#db/schema/index.ts";
import { foldText } from "../agencies/fold.ts";
import type { Measure } from "./delta.ts";
import type { AgencyLine } from "./nation.server.ts";

/** "name", "-passed", …; a minus sorts from the largest. */
export type SortKey = "name" | Measure;
export type Sort = { by: SortKey; descending: boolean };
export type Filter = { search: string; kind: AgencyKind | null; province: string | null };

/** The lines that have every word of the search in name, short name or code, of that kind and province. */
export function filterLines(lines: readonly AgencyLine[], { search, kind, province }: Filter): AgencyLine[] {
	const words = foldText(search).split(" ").filter(Boolean);
	return lines.filter((line) => {
		if (kind && line.kind !== kind) return false;
		if (province && line.provinceCode !== province) return false;
		const text = foldText(`${line.name} ${line.shortName} ${line.code}`);
		return words.every((word) => text.includes(word));
	});
}

/** Sorted by what is shown: hidden counts are all equal, below every visible one and above no data at all. */
export function sortLines(lines: readonly AgencyLine[], { by, descending }: Sort): AgencyLine[] {
	const direction = descending ? -1 : 1;
	return [...lines].sort((a, b) => {
		if (by === "name") return direction * compareNames(a, b);
		return direction * (rank(a, by) - rank(b, by)) || compareNames(a, b);
	});
}

function rank(line: AgencyLine, by: Measure): number {
	const cell = line.cells?.[by];
	if (cell === undefined) return Number.MIN_SAFE_INTEGER;
	return typeof cell === "number" ? cell : Number.MIN_SAFE_INTEGER + 1;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const compareNames = (a: AgencyLine, b: AgencyLine) =>
	compare(a.sortKey, b.sortKey) || compare(a.code, b.code);

/** One page of the lines; a page past the end is the last one. */
export function pageOf<T>(
	lines: readonly T[],
	page: number,
	size: number,
): { lines: T[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(lines.length / size));
	const at = Math.min(Math.max(1, page), pages);
	return { lines: lines.slice((at - 1) * size, at * size), page: at, pages };
}
