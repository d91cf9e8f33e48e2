/*
 * Controls, bidi marks, zero-width and private-use characters, tags and variation tricks: they hide what a reader sees,
 * and private use would forge a slot. Tab and line feed stay.
 */
const INVISIBLE =
	/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uE000-\uF8FF\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF]|[\u{E0000}-\u{E0FFF}\u{F0000}-\u{10FFFD}]/u;

/** The first invisible character of a text as `U+202E`, or null. */
export function invisibleIn(text: string): string | null {
	const found = INVISIBLE.exec(text)?.[0];
	return found ? `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}` : null;
}
