import { z } from "zod";
import { type Assignment, assignments } from "#app/assessment/assignRooms.ts";
import {
	isSessionZone,
	readWindow,
	type SessionWindow,
	type SessionZone,
} from "#app/assessment/sessionWindow.ts";
import type { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { identifierOf } from "#app/people/identifierLines.ts";

export type Words = (typeof examSessionMessages)["id"];
export type Errors = Record<string, string>;
/** A session has at most so many. */
export const MOST_ROOMS = 200;
export const MOST_PEOPLE = 20_000;
/** Names at most so many lines that are wrong. */
const MOST_LINES = 20;

const text = z.string().max(400).catch("");
const pasted = z.string().max(900_000).catch("");
const typedSession = z.object({
	title: text,
	course: text,
	opens: text,
	closes: text,
	zone: text,
	rooms: pasted,
	numbers: pasted,
	how: z.enum(assignments).catch("even"),
});
export type TypedSession = z.infer<typeof typedSession> & { units: string[] };

/** What was typed, as it goes back into the form. */
export function typedFrom(form: FormData): TypedSession {
	return {
		...typedSession.parse(Object.fromEntries(form)),
		units: form.getAll("units").map(String).slice(0, 5000),
	};
}

export type RoomLine = { line: number; name: string; supervisor: string | null };
export type CheckedFacts = {
	facts: { title: string; timeZone: SessionZone } & SessionWindow;
	rooms: RoomLine[];
	how: Assignment;
};

/** Checks title, window and rooms; `errors` takes what is wrong, and null comes back then. */
export function checkFacts(
	given: Pick<TypedSession, "title" | "opens" | "closes" | "zone" | "rooms" | "how">,
	least: number,
	now: number,
	t: Words,
	errors: Errors,
): CheckedFacts | null {
	const title = given.title.replace(/\s+/g, " ").trim();
	if (!title || title.length > 120) errors.title = t.badName;
	const { zone } = given;
	if (!isSessionZone(zone)) errors.zone = t.badZone;
	const read = isSessionZone(zone) ? readWindow(given.opens, given.closes, zone, now) : null;
	if (read && !read.ok) errors[read.field] = t[`window.${read.problem}`];
	const rooms = checkRooms(given.rooms, least, t, errors);
	if (!read?.ok || !isSessionZone(zone) || Object.keys(errors).length > 0) return null;
	return { facts: { title, timeZone: zone, ...read.window }, rooms, how: given.how };
}

function checkRooms(typed: string, least: number, t: Words, errors: Errors): RoomLine[] {
	const wrong: string[] = [];
	const names = new Set<string>();
	const rooms = typed.split(/\r\n|\r|\n/).flatMap((whole, index): RoomLine[] => {
		if (!whole.trim()) return [];
		const line = index + 1;
		const [name = "", number = ""] = whole.split(/[;\t]/).map((part) => part.replace(/\s+/g, " ").trim());
		if (!name || name.length > 80) wrong.push(t.badRoom(String(line)));
		if (names.has(name.toLowerCase())) wrong.push(t.roomTwice(String(line)));
		names.add(name.toLowerCase());
		const supervisor = number ? identifierOf(number) : null;
		if (number && !supervisor) wrong.push(t.badSupervisor(String(line)));
		return [{ line, name, supervisor }];
	});
	if (rooms.length < least) wrong.push(t.noRooms);
	if (rooms.length > MOST_ROOMS) wrong.push(t.tooManyRooms(String(MOST_ROOMS)));
	if (wrong.length > 0) errors.rooms = shortened(wrong, t);
	return rooms;
}

/** The first of many complaints, and how many more there are. */
export function shortened(lines: readonly string[], t: Words): string {
	const more = lines.length - MOST_LINES;
	return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [t.andMore(String(more))] : [])].join(" ");
}
