import type { SupervisedCursor, SupervisedFilter } from "#app/assessment/supervisedList.server.ts";

const filters: Record<string, SupervisedFilter> = { terlambat: "late", berjalan: "open", semua: "all" };

/** What the address asks for; late answers first, since they wait for somebody. */
export function filterOf(params: URLSearchParams): { name: string; filter: SupervisedFilter } {
	const name = params.get("keadaan") ?? "";
	const filter = filters[name];
	return filter ? { name, filter } : { name: "terlambat", filter: "late" };
}

export function cursorOf(params: URLSearchParams): SupervisedCursor | null {
	const [startedAt, id] = (params.get("setelah") ?? "").split("~");
	return id && /^\d{1,15}$/.test(startedAt ?? "") ? { startedAt: Number(startedAt), id } : null;
}

export function listAddress(name: string, after?: SupervisedCursor): string {
	const params = new URLSearchParams({ keadaan: name });
	if (after) params.set("setelah", `${after.startedAt}~${after.id}`);
	return `/ujian?${params}`;
}
