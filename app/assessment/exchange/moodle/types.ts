import {
	matching,
	multipleChoice,
	numeric,
	type ReadNumber,
	shortText,
	singleChoice,
	trueFalse,
} from "../candidates.ts";
import { note, QuestionRefused } from "../notes.ts";
import type { Candidate, Gathering } from "../reading.ts";
import type { Extras } from "../tags.ts";
import { type Element, elements, first, rawText } from "../xml.ts";
import { answersOf, feedbackOf, plainOf, rawOf, stemOf, wordOf } from "./parts.ts";

type Reader = (question: Element, extras: Extras, gathered: Gathering) => Candidate;

const readChoice: Reader = (question, extras, gathered) => {
	const head = { stem: stemOf(question, gathered) };
	const answers = answersOf(question, gathered);
	const isMultiple = /^(false|0|)$/.test(
		wordOf(question, "single") || (first(question, "single") ? "" : "true"),
	);
	return (isMultiple ? multipleChoice : singleChoice)(head, answers, extras, gathered);
};

const readTrueFalse: Reader = (question, _extras, gathered) => {
	const stem = stemOf(question, gathered);
	const answers = elements(question, "answer");
	const words = answers.map((answer) => rawOf(answer).toLowerCase());
	// Old files have words of their own language: the first is true.
	const isKnown = words.includes("true") && words.includes("false");
	const [yes, no] = isKnown ? [words.indexOf("true"), words.indexOf("false")] : [0, 1];
	const [whenTrue, whenFalse] = [answers[yes], answers[no]];
	if (!whenTrue || !whenFalse) throw new QuestionRefused(note("no.key"));
	const marks = [whenTrue, whenFalse].map(({ attributes }) => Number(attributes.fraction));
	if (!marks.includes(100)) throw new QuestionRefused(note("no.right"));
	const feedback = (answer: Element) => feedbackOf(first(answer, "feedback"), gathered);
	return trueFalse({ stem }, marks[0] === 100, { true: feedback(whenTrue), false: feedback(whenFalse) });
};

const readText: Reader = (question, _extras, gathered) => {
	const stem = stemOf(question, gathered);
	if (wordOf(question, "usecase") === "1") gathered.say(note("caseless"));
	return shortText({ stem }, answersOf(question, gathered, "plain"), gathered);
};

const readNumeric: Reader = (question, extras, gathered) => {
	const stem = stemOf(question, gathered);
	const all = elements(question, "answer");
	const isRest = (answer: Element) => rawOf(answer) === "*" || rawOf(answer) === "";
	const numbers = all.filter((answer) => !isRest(answer)).map((answer) => numberOf(answer, gathered));
	const otherwise = all.find((answer) => isRest(answer) && !(Number(answer.attributes.fraction) > 0));
	const wrongFeedback = feedbackOf(otherwise && first(otherwise, "feedback"), gathered);
	const unit = extras.get("unit") ?? unitOf(question, gathered);
	return numeric({ stem }, numbers, { unit, wrongFeedback }, gathered);
};

function numberOf(answer: Element, gathered: Gathering): ReadNumber {
	const [text, within] = [rawOf(answer), rawText(first(answer, "tolerance")).trim() || "0"];
	const [value, tolerance] = [text, within].map((raw) => Number(raw.replace(",", ".")));
	if (!Number.isFinite(value)) throw new QuestionRefused(note("no.number", text));
	if (!Number.isFinite(tolerance)) throw new QuestionRefused(note("no.number", within));
	return {
		value: value ?? 0,
		tolerance: Math.abs(tolerance ?? 0),
		fraction: Number(answer.attributes.fraction ?? 0) / 100,
		feedback: feedbackOf(first(answer, "feedback"), gathered),
	};
}

/** The unit that the answer is in; others, which Moodle converts, are told. */
function unitOf(question: Element, gathered: Gathering): string | undefined {
	const holder = first(question, "units");
	const units = holder ? elements(holder, "unit") : [];
	const own = units.find((unit) => Number(rawText(first(unit, "multiplier")) || 1) === 1);
	const name = (unit: Element) => rawText(first(unit, "unit_name")).trim();
	const others = units.filter((unit) => unit !== own).map(name);
	if (others.length > 0) gathered.say(note("units", others.join(", ")));
	return own && name(own);
}

const readMatching: Reader = (question, extras, gathered) => {
	const stem = stemOf(question, gathered);
	const pairs = elements(question, "subquestion").map((sub) => ({
		left: plainOf(sub, gathered),
		right: plainOf(first(sub, "answer"), gathered, "plain"),
	}));
	return matching({ stem }, pairs, extras);
};

const refuse =
	(key: "no.description" | "no.calculated"): Reader =>
	() => {
		throw new QuestionRefused(note(key));
	};

/** What Cakap has an equal of, by the name that Moodle gives the type. */
export const moodleTypes: Record<string, Reader> = {
	multichoice: readChoice,
	truefalse: readTrueFalse,
	shortanswer: readText,
	numerical: readNumeric,
	matching: readMatching,
	match: readMatching,
	description: refuse("no.description"),
	calculated: refuse("no.calculated"),
	calculatedsimple: refuse("no.calculated"),
	calculatedmulti: refuse("no.calculated"),
};
