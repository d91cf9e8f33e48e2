import { multipleChoice, singleChoice, trueFalse } from "../candidates.ts";
import { note, QuestionRefused } from "../notes.ts";
import { matching } from "../pairCandidates.ts";
import type { Candidate, Gathering } from "../reading.ts";
import type { Extras } from "../tags.ts";
import { numeric, type ReadNumber, shortText } from "../typedCandidates.ts";
import { factorOf, taggedUnits } from "../units.ts";
import { type Element, elements, first, rawText } from "../xml.ts";
import { readEssay, readOrdering } from "./freeTypes.ts";
import { readEmbedded, readWordGaps } from "./gaps.ts";
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
	return numeric({ stem }, numbers, { ...unitsOf(question, extras, gathered), wrongFeedback }, gathered);
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

/** Moodle's way of asking for the unit: none of its choice, so that only the number counts. */
const UNITS_UNUSED = "3";

/**
 * One unit stands behind the field. Several that Moodle converts are chosen from, unless it does not ask for them; then
 * the first that needs no conversion is shown, and the others are told.
 */
function unitsOf(question: Element, extras: Extras, gathered: Gathering) {
	const unit = extras.get("unit");
	const tagged = taggedUnits(extras, gathered);
	if (tagged) return { unit, units: tagged };
	const holder = first(question, "units");
	const read = (holder ? elements(holder, "unit") : []).map((one) => ({
		unit: rawText(first(one, "unit_name")).trim(),
		factor: factorOf(Number(rawText(first(one, "multiplier"))) || 1),
	}));
	const own = read.find(({ factor }) => factor === 1);
	if (read.length > 1 && own && wordOf(question, "showunits") !== UNITS_UNUSED) {
		if (wordOf(question, "unitgradingtype") !== "1") gathered.say(note("unitsChosen"));
		return { unit, units: read };
	}
	if (own && Number(wordOf(question, "unitgradingtype")) > 0) gathered.say(note("unitNotGraded"));
	const others = read.filter((one) => one !== own).map((one) => one.unit);
	if (others.length > 0) gathered.say(note("units", others.join(", ")));
	return { unit: unit ?? own?.unit };
}

const readMatching: Reader = (question, extras, gathered) => {
	const stem = stemOf(question, gathered);
	const pairs = elements(question, "subquestion").map((sub) => ({
		left: plainOf(sub, gathered),
		right: plainOf(first(sub, "answer"), gathered, "plain"),
	}));
	return matching({ stem }, pairs, extras, gathered);
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
	ordering: readOrdering,
	gapselect: readWordGaps,
	ddwtos: readWordGaps,
	cloze: readEmbedded,
	multianswer: readEmbedded,
	essay: readEssay,
	description: refuse("no.description"),
	calculated: refuse("no.calculated"),
	calculatedsimple: refuse("no.calculated"),
	calculatedmulti: refuse("no.calculated"),
};
