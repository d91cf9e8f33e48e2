import { parseHtml } from "./html.ts";
import { plainText } from "./markup.ts";
import { note, QuestionRefused } from "./notes.ts";
import type { Gathering } from "./reading.ts";

/** How Moodle stores a text: "moodle" is plain text in which HTML counts and a line's end is one. */
export type TextFormat = "moodle" | "html" | "plain" | "markdown";

/** The plain text. @throws QuestionRefused when it holds a picture, which only a question may */
export function textOf(text: string, format: TextFormat, gathered: Gathering): string {
	const { text: plain, pictures } = richText(text, format, gathered);
	if (pictures.length === 0) return plain;
	const alts = pictures.map(({ alt }) => alt).filter((alt) => alt !== "");
	if (alts.length < pictures.length) throw new QuestionRefused(note("no.pictureOption"));
	return [plain, ...alts].filter((part) => part !== "").join(" ");
}

/** What stands in a question where a picture was among its words. */
export const PICTURE_WORD = "(gambar)";

/** The plain text, with the pictures that it shows; `inText` is what one between words becomes. */
export function richText(text: string, format: TextFormat, gathered: Gathering, inText = " ") {
	if (format === "markdown") gathered.say(note("markdown"));
	if (format === "plain" || format === "markdown" || !/<[a-z!/]|&[a-z#]/i.test(text))
		return { text: text.trim(), pictures: [] };
	const html = format === "moodle" ? text.replaceAll("\n", "<br>") : text;
	return plainText(parseHtml(html), gathered, undefined, inText);
}
