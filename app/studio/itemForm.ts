import { type Item, itemSchema } from "../assessment/item.ts";
import { issueWords } from "../i18n/issueWords.ts";
import type { Language } from "../i18n/language.ts";
import { itemFieldName } from "./fieldNames.ts";

/** An item as the studio's form holds it: lists are lines, their parts stand between bars, * marks right options. */
export type ItemForm = Record<
	| "code"
	| "type"
	| "competence"
	| "level"
	| "stem"
	| "options"
	| "pairs"
	| "distractors"
	| "answer"
	| "tolerance"
	| "unit"
	| "accept"
	| "fbCorrect"
	| "fbWrong",
	string
>;

export const emptyItem: ItemForm = {
	code: "",
	type: "single",
	competence: "D3.1",
	level: "1",
	stem: "",
	options: "",
	pairs: "",
	distractors: "",
	answer: "",
	tolerance: "0",
	unit: "",
	accept: "",
	fbCorrect: "",
	fbWrong: "",
};

const lines = (text: string) =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
const cells = (line: string) => line.split("|").map((cell) => cell.trim());

/** The item that the form describes, or what is wrong with it by field. */
export function itemFromForm(form: ItemForm, lang: Language): { item: Item } | { problems: string[] } {
	const { code, type, competence, stem } = form;
	const feedback = { correct: form.fbCorrect, wrong: form.fbWrong };
	const options = lines(form.options).map((line, index) => {
		const [text = "", said] = cells(line.replace(/^\*/, ""));
		return { id: letter(index), text, correct: line.startsWith("*"), feedback: said || undefined };
	});
	const pairs = lines(form.pairs).map((line, index) => {
		const [left = "", right = "", said] = cells(line);
		return { id: `p${index + 1}`, left, right, feedback: said || undefined };
	});
	const parsed = itemSchema.safeParse({
		code,
		type,
		competence,
		stem,
		level: Number(form.level),
		options,
		pairs,
		distractors: lines(form.distractors),
		answer: Number(form.answer.replace(",", ".")),
		tolerance: Number(form.tolerance.replace(",", ".")),
		unit: form.unit || undefined,
		accept: lines(form.accept),
		feedback,
	});
	if (parsed.success) return { item: parsed.data };
	const { issues } = parsed.error;
	return {
		problems: issues.map((issue) => `${itemFieldName(issue.path, lang)}: ${issueWords(issue, lang)}`),
	};
}

/** The form of an item, for changing it. */
export function itemToForm(item: Item): ItemForm {
	const common = {
		...emptyItem,
		code: item.code,
		type: item.type,
		competence: item.competence,
		level: String(item.level),
		stem: item.stem,
	};
	const joined = (parts: (string | undefined)[]) => parts.filter(Boolean).join(" | ");
	switch (item.type) {
		case "matching":
			return {
				...common,
				pairs: item.pairs.map(({ left, right, feedback }) => joined([left, right, feedback])).join("\n"),
				distractors: item.distractors.join("\n"),
			};
		case "numeric":
			return {
				...common,
				answer: String(item.answer),
				tolerance: String(item.tolerance),
				unit: item.unit ?? "",
				fbCorrect: item.feedback.correct,
				fbWrong: item.feedback.wrong,
			};
		case "text":
			return {
				...common,
				accept: item.accept.join("\n"),
				fbCorrect: item.feedback.correct,
				fbWrong: item.feedback.wrong,
			};
		case "single":
		case "multiple":
		case "truefalse":
			return {
				...common,
				options: item.options
					.map(({ text, correct, feedback }) => `${correct ? "*" : ""}${joined([text, feedback])}`)
					.join("\n"),
			};
		default:
			return common;
	}
}

const letter = (index: number) => String.fromCharCode(97 + index);
