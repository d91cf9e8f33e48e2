import { multipleChoice, type ReadAnswer, singleChoice, trueFalse } from "../candidates.ts";
import { note, QuestionRefused } from "../notes.ts";
import { matching } from "../pairCandidates.ts";
import type { Candidate, Gathering } from "../reading.ts";
import { freeText } from "../rubric.ts";
import type { Extras } from "../tags.ts";
import { numeric, type ReadNumber, shortText } from "../typedCandidates.ts";
import { taggedUnits } from "../units.ts";
import { cutAt, indexOfMark, partsAt } from "./escape.ts";
import { type Formatted, formatted } from "./format.ts";

type Reader = (stem: Formatted, answers: string, extras: Extras, gathered: Gathering) => Candidate;

/** What stands between the braces; the type follows from its marks, as in Moodle. */
export const readAnswers: Reader = (stem, answers, extras, gathered) => {
	if (answers === "") return freeText(stem.text, extras.get("rubric") ?? "", extras, gathered);
	if (answers.startsWith("#")) return readNumeric(stem, answers.slice(1), extras, gathered);
	if (indexOfMark(answers, "~") >= 0) return readChoice(stem, answers, extras, gathered);
	if (indexOfMark(answers, "=") >= 0 && indexOfMark(answers, "->") >= 0)
		return readPairs(stem, answers, extras, gathered);
	const isTrueFalse = /^(T|TRUE|F|FALSE)\s*(#|$)/.test(answers);
	return (isTrueFalse ? readTrueFalse : readText)(stem, answers, extras, gathered);
};

const readChoice: Reader = ({ text: stem, format }, answers, extras, gathered) => {
	const read = partsAt(answers, "~=").map((part) =>
		weighted(part.slice(1), part[0] === "=" ? 1 : 0, format, gathered),
	);
	const isMultiple = indexOfMark(answers, "=") < 0;
	return isMultiple
		? multipleChoice({ stem }, read, extras, gathered)
		: singleChoice({ stem }, read, extras, gathered);
};

/** `%50%text#feedback`; without a weight it is worth `usual`. */
function weighted(raw: string, usual: number, format: Formatted["format"], gathered: Gathering): ReadAnswer {
	const { fraction, rest } = weightOf(raw.trim(), usual);
	const [text, feedback] = cutAt(rest, "#") ?? [rest, ""];
	const plain = (piece: string) => formatted(piece, format, gathered).text;
	return { text: plain(text), fraction, feedback: plain(feedback) };
}

function weightOf(raw: string, usual: number): { fraction: number; rest: string } {
	const weight = /^%(-?\d{1,3}(?:\.\d*)?)%/.exec(raw);
	return weight
		? { fraction: Number(weight[1]) / 100, rest: raw.slice(weight[0].length) }
		: { fraction: usual, rest: raw };
}

const readPairs: Reader = ({ text: stem, format }, answers, extras, gathered) => {
	const pairs = partsAt(answers, "=").map((part) => {
		const cut = cutAt(part.slice(1), "->");
		if (!cut) throw new QuestionRefused(note("no.arrow", part.slice(1).trim()));
		const [left, right] = cut.map((piece) => formatted(piece, format, gathered).text);
		return { left: left ?? "", right: right ?? "" };
	});
	return matching({ stem }, pairs, extras, gathered);
};

const readTrueFalse: Reader = ({ text: stem, format }, answers, _extras, gathered) => {
	const [word = "", wrong = "", right = ""] = splitAt(answers, "#");
	const isTrue = word.trim().startsWith("T");
	const [ifWrong, ifRight] = [wrong, right].map((piece) => formatted(piece, format, gathered).text);
	const feedback = { [String(isTrue)]: ifRight ?? "", [String(!isTrue)]: ifWrong ?? "" };
	return trueFalse({ stem }, isTrue, { true: feedback.true ?? "", false: feedback.false ?? "" });
};

const readText: Reader = ({ text: stem, format }, answers, _extras, gathered) => {
	const parts = indexOfMark(answers, "=") < 0 ? [`=${answers}`] : partsAt(answers, "=");
	// Answers of a short text are plain, whatever the question's format.
	const read = parts.map((part) => {
		const { text: _, ...rest } = weighted(part.slice(1), 1, format, gathered);
		const { rest: raw } = weightOf(part.slice(1).trim(), 1);
		return { ...rest, text: formatted(cutAt(raw, "#")?.[0] ?? raw, "plain", gathered).text };
	});
	return shortText({ stem }, read, gathered);
};

const readNumeric: Reader = ({ text: stem, format }, raw, extras, gathered) => {
	const [answers, otherwise] = cutAt(raw, "~") ?? [raw, ""];
	const parts = indexOfMark(answers, "=") < 0 ? [`=${answers}`] : partsAt(answers, "=");
	const read = parts.map((part): ReadNumber => {
		const { fraction, rest } = weightOf(part.slice(1).trim(), 1);
		const [number, feedback] = cutAt(rest, "#") ?? [rest, ""];
		return { ...numberOf(number.trim()), fraction, feedback: formatted(feedback, format, gathered).text };
	});
	const wrongFeedback = formatted(cutAt(otherwise, "#")?.[1] ?? "", format, gathered).text;
	const units = taggedUnits(extras, gathered);
	return numeric({ stem }, read, { unit: extras.get("unit"), units, wrongFeedback }, gathered);
};

/** `12`, `12:0.5` or `11.5..12.5`. */
function numberOf(raw: string): { value: number; tolerance: number } {
	const between = /^([^:]+?)\.\.([^:]+)$/.exec(raw);
	if (between) {
		const [low, high] = [finite(between[1] ?? ""), finite(between[2] ?? "")];
		return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 };
	}
	const [value, tolerance] = raw.split(":");
	return { value: finite(value ?? ""), tolerance: Math.abs(finite(tolerance ?? "0")) };
}

function finite(raw: string): number {
	const text = raw.trim().replace(/\\/g, "");
	if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text))
		throw new QuestionRefused(note("no.number", raw.trim()));
	return Number(text);
}

function splitAt(raw: string, mark: string): string[] {
	const cut = cutAt(raw, mark);
	return cut ? [cut[0], ...splitAt(cut[1], mark)] : [raw];
}
