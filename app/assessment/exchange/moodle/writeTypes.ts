import type { Item, ItemOf } from "../../item.ts";
import { rubricText } from "../rubric.ts";
import { quotedWildcards } from "../typedCandidates.ts";
import { multiplierOf } from "../units.ts";
import { fractionOf, isPlainTrueFalse } from "../writing.ts";
import { NEAREST_GRADING } from "./freeTypes.ts";
import { answerLine, holder, type Question, textLine, xml } from "./lines.ts";
import { embedded, wordGaps } from "./writeGaps.ts";

/** The part that differs by type; null: Moodle XML has no such type. */
export function questionOf(item: Item): Question | null {
	switch (item.type) {
		case "single":
		case "multiple":
			return choice(item);
		case "truefalse":
			return isPlainTrueFalse(item) ? trueFalse(item) : choice(item);
		case "matching":
			return pairs([...item.pairs, ...item.distractors.map((right) => ({ left: "", right }))]);
		case "classification":
			return table(item);
		case "ordering":
			return ordering(item);
		case "numeric":
			return numerical(item);
		case "text":
			return shortAnswer(item);
		case "gaptext":
			return embedded(item);
		case "gapchoice":
			return wordGaps(item);
		case "essay":
			return essay(item);
		default:
			return null;
	}
}

function choice(item: ItemOf<"single" | "multiple" | "truefalse">): Question {
	const answers = item.options.map(({ text: words, correct, feedback }) =>
		answerLine(fractionOf(item, correct), words, feedback),
	);
	const head = [`<single>${item.type !== "multiple"}</single>`, "<shuffleanswers>true</shuffleanswers>"];
	return { type: "multichoice", lines: [...head, "<answernumbering>abc</answernumbering>", ...answers] };
}

function trueFalse({ options }: ItemOf<"truefalse">): Question {
	const lines = options.map(({ correct, feedback }, i) =>
		answerLine(correct ? 1 : 0, i === 0 ? "true" : "false", feedback),
	);
	return { type: "truefalse", lines };
}

function pairs(all: readonly { left: string; right: string }[]): Question {
	const lines = all.map(
		({ left, right }) =>
			`<subquestion format="plain_text">${textLine(left)}<answer>${textLine(right)}</answer></subquestion>`,
	);
	return { type: "matching", lines: ["<shuffleanswers>true</shuffleanswers>", ...lines] };
}

/** Rows are pairs with the name of their column; a column without rows is a distractor. */
function table({ columns, rows }: ItemOf<"classification">): Question {
	const nameOf = (id: string) => columns.find((one) => one.id === id)?.text ?? "";
	const empty = columns.filter(({ id }) => !rows.some(({ column }) => column === id));
	return pairs([
		...rows.map(({ text, column }) => ({ left: text, right: nameOf(column) })),
		...empty.map(({ text }) => ({ left: "", right: text })),
	]);
}

function ordering({ elements, feedback }: ItemOf<"ordering">): Question {
	const said = feedback
		? [holder("correctfeedback", feedback.correct), holder("incorrectfeedback", feedback.wrong)]
		: [];
	const answers = elements.map(
		({ text }, i) => `<answer fraction="${i + 1}" format="plain_text">${textLine(text)}</answer>`,
	);
	return {
		type: "ordering",
		lines: [
			"<layouttype>VERTICAL</layouttype>",
			"<selecttype>ALL</selecttype>",
			"<selectcount>0</selectcount>",
			`<gradingtype>${NEAREST_GRADING}</gradingtype>`,
			"<showgrading>HIDE</showgrading>",
			"<numberingstyle>none</numberingstyle>",
			...said,
			...answers,
		],
	};
}

function numerical(item: ItemOf<"numeric">): Question {
	const { answer: number, tolerance, feedback } = item;
	const right = answerLine(1, String(number), feedback.correct, `<tolerance>${tolerance}</tolerance>`);
	return {
		type: "numerical",
		lines: [right, answerLine(0, "*", feedback.wrong, "<tolerance>0</tolerance>"), ...unitLines(item)],
	};
}

/** Units to choose from are scored as Cakap does: in a wrong one the number is another quantity. */
function unitLines({ unit, units }: ItemOf<"numeric">): string[] {
	const line = (name: string, multiplier: number) =>
		`<unit><multiplier>${multiplier}</multiplier><unit_name>${xml(name)}</unit_name></unit>`;
	if (units) {
		const lines = units.flatMap((one) =>
			one.factor === undefined ? [] : [line(one.unit, multiplierOf(one.factor))],
		);
		const grading = "<unitgradingtype>1</unitgradingtype><unitpenalty>1</unitpenalty>";
		return [`<units>${lines.join("")}</units>`, grading, "<showunits>2</showunits>"];
	}
	return unit ? [`<units>${line(unit, 1)}</units>`, "<showunits>0</showunits>"] : [];
}

function shortAnswer({ accept, feedback }: ItemOf<"text">): Question {
	const right = accept.map((words) => answerLine(1, quotedWildcards(words), feedback.correct));
	const lines = ["<usecase>0</usecase>", ...right, answerLine(0, "*", feedback.wrong)];
	return { type: "shortanswer", lines };
}

function essay({ rubric }: ItemOf<"essay">): Question {
	return {
		type: "essay",
		lines: [
			"<responseformat>plain</responseformat>",
			"<responserequired>1</responserequired>",
			"<responsefieldlines>15</responsefieldlines>",
			"<attachments>0</attachments>",
			"<attachmentsrequired>0</attachmentsrequired>",
			holder("graderinfo", rubricText(rubric)),
			holder("responsetemplate", ""),
		],
	};
}
