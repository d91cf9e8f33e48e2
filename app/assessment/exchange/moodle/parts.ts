import type { ReadAnswer } from "../candidates.ts";
import { note, QuestionRefused } from "../notes.ts";
import { base64, decoded, takePictures } from "../pictures.ts";
import type { Gathering } from "../reading.ts";
import { PICTURE_WORD, richText, type TextFormat, textOf } from "../texts.ts";
import { type Element, elements, first, rawText } from "../xml.ts";

const formats: Record<string, TextFormat> = {
	html: "html",
	plain_text: "plain",
	markdown: "markdown",
	moodle_auto_format: "moodle",
};

/** The raw text of `<x><text>…</text></x>`, or of `<x>…</x>` as older files have it. */
export function rawOf(holder: Element | undefined): string {
	if (!holder) return "";
	return rawText(first(holder, "text") ?? (elements(holder).length === 0 ? holder : undefined)).trim();
}

const formatOf = (holder: Element | undefined, usual: TextFormat): TextFormat =>
	formats[holder?.attributes.format ?? ""] ?? usual;

/** The plain text of an option, pair or the like. */
export const plainOf = (
	holder: Element | undefined,
	gathered: Gathering,
	usual: TextFormat = "html",
): string => textOf(rawOf(holder), formatOf(holder, usual), gathered);

/** Feedback in plain text; a picture in it is told and left out, since the question can do without. */
export function feedbackOf(holder: Element | undefined, gathered: Gathering): string {
	const { text, pictures } = richText(rawOf(holder), formatOf(holder, "html"), gathered);
	if (pictures.length > 0) gathered.say(note("feedbackDropped", pictures.map(({ src }) => src).join(", ")));
	return text;
}

/** Feedback that Moodle fills in by itself. */
export const isStandardFeedback = (text: string): boolean =>
	/^(your answer is (correct|partially correct|incorrect)|jawaban anda (benar|salah|sebagian benar)|)\.?$/i.test(
		text,
	);

/** The question's text; its pictures are gathered. @throws QuestionRefused when it is empty */
export const stemOf = (question: Element, gathered: Gathering): string =>
	shownText(question, rawOf(first(question, "questiontext")), gathered);

/** The same of a text in its format that was changed on the way. */
export function shownText(question: Element, raw: string, gathered: Gathering): string {
	const holder = first(question, "questiontext");
	const { text, pictures } = richText(raw, formatOf(holder, "html"), gathered, PICTURE_WORD);
	const files = holder ? elements(holder, "file") : [];
	takePictures([...pictures, ...olderPicture(question)], (src) => fileNamed(src, files, question), gathered);
	if (text === "") throw new QuestionRefused(note("no.stem"));
	return text;
}

/** Moodle before 2.0 put one picture beside the text. */
function olderPicture(question: Element) {
	const name = rawText(first(question, "image")).trim();
	return name === "" ? [] : [{ src: name, alt: "" }];
}

function fileNamed(src: string, files: readonly Element[], question: Element): Uint8Array | undefined {
	const older = first(question, "image_base64");
	if (older && src === rawText(first(question, "image")).trim()) return base64(rawText(older));
	const wanted = decoded(src.replace(/^@@PLUGINFILE@@/, "").split("?")[0] ?? "").replace(/^\//, "");
	const file = files.find(
		({ attributes }) => `${attributes.path ?? "/"}${attributes.name}`.slice(1) === wanted,
	);
	return file && base64(rawText(file));
}

/** The answers with their marks and feedback; `usual` is the format of those that name none. */
export function answersOf(question: Element, gathered: Gathering, usual: TextFormat = "html"): ReadAnswer[] {
	return elements(question, "answer").map((answer) => ({
		text: plainOf(answer, gathered, usual),
		fraction: Number(answer.attributes.fraction ?? rawText(first(answer, "fraction"))) / 100 || 0,
		feedback: feedbackOf(first(answer, "feedback"), gathered),
	}));
}

/** What an element that holds only a word says. */
export const wordOf = (question: Element, name: string): string => rawText(first(question, name)).trim();
