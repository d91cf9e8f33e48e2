import { idsFor } from "../candidates.ts";
import { note, QuestionRefused } from "../notes.ts";
import type { Candidate, Gathering } from "../reading.ts";
import { freeText } from "../rubric.ts";
import { type Extras, isOwn } from "../tags.ts";
import { type Element, elements, first } from "../xml.ts";
import { feedbackOf, isStandardFeedback, plainOf, stemOf, wordOf } from "./parts.ts";

/** The way of marking an order that is nearest to Cakap's: how each element stands to all others. */
export const NEAREST_GRADING = "RELATIVE_ALL_PREVIOUS_AND_NEXT";

/** Elements are answers whose fraction is their place. */
export function readOrdering(question: Element, extras: Extras, gathered: Gathering): Candidate {
	const stem = stemOf(question, gathered);
	const placed = elements(question, "answer")
		.map((answer) => ({ answer, place: Number(answer.attributes.fraction) }))
		.sort((a, b) => a.place - b.place)
		.map(({ answer }) => answer);
	const said = placed.map((answer) => feedbackOf(first(answer, "feedback"), gathered)).filter(Boolean);
	if (said.length > 0) gathered.say(note("feedbackDropped", said.join("; ")));
	if (wordOf(question, "gradingtype") !== NEAREST_GRADING) gathered.say(note("orderScore"));
	const shown = Number(wordOf(question, "selectcount"));
	const isSome = !/^(ALL|0|)$/.test(wordOf(question, "selecttype")) && shown > 0 && shown < placed.length;
	if (isSome) gathered.say(note("orderAll", String(shown)));
	const ids = idsFor(placed.length, extras);
	const list = placed.map((answer, i) => ({ id: ids[i] as string, text: plainOf(answer, gathered) }));
	const feedback = orderFeedback(question, extras, gathered);
	return { type: "ordering", stem, elements: list, ...(feedback ? { feedback } : {}) };
}

function orderFeedback(question: Element, extras: Extras, gathered: Gathering) {
	const [correct = "", wrong = ""] = ["correctfeedback", "incorrectfeedback"]
		.map((name) => feedbackOf(first(question, name), gathered))
		.map((text) => (!isOwn(extras) && isStandardFeedback(text) ? "" : text));
	if (correct === "" && wrong === "") return null;
	if (correct === "" || wrong === "") gathered.say(note("feedbackAdded"));
	return { correct: correct || "Tepat.", wrong: wrong || "Urutannya belum tepat." };
}

/** A free text; what it may hold besides, and how long it may be, is told. */
export function readEssay(question: Element, extras: Extras, gathered: Gathering): Candidate {
	if (wordOf(question, "responseformat") === "noinline") throw new QuestionRefused(note("no.fileAnswer"));
	const stem = stemOf(question, gathered);
	const has = (...names: string[]) => names.some((name) => Number(wordOf(question, name)) !== 0);
	if (has("minwordlimit", "maxwordlimit")) gathered.say(note("wordLimits"));
	if (has("attachments", "attachmentsrequired")) gathered.say(note("attachments"));
	if (feedbackOf(first(question, "responsetemplate"), gathered) !== "") gathered.say(note("template"));
	return freeText(stem, feedbackOf(first(question, "graderinfo"), gathered), extras, gathered);
}
