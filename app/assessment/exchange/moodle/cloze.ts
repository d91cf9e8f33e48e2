// Moodle's embedded answers, `{1:SHORTANSWER:=a~%0%*#feedback}`, as qtype_multianswer reads and writes them.
import { gapMark, withNumbers } from "../gapMarks.ts";
import { parseHtml } from "../html.ts";
import { rawText } from "../xml.ts";

export type ClozeAnswer = { text: string; fraction: number; feedback: string };
export type ClozePart = { kind: string; weight: number; answers: ClozeAnswer[] };

const part = /\{(\d*):([A-Z_]+):((?:\\[\s\S]|[^\\}])*)\}/g;

/** The text with its parts as [[1]], [[2]], …; brackets that are there already are parted. */
export function readCloze(raw: string): { text: string; parts: ClozePart[] } {
	const parts: ClozePart[] = [];
	const text = raw.replace(part, (_, weight: string, kind: string, answers: string) => {
		parts.push({ kind, weight: Number(weight || 1), answers: cut(answers, "~").map(answerOf) });
		return gapMark(parts.length);
	});
	return { text: withNumbers(text), parts };
}

function answerOf(raw: string): ClozeAnswer {
	const [words = "", ...feedback] = cut(raw, "#");
	const weight = /^\s*(?:=|%(-?\d+(?:[.,]\d*)?)%)/.exec(words);
	const fraction = weight ? Number(weight[1]?.replace(",", ".") ?? 100) / 100 : 0;
	return { text: plain(words.slice(weight?.[0].length ?? 0)), fraction, feedback: plain(feedback.join("#")) };
}

/** Cuts at a mark that no backslash protects, and that begins no character reference. */
function cut(raw: string, mark: "~" | "#"): string[] {
	const pieces = [""];
	for (const found of raw.match(/\\[\s\S]|&#|[\s\S]/g) ?? []) {
		if (found === mark) pieces.push("");
		else pieces[pieces.length - 1] += found;
	}
	return pieces;
}

const plain = (raw: string): string =>
	parseHtml(raw.replace(/\\([~#}\\])/g, "$1"))
		.map(rawText)
		.join("")
		.trim();

/** A part with those answers; a text that only Moodle would take for a mark is written as a character reference. */
export const clozePart = (kind: "SHORTANSWER" | "MULTICHOICE_S", answers: readonly ClozeAnswer[]): string =>
	`{1:${kind}:${answers.map(written).join("~")}}`;

function written({ text, fraction, feedback }: ClozeAnswer): string {
	const said = feedback === "" ? "" : `#${safely(feedback)}`;
	return `${fraction === 1 ? "=" : "%0%"}${safely(text)}${said}`;
}

const safely = (text: string): string =>
	text.replace(/[&<>"\\\n\r\t~#}{]/g, (letter) =>
		"~#}".includes(letter) ? `\\${letter}` : `&#${letter.charCodeAt(0)};`,
	);

/** Whether a text holds what would be read as a part. */
export const looksLikeCloze = (text: string): boolean => /\{\d*:[A-Z_]+:/.test(text);
