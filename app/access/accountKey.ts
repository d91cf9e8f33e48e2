import { randomBytes } from "node:crypto";
import type { KeyChannel } from "#db/schema/accounts.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a key opens: a letter may lie for weeks, what was asked for just now is used now. */
export const lifeOf: Record<KeyChannel, number> = {
	mail: 14 * DAY,
	letter: 30 * DAY,
	voice: DAY,
	self: HOUR,
};
/** How long a new address can be confirmed. */
export const ADDRESS_LIFE = DAY;

// Crockford's alphabet: what is read off paper is not mistaken, 0/O and 1/I/L mean the same.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** A random code of 80 bits in four groups of four; it opens only together with its person's identifier. */
export function newCode(bytes: (count: number) => Uint8Array = randomBytes): string {
	const letters = Array.from(bytes(LENGTH), (byte) => alphabet[byte & 31]).join("");
	return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** What was typed of a code in the form of which the hash is stored; whatever else was typed is the hash of no code. */
export function asLetters(typed: string): string {
	return typed
		.normalize("NFKC")
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");
}

/** The token of a link, 256 bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");
