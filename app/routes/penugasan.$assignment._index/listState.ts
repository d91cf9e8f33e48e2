import {
	type MemberCursor,
	type MemberFilter,
	memberFilters,
} from "#app/learning/assignments/memberFilters.ts";

const names: Record<MemberFilter, string> = {
	late: "terlambat",
	owing: "belum",
	done: "selesai",
	exempt: "dikecualikan",
	all: "semua",
};
export const filterNames = memberFilters.map((filter) => ({ filter, name: names[filter] }));

/** What the address asks for; those who are late first, since something can be done for them. */
export function filterOf(params: URLSearchParams): MemberFilter {
	return filterNames.find(({ name }) => name === params.get("keadaan"))?.filter ?? "late";
}

export function cursorOf(params: URLSearchParams): MemberCursor | null {
	const [personId, ...key] = (params.get("setelah") ?? "").split("~");
	return personId && key.length > 0 ? { personId, sortKey: key.join("~") } : null;
}

export function listAddress(id: string, filter: MemberFilter, after?: MemberCursor): string {
	const params = new URLSearchParams({ keadaan: names[filter] });
	if (after) params.set("setelah", `${after.personId}~${after.sortKey}`);
	return `/penugasan/${id}?${params}`;
}
