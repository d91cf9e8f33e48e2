import { parseHtml } from "../html.ts";
import { plainText } from "../markup.ts";
import type { Gathering } from "../reading.ts";
import type { Extras } from "../tags.ts";

const mute: Gathering = { said: [], facts: {}, pictures: [], code: null, say: () => undefined };

/** A question's plain text as HTML. */
export function htmlOf(stem: string): string {
	const safe = stem.replace(/[&<>]/g, (letter) => `&${{ "&": "amp", "<": "lt" }[letter] ?? "gt"};`);
	return `<p>${safe.replaceAll("\n", "<br>")}</p>`;
}

const readBack = (stem: string): string => plainText(parseHtml(htmlOf(stem)), mute).text;

/** The text as a tag where HTML would not give it back as it is: double spaces and the like. */
export const stemTag = (stem: string): [string, string][] =>
	readBack(stem) === stem ? [] : [["stem", stem]];

/** The tagged text as long as it is still the one that was read; people may have changed that in Moodle. */
export function taggedStem(read: string, extras: Extras): string {
	const tagged = extras.get("stem");
	return tagged !== undefined && readBack(tagged) === read ? tagged : read;
}
