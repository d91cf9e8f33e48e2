import type { ItemOf } from "../../assessment/item.ts";
import { numberText } from "../../assessment/items/number.ts";
import {
	barred,
	cellsOf,
	type FormOf,
	feedbackOf,
	idOf,
	letter,
	linesOf,
	namedLines,
	numberOf,
	textOf,
	textsOf,
} from "./form.ts";

export const matchingForm: FormOf<ItemOf<"matching">> = {
	fields: ["pairs", "distractors"],
	read: (form) => ({
		distractors: linesOf(form.distractors),
		pairs: linesOf(form.pairs).map((line, index) => {
			const [left = "", right = "", feedback] = cellsOf(line);
			return { id: `p${index + 1}`, left, right, feedback: feedback || undefined };
		}),
	}),
	write: ({ pairs, distractors }) => ({
		pairs: pairs.map(({ left, right, feedback }) => barred([left, right, feedback])).join("\n"),
		distractors: distractors.join("\n"),
	}),
};

export const orderingForm: FormOf<ItemOf<"ordering">> = {
	fields: ["elements", "fbCorrect", "fbWrong"],
	read: (form) => ({
		elements: namedLines(form.elements),
		feedback: form.fbCorrect || form.fbWrong ? feedbackOf(form) : undefined,
	}),
	write: ({ elements, feedback }) => ({
		elements: textsOf(elements),
		fbCorrect: feedback?.correct ?? "",
		fbWrong: feedback?.wrong ?? "",
	}),
};

export const numericForm: FormOf<ItemOf<"numeric">> = {
	fields: ["answer", "tolerance", "unit", "units", "fbCorrect", "fbWrong"],
	read(form) {
		const units = linesOf(form.units).map((line) => {
			const [unit = "", factor] = cellsOf(line);
			return { unit, factor: factor ? numberOf(factor) : undefined };
		});
		return {
			answer: numberOf(form.answer),
			tolerance: numberOf(form.tolerance || "0"),
			unit: form.unit || undefined,
			units: units.length > 0 ? units : undefined,
			feedback: feedbackOf(form),
		};
	},
	write: ({ answer, tolerance, unit, units, feedback }) => ({
		answer: numberText(answer),
		tolerance: numberText(tolerance),
		unit: unit ?? "",
		units: units?.map((one) => barred([one.unit, one.factor ? numberText(one.factor) : ""])).join("\n") ?? "",
		fbCorrect: feedback.correct,
		fbWrong: feedback.wrong,
	}),
};

export const textForm: FormOf<ItemOf<"text">> = {
	fields: ["accept", "fbCorrect", "fbWrong"],
	read: (form) => ({ accept: linesOf(form.accept), feedback: feedbackOf(form) }),
	write: ({ accept, feedback }) => ({
		accept: accept.join("\n"),
		fbCorrect: feedback.correct,
		fbWrong: feedback.wrong,
	}),
};

export const classificationForm: FormOf<ItemOf<"classification">> = {
	fields: ["columns", "rows"],
	read(form) {
		const columns = namedLines(form.columns);
		const rows = linesOf(form.rows).map((line, index) => {
			const [text = "", column = "", feedback] = cellsOf(line);
			return { id: `b${index + 1}`, text, column: idOf(columns, column), feedback: feedback || undefined };
		});
		return { columns, rows };
	},
	write: ({ columns, rows }) => ({
		columns: textsOf(columns),
		rows: rows
			.map(({ text, column, feedback }) => barred([text, textOf(columns, column), feedback]))
			.join("\n"),
	}),
};

/** A text as authors write it: each gap holds its keys, "[[12 | dua belas]]"; here it gets a name instead. */
function gapsOf(form: { text: string; gaps: string }) {
	const feedback = form.gaps.split("\n");
	const keys: string[][] = [];
	const text = form.text.replace(/\[\[([^[\]]*)\]\]/g, (_, inside: string) => {
		keys.push(cellsOf(inside).filter(Boolean));
		return `[[${letter(keys.length - 1)}]]`;
	});
	const gaps = keys.map((own, index) => ({
		id: letter(index),
		keys: own,
		feedback: feedback[index]?.trim() || undefined,
	}));
	return { text, gaps };
}

type Gap = { id: string; feedback?: string };
function gapsWritten<G extends Gap>(
	item: { text: string; gaps: readonly G[] },
	keysOf: (gap: G) => string[],
) {
	const text = item.text.replace(/\[\[([^[\]]+)\]\]/g, (whole, id: string) => {
		const gap = item.gaps.find((one) => one.id === id);
		return gap ? `[[${keysOf(gap).join(" | ")}]]` : whole;
	});
	return {
		text,
		gaps: item.gaps
			.map(({ feedback }) => feedback ?? "")
			.join("\n")
			.trimEnd(),
	};
}

export const gapTextForm: FormOf<ItemOf<"gaptext">> = {
	fields: ["text", "gaps"],
	read(form) {
		const { text, gaps } = gapsOf(form);
		return { text, gaps: gaps.map(({ id, keys, feedback }) => ({ id, accept: keys, feedback })) };
	},
	write: (item) => gapsWritten(item, ({ accept }) => accept),
};

export const gapChoiceForm: FormOf<ItemOf<"gapchoice">> = {
	fields: ["text", "choices", "gaps"],
	read(form) {
		const { text, gaps } = gapsOf(form);
		return {
			text,
			choices: linesOf(form.choices),
			gaps: gaps.map(({ id, keys, feedback }) => ({
				id,
				right: keys[0] ?? "",
				choices: keys.length > 1 ? keys : undefined,
				feedback,
			})),
		};
	},
	write: (item) => ({
		...gapsWritten(item, ({ right, choices }) => [right, ...(choices?.filter((one) => one !== right) ?? [])]),
		choices: item.choices.join("\n"),
	}),
};
