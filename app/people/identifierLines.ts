import { normaliseNumber } from "./nip.ts";

/** A pasted line that names somebody: the identifier as it is stored, or null where it cannot be one. */
export type IdentifierLine = { line: number; typed: string; value: string | null };

/**
 * Reads one NIP, NI PPPK or e-mail address a line; of a row copied from a spreadsheet the first cell. Empty lines are
 * left out, and counted.
 */
export function identifierLines(text: string): IdentifierLine[] {
	return text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
		const typed = (whole.split(/[\t;]/)[0] ?? "").trim();
		return typed ? [{ line: index + 1, typed, value: identifierOf(typed) }] : [];
	});
}

/** An identifier as it is stored, or null where the text cannot be one. */
export function identifierOf(typed: string): string | null {
	const email = typed.normalize("NFKC").trim().toLowerCase();
	if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) return email;
	const number = normaliseNumber(typed);
	return /^\d{18}$/.test(number) ? number : null;
}
