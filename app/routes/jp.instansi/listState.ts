import type { ColleagueCursor } from "#app/people/colleagueList.server.ts";
import { yearAsked } from "#app/records/jp/year.ts";

export type JpListState = { unit: string; year: number; onlyBelow: boolean };

/** What the address says is looked for. */
export const jpListState = (params: URLSearchParams, present: number): JpListState => ({
	unit: (params.get("unit") ?? "").slice(0, 40),
	year: yearAsked(params, present),
	onlyBelow: params.get("siapa") !== "semua",
});

/** The address of the list, or of its export, after that row. */
export function jpListAddress(page: string, { unit, year, onlyBelow }: JpListState, after?: ColleagueCursor) {
	const params = new URLSearchParams({ tahun: String(year) });
	if (unit) params.set("unit", unit);
	if (!onlyBelow) params.set("siapa", "semua");
	if (after) params.set("setelah", `${after.sortKey}~${after.id}`);
	return `${page}?${params}`;
}
