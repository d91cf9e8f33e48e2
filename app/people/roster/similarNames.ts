import { tokensOf } from "../names.ts";

/**
 * Whether two names may be one person's: two thirds of the words of the shorter one are in the other, where an initial
 * stands for its word and one letter may be another, missing or too many.
 */
export function similarNames(one: string, other: string): boolean {
	const [short = [], long = []] = [tokensOf(one), tokensOf(other)].sort((a, b) => a.length - b.length);
	const met = short.filter((token) => long.some((word) => sameWord(token, word)));
	return met.length * 3 >= short.length * 2;
}

function sameWord(one: string, other: string): boolean {
	if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0);
	return one === other || (Math.min(one.length, other.length) >= 4 && oneLetterApart(one, other));
}

function oneLetterApart(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	const rest = [
		one.slice(at + (one.length >= other.length ? 1 : 0)),
		other.slice(at + (other.length >= one.length ? 1 : 0)),
	];
	return rest[0] === rest[1];
}
