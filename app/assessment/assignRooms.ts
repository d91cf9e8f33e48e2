/** Who is to sit somewhere, with the unit that they belong to. */
export type Sitter = { personId: string; unitId: string | null; sortKey: string };
export type RoomLoad = { roomId: string; seated: number };
export const assignments = ["even", "units"] as const;
export type Assignment = (typeof assignments)[number];

/**
 * Gives each a room. "even": by name, the rooms filled up to the same height. "units": each unit stays together, the
 * greatest first, always into the room with the fewest people.
 * @returns room id by person id
 * @throws RangeError without a room
 */
export function assignRooms(
	sitters: readonly Sitter[],
	rooms: readonly RoomLoad[],
	how: Assignment,
): Map<string, string> {
	if (rooms.length === 0) throw new RangeError("there is no room to sit in");
	const loads = rooms.map((room) => ({ ...room }));
	const sorted = [...sitters].sort(
		(a, b) => compare(a.sortKey, b.sortKey) || compare(a.personId, b.personId),
	);
	const groups = how === "even" ? sorted.map((one) => [one]) : unitsOf(sorted);
	const places = new Map<string, string>();
	for (const group of groups) {
		const emptiest = loads.reduce((least, room) => (room.seated < least.seated ? room : least));
		emptiest.seated += group.length;
		for (const { personId } of group) places.set(personId, emptiest.roomId);
	}
	return places;
}

function unitsOf(sitters: readonly Sitter[]): Sitter[][] {
	const byUnit = new Map<string | null, Sitter[]>();
	for (const sitter of sitters) byUnit.set(sitter.unitId, [...(byUnit.get(sitter.unitId) ?? []), sitter]);
	return [...byUnit.values()].sort((a, b) => b.length - a.length);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
