import type { ReadAnswer } from "../candidates.ts";
import { withNumbers } from "../gapMarks.ts";
import { gappedParts } from "../gapped.ts";
import { note, QuestionRefused } from "../notes.ts";
import type { Candidate, Gathering } from "../reading.ts";
import { acceptedOf, quotedWildcards } from "../typedCandidates.ts";
import { elements, within } from "../xml.ts";
import { optionText } from "./body.ts";
import type { Question } from "./question.ts";
import { nothing } from "./question.ts";
import { type Response, rightValues } from "./responses.ts";

/** Several fields in a text. */
export function readFields({ stem, parts, gathered }: Question): Candidate {
	const gaps = parts.map(({ response }) => ({
		accept: acceptedOf(answersOf(response, gathered), gathered).accept,
	}));
	return { type: "gaptext", ...gappedParts(withNumbers(stem), gaps, nothing, gathered) };
}

function answersOf(response: Response, gathered: Gathering): ReadAnswer[] {
	if (/^(float|integer)$/.test(response.baseType)) gathered.say(note("gapNumber"));
	else if (response.isCaseSensitive) gathered.say(note("caseless"));
	return typedAnswers(response).map((one) => ({ ...one, feedback: "" }));
}

/** The texts that a response maps to marks, as shares of the best, and its key. */
export function typedAnswers({ correct, mapped }: Response): { text: string; fraction: number }[] {
	const most = Math.max(...mapped.values(), 0);
	const values = new Map([...mapped].map(([text, marks]) => [text, marks / (most || 1)]));
	for (const text of correct) values.set(text, 1);
	return [...values].map(([text, fraction]) => ({ text: quotedWildcards(text), fraction }));
}

/** Lists in a text, each with its own words. */
export function readLists({ stem, parts, gathered }: Question): Candidate {
	const gaps = parts.map(({ interaction, response }) => {
		const options = elements(interaction, "inlineChoice").map((option) => ({
			id: option.attributes.identifier ?? "",
			text: optionText(option, gathered),
		}));
		const [key] = rightValues(response);
		if (key === undefined) throw new QuestionRefused(note("no.key"));
		const right = options.find(({ id }) => id === key);
		if (!right) throw new QuestionRefused(note("no.keyUnknown", key));
		const worth = [...response.mapped].filter(([id, marks]) => marks > 0 && id !== key).map(([id]) => id);
		if (worth.length > 0) gathered.say(note("partial", worth.join(", ")));
		return { right: right.text, choices: options.map(({ text }) => text) };
	});
	return { type: "gapchoice", ...gappedParts(withNumbers(stem), gaps, nothing, gathered) };
}

/** Words that are dragged into gaps of one text. */
export function readGapMatch({ stem, parts, gathered }: Question): Candidate {
	const [part] = parts;
	if (!part) throw new QuestionRefused(note("no.gaps"));
	const options = elements(part.interaction, "gapText").map((option) => ({
		id: option.attributes.identifier ?? "",
		text: optionText(option, gathered),
		most: option.attributes.matchMax ?? "1",
	}));
	if (elements(part.interaction, "gapImg").length > 0) throw new QuestionRefused(note("no.pictureOption"));
	if (options.some(({ most }) => most !== "0")) gathered.say(note("reused"));
	const keys = rightValues(part.response).map((pair) => pair.split(" "));
	const gaps = within(part.interaction, "gap").map(({ attributes }) => {
		const [key] = keys.find(([, gap]) => gap === attributes.identifier) ?? [];
		if (key === undefined) throw new QuestionRefused(note("no.key"));
		const right = options.find(({ id }) => id === key);
		if (!right) throw new QuestionRefused(note("no.keyUnknown", key));
		return { right: right.text };
	});
	const choices = options.map(({ text }) => text);
	return { type: "gapchoice", ...gappedParts(withNumbers(stem), gaps, nothing, gathered), choices };
}
