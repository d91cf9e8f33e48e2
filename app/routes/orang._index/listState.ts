import type { ColleagueCursor } from "#app/people/colleagueList.server.ts";

export type ListState = { cari: string; unit: string };

/** What the address says is looked for. */
export function listState(params: URLSearchParams): ListState {
	return {
		cari: (params.get("cari") ?? "").slice(0, 200),
		unit: (params.get("unit") ?? "").slice(0, 40),
	};
}

/** The cursor of an address: the sort key may hold anything but "~", the id follows it. */
export function cursorOf(params: URLSearchParams): ColleagueCursor | null {
	const [sortKey, id] = (params.get("setelah") ?? "").split("~");
	return sortKey && id ? { sortKey, id } : null;
}

/** The address of the list after that row. */
export function listAddress(state: ListState, after?: ColleagueCursor): string {
	const params = new URLSearchParams();
	if (state.cari) params.set("cari", state.cari);
	if (state.unit) params.set("unit", state.unit);
	if (after) params.set("setelah", `${after.sortKey}~${after.id}`);
	const query = params.toString();
	return query ? `/orang?${query}` : "/orang";
}
