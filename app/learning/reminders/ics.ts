import type { Language } from "../../i18n/language.ts";
import { reminderMessages } from "../../i18n/messages/reminders.ts";
import { endOfDay } from "../assignments/days.ts";

type Entry = { assignmentId: string; title: string; dueDay: string };
type Facts = { timeZone: string; lang: Language; origin: string; now: number };

const HOUR = 3_600_000;

/** Deadlines as an iCalendar of RFC 5545: each the last hour before it, with one alarm a day earlier. */
export function icsOf(entries: readonly Entry[], facts: Facts): string {
	const t = reminderMessages[facts.lang];
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Cakap//Tenggat//ID",
		"CALSCALE:GREGORIAN",
		`X-WR-CALNAME:${escapeText(t.calendarName)}`,
		...entries.flatMap((entry) => eventOf(entry, facts)),
		"END:VCALENDAR",
	];
	return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

function eventOf({ assignmentId, title, dueDay }: Entry, { timeZone, lang, origin, now }: Facts): string[] {
	const t = reminderMessages[lang];
	const end = endOfDay(dueDay, timeZone);
	const host = new URL(origin).hostname;
	return [
		"BEGIN:VEVENT",
		`UID:${assignmentId}@${host}`,
		`DTSTAMP:${stamp(now)}`,
		`DTSTART:${stamp(end - HOUR)}`,
		`DTEND:${stamp(end)}`,
		`SUMMARY:${escapeText(t.calendarEntry(title))}`,
		`URL:${origin}/beranda`,
		"TRANSP:TRANSPARENT",
		"BEGIN:VALARM",
		"ACTION:DISPLAY",
		`DESCRIPTION:${escapeText(t.calendarEntry(title))}`,
		"TRIGGER:-P1D",
		"END:VALARM",
		"END:VEVENT",
	];
}

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A value of type TEXT (RFC 5545, 3.3.11); other control characters are not allowed in one. */
export function escapeText(text: string): string {
	const lines = text.replace(/\r\n|\r/g, "\n").split("\n");
	const escaped = lines.map((line) =>
		line.replace(/\p{Cc}/gu, " ").replace(/[\\;,]/g, (mark) => `\\${mark}`),
	);
	return escaped.join("\\n");
}

/** Folds a line into pieces of at most 75 octets (RFC 5545, 3.1), between characters only. */
export function foldLine(line: string): string {
	let folded = "";
	let octets = 0;
	for (const letter of line) {
		const size = Buffer.byteLength(letter);
		if (octets + size > 75) {
			folded += "\r\n ";
			octets = 1;
		}
		folded += letter;
		octets += size;
	}
	return folded;
}
