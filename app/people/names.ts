/** The words of a name, folded: what a search by prefix finds. At least one. */
export function tokensOf(name: string): string[] {
	const folded = wordsOf(name)
		.filter(Boolean)
		.map((token) => token.slice(0, 40));
	const distinct = [...new Set(folded)].slice(0, 12);
	return distinct.length > 0 ? distinct : ["-"];
}

/** Nearly every name here has none but the letters of English, and needs no table of Unicode. */
function wordsOf(name: string): string[] {
	if (/^[A-Za-z0-9 .,'-]*$/.test(name)) return name.toLowerCase().split(/[^a-z0-9]+/);
	return name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u);
}

/** What lists of people are ordered by, the same on both databases. */
export function sortKeyOf(name: string): string {
	return tokensOf(name).join(" ").slice(0, 120);
}

// Invisible and direction-changing characters can make one name look like another.
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as it is kept: composed, without invisible characters, single spaces; null when nothing is left of it. */
export function cleanName(typed: string): string | null {
	const name = typed.normalize("NFC").replace(unprintable, "").replace(/\s+/g, " ").trim();
	return /\p{L}/u.test(name) && name.length <= 120 ? name : null;
}

/** "Dr. Sari Utami, S.Kom." */
export function fullName(person: { name: string; titleBefore: string; titleAfter: string }): string {
	const front = [person.titleBefore, person.name].filter(Boolean).join(" ");
	return person.titleAfter ? `${front}, ${person.titleAfter}` : front;
}
