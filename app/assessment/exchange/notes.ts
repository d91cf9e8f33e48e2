import type { Language } from "../../i18n/language.ts";
import { exchangeNotes } from "../../i18n/messages/exchangeNotes.ts";

type Words = (typeof exchangeNotes)["id"];
export type NoteKey = keyof Words;
type Values<K extends NoteKey> = Words[K] extends (...values: infer V extends string[]) => string ? V : [];

/** A sentence of a report, kept by its key so that it can be said in either language, now or later. */
export type Note = { key: NoteKey; values: string[] };

export function note<K extends NoteKey>(key: K, ...values: Values<K>): Note {
	return { key, values: values.map(short) };
}

/** The note in words. */
export function noteWords({ key, values }: Note, lang: Language): string {
	const words: string | ((...values: string[]) => string) = exchangeNotes[lang][key];
	return typeof words === "string" ? words : words(...values);
}

/** Adds a note once. */
export function say(said: Note[], one: Note): void {
	if (!said.some((other) => JSON.stringify(other) === JSON.stringify(one))) said.push(one);
}

/** The file as a whole cannot be read: nothing of it is taken. */
export class FileRefused extends Error {
	constructor(
		readonly note: Note,
		/** From 1; null where there are no lines. */
		readonly line: number | null = null,
		readonly file: string | null = null,
	) {
		super(noteWords(note, "id"));
	}
}

/** One question cannot be taken; the others go on. */
export class QuestionRefused extends Error {
	constructor(readonly note: Note) {
		super(noteWords(note, "id"));
	}
}

const LONGEST = 160;
const short = (value: string) => (value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value);
