import { percentText } from "../writing.ts";

/** The lines of a question that differ by type, and its text where that is not the stem: gaps stand as [[1]], …. */
export type Question = {
	type: string;
	lines: string[];
	body?: { text: string; mark: (index: number) => string };
};

/** Carriage returns are written out, or a reader makes line feeds of them. */
export const xml = (words: string): string =>
	words.replace(
		/[&<>"\r]/g,
		(letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? "&#13;",
	);

export const textLine = (words: string): string => `<text>${xml(words)}</text>`;

export const holder = (name: string, words: string): string =>
	`<${name} format="plain_text">${textLine(words)}</${name}>`;

/** An answer worth that share of the marks; `more` stands between its text and its feedback. */
export function answerLine(fraction: number, words: string, feedback: string | undefined, more = ""): string {
	const said = feedback === undefined ? "" : holder("feedback", feedback);
	return `<answer fraction="${percentText(fraction)}" format="plain_text">${textLine(words)}${more}${said}</answer>`;
}
