import { asIdentifier } from "../asIdentifier.ts";
import { tokensOf } from "../names.ts";

/** What a search asks for: everybody, beginnings of the words of a name, of a number, or one whole e-mail address. */
export type Search =
	| { kind: "all" }
	| { kind: "words"; words: string[] }
	| { kind: "number"; prefix: string }
	| { kind: "email"; value: string };

export function readSearch(typed: string): Search {
	const text = typed.trim();
	if (!text) return { kind: "all" };
	const identifier = asIdentifier(text);
	if (identifier.includes("@")) return { kind: "email", value: identifier };
	if (/^\d{1,18}$/.test(identifier)) return { kind: "number", prefix: identifier };
	return { kind: "words", words: tokensOf(text) };
}

/** Everything that begins with the text lies from it (inclusive) to this (exclusive), compared bytewise. */
export const beyond = (prefix: string): string => `${prefix}\uffff`;
