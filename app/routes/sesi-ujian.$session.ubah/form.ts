import { identifierOf } from "#app/people/identifierLines.ts";
import type { Errors, Words } from "../sesi-ujian.baru/form.ts";

export type RoomChange = { id: string; name: string; number: string };

/** Reads the names and new supervisors of the rooms that are there. */
export function readRooms(form: FormData, rooms: readonly { id: string; name: string }[]): RoomChange[] {
	return rooms.map(({ id, name }) => ({
		id,
		name: String(form.get(`name.${id}`) ?? name)
			.replace(/\s+/g, " ")
			.trim()
			.slice(0, 200),
		number: String(form.get(`number.${id}`) ?? "")
			.trim()
			.slice(0, 200),
	}));
}

/** Names that are missing, too long or used twice, and numbers that cannot be one. */
export function checkRoomChanges(rooms: readonly RoomChange[], t: Words, errors: Errors): void {
	const names = new Set<string>();
	for (const { id, name, number } of rooms) {
		if (!name || name.length > 80 || names.has(name.toLowerCase())) errors[`name.${id}`] = t.badRoom(name);
		names.add(name.toLowerCase());
		if (number && !identifierOf(number)) errors[`number.${id}`] = t.badSupervisor(name);
	}
}

/** The reason of a change, or null when it is none. */
export function readReason(form: FormData): string | null {
	const reason = String(form.get("reason") ?? "").trim();
	return reason.length >= 10 && reason.length <= 500 ? reason : null;
}
