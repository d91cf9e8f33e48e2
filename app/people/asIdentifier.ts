import { normaliseNumber } from "./nip.ts";

/** An identifier as it is stored: digits of a NIP, or an e-mail address in lower case. */
export function asIdentifier(typed: string): string {
	const trimmed = typed.normalize("NFKC").trim();
	return trimmed.includes("@") ? trimmed.toLowerCase() : normaliseNumber(trimmed);
}
