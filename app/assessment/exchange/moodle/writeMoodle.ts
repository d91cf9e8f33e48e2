import type { Item, ItemOf } from "../../item.ts";
import { hasStrayMark, marked } from "../gapped.ts";
import { type Note, note } from "../notes.ts";
import { tagText } from "../tags.ts";
import { hasUnwritable, outgoing, type Pictures, type Written } from "../writing.ts";
import { looksLikeCloze } from "./cloze.ts";
import { holder, type Question, textLine, xml } from "./lines.ts";
import { htmlOf, textTag } from "./stem.ts";
import { questionOf } from "./writeTypes.ts";

/** The items as Moodle XML, with what is to be said of each. */
export function writeMoodle(items: readonly Item[], pictures: Pictures = new Map()): Written {
	const reports: Written["reports"] = [];
	const questions: string[] = [];
	for (const item of items) {
		const written = questionOf(item);
		const obstacle = obstacleTo(item, written, pictures);
		if (written && !obstacle) questions.push(framed(item, written, pictures));
		const notes = obstacle ? [obstacle] : outgoing(item, "moodle-xml").notes;
		reports.push({ code: item.code, isWritten: !obstacle, notes });
	}
	return {
		text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>\n`,
		reports,
	};
}

function obstacleTo(item: Item, written: Question | null, pictures: Pictures): Note | null {
	if (!written) return note("out.no", item.type);
	if (hasUnwritable(item)) return note("out.control");
	if (item.pictures?.some(({ image }) => !pictures.has(image))) return note("out.pictureGone");
	if (item.type === "gaptext" || item.type === "gapchoice")
		return hasStrayMark(item) || (item.type === "gaptext" && hasStrayPart(item)) ? note("out.gapMark") : null;
	const names = item.type === "classification" ? item.columns.map(({ text }) => text) : [];
	return new Set(names).size < names.length ? note("out.columns") : null;
}

const hasStrayPart = ({ stem, text, pictures = [] }: ItemOf<"gaptext">): boolean =>
	[stem, text, ...pictures.map(({ alt }) => alt)].some(looksLikeCloze);

function framed(item: Item, question: Question, pictures: Pictures): string {
	const body = question.body ?? { text: item.stem, mark: null };
	const tags = [...outgoing(item, "moodle-xml").tags, ...(item.pictures ? textTag(body.text) : [])];
	return [
		`  <question type="${question.type}">`,
		`    <name>${textLine(item.code)}</name>`,
		`    ${questionText(item, body, pictures)}`,
		...(item.rationale === undefined ? [] : [`    ${holder("generalfeedback", item.rationale)}`]),
		"    <defaultgrade>1</defaultgrade>",
		"    <penalty>0</penalty>",
		`    <idnumber>${xml(item.code)}</idnumber>`,
		...question.lines.map((line) => `    ${line}`),
		"    <tags>",
		...tags.map((tag) => `      <tag>${textLine(tagText(tag))}</tag>`),
		"    </tags>",
		"  </question>",
	].join("\n");
}

type Body = NonNullable<Question["body"]> | { text: string; mark: null };

/** With pictures it is HTML, each a file beside it. */
function questionText({ pictures: shown = [] }: Item, { text, mark }: Body, pictures: Pictures): string {
	const withGaps = (body: string) => (mark ? marked(body, mark) : body);
	if (shown.length === 0) return holder("questiontext", withGaps(text));
	const images = shown.map(
		({ image, alt }) => `<img src="@@PLUGINFILE@@/${fileOf(image)}" alt="${xml(alt)}">`,
	);
	const html = `${withGaps(htmlOf(text))}<p>${images.join("")}</p>`;
	const files = [...new Set(shown.map(({ image }) => image))].map((image) => {
		const bytes = pictures.get(image)?.bytes ?? new Uint8Array();
		return `<file name="${fileOf(image)}" path="/" encoding="base64">${Buffer.from(bytes).toString("base64")}</file>`;
	});
	return `<questiontext format="html">${textLine(html)}${files.join("")}</questiontext>`;
}

const fileOf = (image: string) => image.replace(/^media\//, "");
