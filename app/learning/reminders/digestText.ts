import { formatDay } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { reminderMessages } from "../../i18n/messages/reminders.ts";

export type OwnLine = { title: string; dueDay: string; daysLeft: number };
/** Somebody who is late, for their superior. */
export type SuperiorLine = OwnLine & { name: string };
type Digest = { own: readonly OwnLine[]; below: readonly SuperiorLine[] };

/** Names at most so many; the rest are counted. */
const NAMED = 30;

/** How a digest is called, in the language of its reader. */
export function digestSubject(lang: Language, { own, below }: Digest): string {
	const t = reminderMessages[lang];
	if (own.length === 0) return t.subjectBelow(String(below.length));
	const [first] = own;
	return own.length === 1 && first
		? t.subjectOne(first.title, left(lang, first))
		: t.subjectOwn(String(own.length));
}

/** Its paragraphs: what the reader has to do, who of their people is late, and where to go on. */
export function digestParagraphs(lang: Language, { own, below }: Digest, origin: string): string[] {
	const t = reminderMessages[lang];
	const list = (lines: readonly string[]) => [
		...lines.slice(0, NAMED),
		...(lines.length > NAMED ? [t.andMore(String(lines.length - NAMED))] : []),
	];
	const mine = own.map((line) => `- ${t.line(line.title, formatDay(line.dueDay, lang), left(lang, line))}`);
	const theirs = below.map((line) => `- ${line.name}: ${line.title}, ${left(lang, line)}`);
	return [
		...(own.length > 0 ? [[t.ownLead, ...list(mine)].join("\n"), t.goOn(`${origin}/beranda`)] : []),
		...(below.length > 0 ? [[t.belowLead, ...list(theirs)].join("\n")] : []),
	];
}

function left(lang: Language, { daysLeft }: OwnLine): string {
	const t = reminderMessages[lang];
	if (daysLeft < 0) return t.over(String(-daysLeft));
	return daysLeft === 0 ? t.today : t.left(String(daysLeft));
}
