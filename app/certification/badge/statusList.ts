import { gzipSync } from "node:zlib";

/** Entries of one list: W3C asks for no fewer, so that a list says little of whose credential is looked up. */
export const LIST_LENGTH = 131_072;

/** A Bitstring Status List: the bits of those indices set, the first one leftmost, compressed, in Multibase's base64url. */
export function encodedList(revoked: readonly number[]): string {
	const bits = new Uint8Array(LIST_LENGTH / 8);
	for (const index of revoked) {
		const at = index >> 3;
		bits[at] = (bits[at] ?? 0) | (0x80 >> (index & 7));
	}
	return `u${gzipSync(bits, { level: 9 }).toString("base64url")}`;
}
