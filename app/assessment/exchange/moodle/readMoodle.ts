import { competenceIn } from "../category.ts";
import { decodeText } from "../decode.ts";
import { FileRefused, type Note, note, QuestionRefused, say } from "../notes.ts";
import {
	type Candidate,
	type Gathering,
	type ReadFile,
	type ReadQuestion,
	readQuestion,
} from "../reading.ts";
import { withTagged } from "../tagged.ts";
import { type Extras, isOwn, readTags } from "../tags.ts";
import { type Element, elements, first, parseXml, within } from "../xml.ts";
import { feedbackOf, isStandardFeedback, rawOf, wordOf } from "./parts.ts";
import { taggedText } from "./stem.ts";
import { moodleTypes } from "./types.ts";

/** Reads Moodle XML, each question for itself. @throws FileRefused when it is no sound Moodle XML */
export function readMoodle(bytes: Uint8Array): ReadFile {
	const { text, notes } = decodeText(bytes);
	if (!text.trimStart().startsWith("<")) throw new FileRefused(note("file.notXml"), 1);
	const quiz = parseXml(text);
	if (quiz.name !== "quiz") throw new FileRefused(note("file.notMoodle", quiz.name), quiz.line);
	const questions: ReadQuestion[] = [];
	let category: string | null = null;
	const categories = new Set<string>();
	for (const question of elements(quiz, "question")) {
		if (question.attributes.type === "category") {
			category = rawOf(first(question, "category"));
			categories.add(category);
		} else questions.push(readOne(question, category, notes));
	}
	if (questions.length === 0) throw new FileRefused(note("file.noQuestions"));
	if (categories.size > 0) notes.push(note("file.categories", String(categories.size)));
	return { questions, notes };
}

function readOne(question: Element, category: string | null, fileNotes: Note[]): ReadQuestion {
	const type = question.attributes.type ?? "";
	const name = rawOf(first(question, "name")) || rawOf(first(question, "questiontext")).slice(0, 80);
	const handle = wordOf(question, "idnumber") || name;
	return readQuestion({ name, handle, line: question.line }, (gathered) => {
		const extras = readFacts(question, category, gathered);
		const read = moodleTypes[type];
		if (!read) throw new QuestionRefused(note("no.type", type));
		const found = read(question, extras, gathered);
		const candidate = withTagged({ ...found, stem: taggedText(found.stem, extras) }, extras);
		tellTheRest(question, gathered, fileNotes);
		const rationale = feedbackOf(first(question, "generalfeedback"), gathered);
		return rationale === "" ? candidate : ({ ...candidate, rationale } satisfies Candidate);
	});
}

function readFacts(question: Element, category: string | null, gathered: Gathering): Extras {
	const tags = within(question, "tag").map(rawOf);
	const { facts, extras, others } = readTags(tags);
	if (others.length > 0) gathered.say(note("tagsDropped", others.join(", ")));
	gathered.code = (isOwn(extras) && wordOf(question, "idnumber")) || null;
	gathered.facts = { ...competenceIn(category, facts, gathered), ...facts };
	return extras;
}

/** What Moodle has and Cakap has not. What nearly every question of a file has is told once, of the file. */
function tellTheRest(question: Element, gathered: Gathering, fileNotes: Note[]): void {
	if (elements(question, "hint").length > 0) gathered.say(note("hints"));
	if (Number(wordOf(question, "penalty")) > 0) say(fileNotes, note("penaltyRetry"));
	const grade = wordOf(question, "defaultgrade");
	if (grade !== "" && Number(grade) !== 1) gathered.say(note("grade", String(Number(grade))));
	const isTaken = question.attributes.type === "ordering";
	const general = isTaken ? [] : ["correctfeedback", "incorrectfeedback"];
	for (const name of [...general, "partiallycorrectfeedback"]) {
		const text = feedbackOf(first(question, name), gathered);
		if (!isStandardFeedback(text)) gathered.say(note("feedbackDropped", text));
	}
}
