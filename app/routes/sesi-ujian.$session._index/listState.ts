import type { SeatCursor } from "#app/assessment/seatList.server.ts";
import { isSeatState, type SeatState } from "#app/assessment/seatState.ts";

export type SeatListState = { ruang: string; keadaan: SeatState | ""; cari: string };

/** What the address asks for. */
export function seatListState(params: URLSearchParams): SeatListState {
	const keadaan = params.get("keadaan") ?? "";
	return {
		ruang: (params.get("ruang") ?? "").slice(0, 40),
		keadaan: isSeatState(keadaan) ? keadaan : "",
		cari: (params.get("cari") ?? "").slice(0, 200),
	};
}

/** The cursor of an address: the sort key may hold anything but "~", the id follows it. */
export function cursorOf(params: URLSearchParams): SeatCursor | null {
	const [sortKey, personId] = (params.get("setelah") ?? "").split("~");
	return sortKey && personId ? { sortKey, personId } : null;
}

export function seatListAddress(
	sessionId: string,
	state: Partial<SeatListState>,
	after?: SeatCursor,
): string {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(state)) if (value) params.set(name, value);
	if (after) params.set("setelah", `${after.sortKey}~${after.personId}`);
	const query = params.toString();
	return `/sesi-ujian/${sessionId}${query ? `?${query}` : ""}`;
}
