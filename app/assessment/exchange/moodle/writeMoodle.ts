import type { Item, ItemOf } from "../../item.ts";
import { type Note, note } from "../notes.ts";
import { tagText } from "../tags.ts";
import {
	fractionOf,
	hasUnwritable,
	isPlainTrueFalse,
	outgoing,
	type Pictures,
	percentText,
	starless,
	type Written,
} from "../writing.ts";
import { htmlOf, stemTag } from "./stem.ts";

/** The items as Moodle XML, with what is to be said of each. */
export function writeMoodle(items: readonly Item[], pictures: Pictures = new Map()): Written {
	const reports: Written["reports"] = [];
	const questions: string[] = [];
	for (const item of items) {
		const written = questionOf(item);
		const obstacle = obstacleTo(item, written, pictures);
		if (written && !obstacle) questions.push(framed(item, written, pictures));
		reports.push({
			code: item.code,
			isWritten: !obstacle,
			notes: obstacle ? [obstacle] : outgoing(item).notes,
		});
	}
	return {
		text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>\n`,
		reports,
	};
}

function obstacleTo(item: Item, written: Question | null, pictures: Pictures): Note | null {
	if (!written) return note("out.no", item.type);
	if (hasUnwritable(item)) return note("out.control");
	return item.pictures?.some(({ image }) => !pictures.has(image)) ? note("out.pictureGone") : null;
}

type Question = { type: string; lines: string[] };

function framed(item: Item, { type, lines }: Question, pictures: Pictures): string {
	const all = [...outgoing(item).tags, ...(item.pictures ? stemTag(item.stem) : [])];
	const tags = all.map((tag) => `      <tag>${text(tagText(tag))}</tag>`);
	return [
		`  <question type="${type}">`,
		`    <name>${text(item.code)}</name>`,
		`    ${questionText(item, pictures)}`,
		...(item.rationale === undefined ? [] : [`    ${holder("generalfeedback", item.rationale)}`]),
		"    <defaultgrade>1</defaultgrade>",
		"    <penalty>0</penalty>",
		`    <idnumber>${xml(item.code)}</idnumber>`,
		...lines.map((line) => `    ${line}`),
		"    <tags>",
		...tags,
		"    </tags>",
		"  </question>",
	].join("\n");
}

/** With pictures it is HTML, each a file beside it. */
function questionText({ stem, pictures: shown = [] }: Item, pictures: Pictures): string {
	if (shown.length === 0) return holder("questiontext", stem);
	const images = shown.map(
		({ image, alt }) => `<img src="@@PLUGINFILE@@/${fileOf(image)}" alt="${xml(alt)}">`,
	);
	const html = `${htmlOf(stem)}<p>${images.join("")}</p>`;
	const files = shown.map(({ image }) => {
		const bytes = pictures.get(image)?.bytes ?? new Uint8Array();
		return `<file name="${fileOf(image)}" path="/" encoding="base64">${Buffer.from(bytes).toString("base64")}</file>`;
	});
	return `<questiontext format="html">${text(html)}${files.join("")}</questiontext>`;
}

const fileOf = (image: string) => image.replace(/^media\//, "");

/** The part that differs by type; null: Moodle XML has no such type. */
function questionOf(item: Item): Question | null {
	switch (item.type) {
		case "single":
		case "multiple":
			return choice(item);
		case "truefalse":
			return isPlainTrueFalse(item) ? trueFalse(item) : choice(item);
		case "matching":
			return { type: "matching", lines: ["<shuffleanswers>true</shuffleanswers>", ...subquestions(item)] };
		case "numeric":
			return numerical(item);
		case "text":
			return shortAnswer(item);
		default:
			return null;
	}
}

function choice(item: ItemOf<"single" | "multiple" | "truefalse">): Question {
	const answers = item.options.map(({ text: words, correct, feedback }) =>
		answer(fractionOf(item, correct), words, feedback),
	);
	const head = [`<single>${item.type !== "multiple"}</single>`, "<shuffleanswers>true</shuffleanswers>"];
	return { type: "multichoice", lines: [...head, "<answernumbering>abc</answernumbering>", ...answers] };
}

function trueFalse({ options }: ItemOf<"truefalse">): Question {
	const lines = options.map(({ correct, feedback }, i) =>
		answer(correct ? 1 : 0, i === 0 ? "true" : "false", feedback),
	);
	return { type: "truefalse", lines };
}

function subquestions({ pairs, distractors }: ItemOf<"matching">): string[] {
	const all = [...pairs, ...distractors.map((right) => ({ left: "", right }))];
	return all.map(
		({ left, right }) =>
			`<subquestion format="plain_text">${text(left)}<answer>${text(right)}</answer></subquestion>`,
	);
}

function numerical({ answer: number, tolerance, unit, feedback }: ItemOf<"numeric">): Question {
	const units = unit
		? [
				`<units><unit><multiplier>1</multiplier><unit_name>${xml(unit)}</unit_name></unit></units>`,
				"<showunits>0</showunits>",
			]
		: [];
	const right = answer(1, String(number), feedback.correct, `<tolerance>${tolerance}</tolerance>`);
	return {
		type: "numerical",
		lines: [right, answer(0, "*", feedback.wrong, "<tolerance>0</tolerance>"), ...units],
	};
}

function shortAnswer({ accept, feedback }: ItemOf<"text">): Question {
	const right = accept.map((words) => answer(1, starless(words), feedback.correct));
	return { type: "shortanswer", lines: ["<usecase>0</usecase>", ...right, answer(0, "*", feedback.wrong)] };
}

function answer(fraction: number, words: string, feedback: string | undefined, more = ""): string {
	const said = feedback === undefined ? "" : holder("feedback", feedback);
	return `<answer fraction="${percentText(fraction)}" format="plain_text">${text(words)}${more}${said}</answer>`;
}

const holder = (name: string, words: string) => `<${name} format="plain_text">${text(words)}</${name}>`;
const text = (words: string) => `<text>${xml(words)}</text>`;

/** Carriage returns are written out, or a reader makes line feeds of them. */
const xml = (words: string) =>
	words.replace(
		/[&<>"\r]/g,
		(letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? "&#13;",
	);
