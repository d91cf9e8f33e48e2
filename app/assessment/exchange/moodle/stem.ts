import { parseHtml } from "../html.ts";
import { plainText } from "../markup.ts";
import type { Gathering } from "../reading.ts";
import type { Extras } from "../tags.ts";

const mute: Gathering = { said: [], facts: {}, pictures: [], code: null, say: () => undefined };

/** Plain text as HTML. */
export function htmlOf(text: string): string {
	const safe = text.replace(/[&<>]/g, (letter) => `&${{ "&": "amp", "<": "lt" }[letter] ?? "gt"};`);
	return `<p>${safe.replaceAll("\n", "<br>")}</p>`;
}

const readBack = (text: string): string => plainText(parseHtml(htmlOf(text)), mute).text;

/** The text as a tag where HTML would not give it back as it is: double spaces and the like. */
export const textTag = (text: string): [string, string][] =>
	readBack(text) === text ? [] : [["text", text]];

/** The tagged text as long as it is still the one that was read; people may have changed that in Moodle. */
export function taggedText(read: string, extras: Extras): string {
	const tagged = extras.get("text");
	return tagged !== undefined && readBack(tagged) === read ? tagged : read;
}
