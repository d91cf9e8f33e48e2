import { randomBytes } from "node:crypto";

// Crockford's alphabet: what is read off paper is not mistaken, 0/O and 1/I/L mean the same.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 28;

/** A random code of 140 bits, 28 characters in groups of four: the only key to /periksa. */
export function newCode(bytes: (count: number) => Uint8Array = randomBytes): string {
	const letters = Array.from(bytes(LENGTH), (byte) => alphabet[byte & 31]).join("");
	return grouped(letters);
}

/** What was typed or scanned in the form that codes are stored in; null when it cannot be a code. */
export function asCode(typed: string): string | null {
	const letters = typed
		.normalize("NFKC")
		.toUpperCase()
		.replace(/[\s-]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");
	if (letters.length !== LENGTH || [...letters].some((letter) => !alphabet.includes(letter))) return null;
	return grouped(letters);
}

function grouped(letters: string): string {
	return (letters.match(/.{4}/g) ?? []).join("-");
}
