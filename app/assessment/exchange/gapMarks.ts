// Gaps while a text is still being read: letters that no text has around their number.
const OPEN = "\u{f0000}";
const CLOSE = "\u{f0001}";

/** Stands for the n-th gap, from 1. */
export const gapMark = (n: number): string => `${OPEN}${n}${CLOSE}`;

/** The text with its gaps as [[1]], [[2]], …; brackets that looked like one are parted. */
export function withNumbers(text: string): string {
	const parted = text.replace(/\[\[([^[\]\u{f0000}]+)\]\]/gu, "[ [$1] ]");
	return parted.replaceAll(OPEN, "[[").replaceAll(CLOSE, "]]");
}
