import { decodeText } from "../decode.ts";
import { gapMark } from "../gapMarks.ts";
import { plainText } from "../markup.ts";
import { note, QuestionRefused } from "../notes.ts";
import { type Candidate, type Gathering, type ReadQuestion, readQuestion } from "../reading.ts";
import { type Element, elements, first, isElement, type Node, parseXml, within } from "../xml.ts";
import { type Feedback, type Find, feedbackOf, interactionsOf, stemOf, titleOf } from "./body.ts";
import { interactions, repeatable } from "./interactions.ts";
import { withOlderNames } from "./names.ts";
import type { Question } from "./question.ts";
import { noResponse, responsesOf } from "./responses.ts";

/** Reads one assessment item, its names already those of QTI 2. */
export function readQtiItem(item: Element, file: string | null, find: Find): ReadQuestion {
	const { identifier = "" } = item.attributes;
	const name = titleOf(item) || identifier;
	return readQuestion({ name, handle: identifier || name, file, line: item.line }, (gathered) => {
		const body = first(item, "itemBody");
		if (!body) throw new QuestionRefused(note("no.stem"));
		refuseMoving(item);
		const parts = partsOf(item, body);
		const kind = parts[0]?.interaction.name ?? "";
		const feedback = feedbackOf(item, gathered);
		const passage = passageOf(item, find, gathered);
		const { graderNote, rest } = forGraders(body, kind, gathered);
		const isLine = kind === "textEntryInteraction" && parts.length === 1;
		let n = 0;
		const stem = stemOf(rest, gathered, find, () => (isLine ? " _____ " : gapMark(++n)));
		const own = { parts, feedback, gathered, find, graderNote };
		const question: Question = { ...own, item, stem: passage + stem };
		const candidate = interactions[kind]?.(question);
		if (!candidate) throw new QuestionRefused(note("no.element", kind));
		tellTheRest(item, gathered);
		return withRationale(candidate, feedback, gathered);
	});
}

/** What graders of a free text are told, and the body without it. */
function forGraders(body: Element, kind: string, gathered: Gathering) {
	if (kind !== "extendedTextInteraction") return { graderNote: "", rest: body };
	const isNote = (node: Node) =>
		isElement(node) && node.name === "rubricBlock" && /scorer/.test(node.attributes.view ?? "");
	const notes = body.children.filter(isNote);
	const graderNote = plainText(
		notes.flatMap((one) => (isElement(one) ? one.children : [])),
		gathered,
	).text;
	return { graderNote, rest: { ...body, children: body.children.filter((node) => !isNote(node)) } };
}

function refuseMoving(item: Element): void {
	const moves = ["templateDeclaration", "templateProcessing"].some((name) => first(item, name));
	if (moves || item.attributes.adaptive === "true") throw new QuestionRefused(note("no.adaptive"));
}

function partsOf(item: Element, body: Element): Question["parts"] {
	const found = interactionsOf(body);
	const kinds = [...new Set(found.map(({ name }) => name))];
	const strange = kinds.find((name) => !interactions[name]);
	if (strange) throw new QuestionRefused(note("no.element", strange));
	if (kinds.length === 0) throw new QuestionRefused(note("no.description"));
	if (kinds.length > 1 || (found.length > 1 && !repeatable.has(kinds[0] ?? "")))
		throw new QuestionRefused(note("no.manyParts"));
	const responses = responsesOf(item);
	return found.map((interaction) => {
		const response = responses.get(interaction.attributes.responseIdentifier ?? "");
		if (!response && interaction.name === "extendedTextInteraction")
			return { interaction, response: noResponse };
		if (!response) throw new QuestionRefused(note("no.key"));
		return { interaction, response };
	});
}

/** A text that several items share; it is written before the question. */
function passageOf(item: Element, find: Find, gathered: Gathering): string {
	const texts = elements(item, "assessmentStimulusRef").map(({ attributes }) => {
		const href = attributes.href ?? "";
		const bytes = find(href);
		if (!bytes) throw new QuestionRefused(note("no.file", href));
		const body = within(withOlderNames(parseXml(decodeText(bytes).text, href)), "stimulusBody")[0];
		const { text, pictures } = plainText(body?.children ?? [], gathered);
		if (pictures.length > 0) throw new QuestionRefused(note("no.picture", pictures[0]?.src ?? ""));
		return text;
	});
	if (texts.length > 0) gathered.say(note("passage"));
	return texts.map((text) => `${text}\n\n`).join("");
}

const usualRules = new Set(
	"responseCondition responseIf responseElseIf responseElse match variable correct setOutcomeValue baseValue mapResponse mapResponsePoint isNull not and equal".split(
		" ",
	),
);
const wordless = new Set(
	"responseDeclaration outcomeDeclaration itemBody responseProcessing modalFeedback assessmentStimulusRef".split(
		" ",
	),
);

function tellTheRest(item: Element, gathered: Gathering): void {
	const rules = first(item, "responseProcessing");
	if (rules && !everyName(rules).every((name) => usualRules.has(name))) gathered.say(note("processing"));
	const left = elements(item)
		.map(({ name }) => name)
		.filter((name) => !wordless.has(name));
	if (left.length > 0) gathered.say(note("leftOut", [...new Set(left)].join(", ")));
}

const everyName = (element: Element): string[] =>
	element.children.filter(isElement).flatMap((child) => [child.name, ...everyName(child)]);

/** Feedback that found no option, and is neither for right nor for wrong answers of a typed one. */
function withRationale(candidate: Candidate, { byId }: Feedback, gathered: Gathering): Candidate {
	const placed = JSON.stringify(candidate);
	const rest = [...byId.values()].filter((text) => !placed.includes(JSON.stringify(text)));
	if (rest.length === 0) return candidate;
	gathered.say(note("feedbackMerged"));
	return { ...candidate, rationale: rest.join("\n") };
}
