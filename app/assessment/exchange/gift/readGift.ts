import { competenceIn } from "../category.ts";
import { decodeText } from "../decode.ts";
import { FileRefused, note, QuestionRefused } from "../notes.ts";
import {
	type Candidate,
	type Gathering,
	type ReadFile,
	type ReadQuestion,
	readQuestion,
} from "../reading.ts";
import { withTagged } from "../tagged.ts";
import { isOwn, readTags, taggedPictures } from "../tags.ts";
import { readAnswers } from "./answers.ts";
import { type Block, commentTags, giftBlocks } from "./blocks.ts";
import { cutAt, indexOfMark, unescaped } from "./escape.ts";
import { type Formatted, formatted } from "./format.ts";

/** Reads a GIFT file, each question for itself. @throws FileRefused when there is nothing to read */
export function readGift(bytes: Uint8Array): ReadFile {
	const { text, notes } = decodeText(bytes);
	const blocks = giftBlocks(text);
	if (blocks.length === 0) throw new FileRefused(note("file.noQuestions"));
	const categories = new Set(blocks.map(({ category }) => category).filter((name) => name !== null));
	if (categories.size > 0) notes.push(note("file.categories", String(categories.size)));
	return { questions: blocks.map(readBlock), notes };
}

function readBlock(block: Block): ReadQuestion {
	const { name, rest } = named(block.text);
	const called = name ?? unescaped(rest).slice(0, 80);
	const { id, tags } = commentTags(block.comments);
	return readQuestion({ name: called, handle: id ?? called, line: block.line }, (gathered) => {
		const { facts, extras, others } = readTags(tags);
		if (others.length > 0) gathered.say(note("tagsDropped", others.join(", ")));
		gathered.code = isOwn(extras) ? id : null;
		gathered.facts = { ...competenceIn(block.category, facts, gathered), ...facts };
		const { question, answers } = braced(rest, gathered);
		const stem = formatted(question, "moodle", gathered);
		if (stem.text === "") throw new QuestionRefused(note("no.stem"));
		const pictures = taggedPictures(extras);
		const candidate = withRationale(
			stem,
			answers,
			(own) => readAnswers(stem, own, extras, gathered),
			gathered,
		);
		const made = withTagged(candidate, extras);
		return pictures.length > 0 ? { ...made, pictures } : made;
	});
}

/** `::name::` in front of a question. */
function named(raw: string): { name: string | null; rest: string } {
	const text = raw.trim();
	if (!text.startsWith("::")) return { name: null, rest: text };
	const end = indexOfMark(text, "::", 2);
	if (end < 0) return { name: null, rest: text.slice(2) };
	return { name: unescaped(text.slice(2, end)), rest: text.slice(end + 2) };
}

/** The question without its answers; in the middle of a sentence a line stands for them. */
function braced(raw: string, gathered: Gathering): { question: string; answers: string } {
	const [opening, closing] = [indexOfMark(raw, "{"), indexOfMark(raw, "}")];
	if (opening < 0 && closing < 0) throw new QuestionRefused(note("no.description"));
	if (opening < 0 || closing < opening) throw new QuestionRefused(note("no.braces"));
	const inner = indexOfMark(raw, "{", opening + 1);
	if (inner >= 0 && inner < closing) throw new QuestionRefused(note("no.braces"));
	const after = raw.slice(closing + 1).trim();
	if (inner >= 0)
		throw new QuestionRefused(note(indexOfMark(after, "}") < 0 ? "no.braces" : "no.twoAnswers"));
	if (indexOfMark(after, "}") >= 0) throw new QuestionRefused(note("no.braces"));
	const before = raw.slice(0, opening);
	const answers = raw.slice(opening + 1, closing).trim();
	if (after === "") return { question: before, answers };
	gathered.say(note("missingWord"));
	return { question: `${before.trimEnd()} _____ ${after}`, answers };
}

/** What stands behind #### is shown whatever was answered. */
function withRationale(
	stem: Formatted,
	answers: string,
	read: (answers: string) => Candidate,
	gathered: Gathering,
): Candidate {
	const cut = cutAt(answers, "####");
	const candidate = read((cut?.[0] ?? answers).trim());
	const rationale = cut ? formatted(cut[1], stem.format, gathered).text : "";
	return rationale === "" ? candidate : { ...candidate, rationale };
}
