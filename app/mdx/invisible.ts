/*
 * Controls, bidi marks, zero-width and private-use characters, tags and fillers: they hide what a reader sees, and
 * private use would forge a slot. White space stays, and the mark that makes a symbol an emoji.
 */
const INVISIBLE =
	/(?!\t|\n|\r|\uFE0F)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** The first invisible character of a text as `U+202E`, or null. */
export function invisibleIn(text: string): string | null {
	const found = INVISIBLE.exec(text)?.[0];
	return found ? `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}` : null;
}
