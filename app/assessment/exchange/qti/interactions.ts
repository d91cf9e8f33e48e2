import { multipleChoice, type ReadAnswer, singleChoice, trueFalse } from "../candidates.ts";
import { note, QuestionRefused } from "../notes.ts";
import { matching } from "../pairCandidates.ts";
import type { Candidate, Gathering } from "../reading.ts";
import { numeric, shortText } from "../typedCandidates.ts";
import { type Element, elements, within } from "../xml.ts";
import { optionText } from "./body.ts";
import { readFields, readGapMatch, readLists, typedAnswers } from "./gapInteractions.ts";
import { readFreeText, readHotspots, readOrder } from "./otherInteractions.ts";
import { nothing, type Question, type Reader } from "./question.ts";
import { type Response, rightValues } from "./responses.ts";

const only = ({ parts }: Question) => parts[0] as Question["parts"][number];

const readChoice: Reader = (question) => {
	const { stem, feedback, gathered } = question;
	const { interaction, response } = only(question);
	const choices = elements(interaction, "simpleChoice");
	const isMultiple = response.cardinality === "multiple";
	const right = rightValues(response).slice(0, isMultiple ? undefined : 1);
	const unknown = right.find((id) => !choices.some(({ attributes }) => attributes.identifier === id));
	if (unknown !== undefined) throw new QuestionRefused(note("no.keyUnknown", unknown));
	const partly = [...response.mapped]
		.filter(([id, marks]) => marks > 0 && !right.includes(id))
		.map(([id]) => id);
	if (partly.length > 0) gathered.say(note("partial", partly.join(", ")));
	const answers = choices.map((choice): ReadAnswer => {
		const id = choice.attributes.identifier ?? "";
		const marks = right.includes(id) ? 1 : isMultiple ? -1 : 0;
		const said = feedback.byId.get(id) ?? "";
		return {
			text: optionText(choice, gathered),
			fraction: marks / (isMultiple ? right.length : 1),
			feedback: said,
		};
	});
	if (isMultiple) return multipleChoice({ stem }, answers, nothing, gathered);
	return twoWords(stem, answers, gathered) ?? singleChoice({ stem }, answers, nothing, gathered);
};

const yes = /^(benar|betul|true|right|yes|ya)\.?$/i;
const no = /^(salah|false|wrong|no|tidak)\.?$/i;

/** True/false is a choice of two in QTI: told by its words. */
function twoWords(stem: string, answers: ReadAnswer[], gathered: Gathering): Candidate | null {
	const [whenTrue, whenFalse] = [yes, no].map((word) => answers.find(({ text }) => word.test(text)));
	if (answers.length !== 2 || !whenTrue || !whenFalse) return null;
	if (whenTrue.text !== "Benar" || whenFalse.text !== "Salah") gathered.say(note("trueFalseWords"));
	const feedback = { true: whenTrue.feedback, false: whenFalse.feedback };
	return trueFalse({ stem }, whenTrue.fraction > 0, feedback);
}

const readMatch: Reader = (question) => {
	const { stem, gathered } = question;
	const { interaction, response } = only(question);
	const [lefts, rights] = elements(interaction, "simpleMatchSet").map((set) =>
		elements(set, "simpleAssociableChoice").map((choice) => ({
			id: choice.attributes.identifier ?? "",
			text: optionText(choice, gathered),
		})),
	);
	const keys = rightValues(response).map((pair) => pair.split(" "));
	const pairs = (lefts ?? []).map(({ id, text }) => {
		const own = keys.filter((key) => key[0] === id);
		if (own.length === 0) throw new QuestionRefused(note("no.key"));
		if (own.length > 1) throw new QuestionRefused(note("no.manyRights", text));
		return { left: text, right: rights?.find((one) => one.id === own[0]?.[1])?.text ?? "" };
	});
	const used = new Set(pairs.map(({ right }) => right));
	const loose = (rights ?? [])
		.filter(({ text }) => !used.has(text))
		.map(({ text }) => ({ left: "", right: text }));
	return matching({ stem }, [...pairs, ...loose], nothing, gathered);
};

const readEntry: Reader = (question) => {
	if (question.parts.length > 1) return readFields(question);
	const { response } = only(question);
	return /^(float|integer)$/.test(response.baseType) ? readNumber(question) : readText(question);
};

function readText({ stem, parts, feedback, gathered }: Question): Candidate {
	const response = parts[0]?.response as Response;
	if (response.isCaseSensitive) gathered.say(note("caseless"));
	const answers = typedAnswers(response).map((one) => ({ ...one, feedback: feedback.correct }));
	const wrong = { text: "*", fraction: 0, feedback: feedback.wrong };
	return shortText({ stem }, [...answers, wrong], gathered);
}

function readNumber({ item, stem, parts, feedback, gathered }: Question): Candidate {
	const raw = rightValues(parts[0]?.response as Response)[0];
	if (raw === undefined) throw new QuestionRefused(note("no.key"));
	const value = Number(raw);
	if (!Number.isFinite(value)) throw new QuestionRefused(note("no.number", raw));
	const number = { value, tolerance: toleranceOf(item, value), fraction: 1, feedback: feedback.correct };
	return numeric({ stem }, [number], { wrongFeedback: feedback.wrong }, gathered);
}

/** Of `<equal toleranceMode="absolute" tolerance="0.1 0.2">`; relative ones are per cent of the key. */
function toleranceOf(item: Element, value: number): number {
	const equal = within(item, "equal").find(({ attributes }) => attributes.tolerance !== undefined);
	const widest = Math.max(
		0,
		...(equal?.attributes.tolerance ?? "").split(/\s+/).map((text) => Number(text) || 0),
	);
	return equal?.attributes.toleranceMode === "relative" ? (Math.abs(value) * widest) / 100 : widest;
}

/** What Cakap has an equal of, by the name of QTI 2. */
export const interactions: Record<string, Reader> = {
	choiceInteraction: readChoice,
	matchInteraction: readMatch,
	textEntryInteraction: readEntry,
	inlineChoiceInteraction: readLists,
	gapMatchInteraction: readGapMatch,
	orderInteraction: readOrder,
	extendedTextInteraction: readFreeText,
	hotspotInteraction: readHotspots,
};
/** Those of which an item may hold several. */
export const repeatable = new Set(["textEntryInteraction", "inlineChoiceInteraction"]);
