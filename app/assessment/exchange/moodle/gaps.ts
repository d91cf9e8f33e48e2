import type { ReadAnswer } from "../candidates.ts";
import { gappedParts } from "../gapped.ts";
import { note, QuestionRefused } from "../notes.ts";
import type { Candidate, Gathering } from "../reading.ts";
import { type Extras, isOwn } from "../tags.ts";
import { textOf } from "../texts.ts";
import { acceptedOf } from "../typedCandidates.ts";
import { type Element, elements, first, rawText } from "../xml.ts";
import { type ClozeAnswer, type ClozePart, readCloze } from "./cloze.ts";
import { rawOf, shownText } from "./parts.ts";
import { taggedText } from "./stem.ts";

/** Words to choose from, in a list at each gap or dragged into it. A group is what a gap lets one choose from. */
export function readWordGaps(question: Element, extras: Extras, gathered: Gathering): Candidate {
	const kind = question.attributes.type === "ddwtos" ? "dragbox" : "selectoption";
	const usual = isOwn(extras) ? "plain" : "html";
	const options = elements(question, kind).map((option) => ({
		text: textOf(rawOf(option), usual, gathered),
		group: rawText(first(option, "group")).trim() || "1",
	}));
	if (kind === "dragbox" && elements(question, kind).some((option) => !first(option, "infinite")))
		gathered.say(note("reused"));
	const chosen: number[] = [];
	const read = shownText(question, rawOf(first(question, "questiontext")), gathered);
	const text = read.replace(/\[\[(\d+)\]\]/g, (_, n: string) => `[[${chosen.push(Number(n))}]]`);
	const choicesOf = (group: string) => options.filter((one) => one.group === group).map((one) => one.text);
	const gaps = chosen.map((n, i) => {
		const right = options[n - 1];
		if (!right) throw new QuestionRefused(note("no.gapMissing", String(n)));
		const feedback = extras.get(`gap-${i + 1}`);
		return {
			right: right.text,
			...(right.group === "1" ? {} : { choices: choicesOf(right.group) }),
			...(feedback === undefined ? {} : { feedback }),
		};
	});
	const parts = gappedParts(taggedText(text, extras), gaps, extras, gathered);
	return { type: "gapchoice", ...parts, choices: choicesOf("1") };
}

const LONGEST = 60_000;

/** Embedded answers: all typed, or all chosen. */
export function readEmbedded(question: Element, extras: Extras, gathered: Gathering): Candidate {
	const whole = rawOf(first(question, "questiontext"));
	// No text of 5,000 letters needs as much markup, and looking for parts in more takes its square in time.
	if (whole.length > LONGEST) throw new QuestionRefused(note("no.tooLong", "text", "5000"));
	const { text: raw, parts } = readCloze(whole);
	const text = taggedText(shownText(question, raw, gathered), extras);
	if (parts.some(({ weight }) => weight !== 1)) gathered.say(note("weights"));
	const kinds = parts.map(kindOf);
	if (new Set(kinds).size > 1) throw new QuestionRefused(note("no.manyParts"));
	if (kinds[0] === "chosen") {
		const gaps = parts.map((part) => chosenGap(part, gathered));
		return { type: "gapchoice", ...gappedParts(text, gaps, extras, gathered) };
	}
	const gaps = parts.map((part) => typedGap(part, gathered));
	return { type: "gaptext", ...gappedParts(text, gaps, extras, gathered) };
}

function kindOf({ kind }: ClozePart): "typed" | "chosen" {
	if (/^(MULTICHOICE|MC)(_?[VHS]|_[VH]S|[VH]S)?$/.test(kind)) return "chosen";
	if (/^(SHORTANSWER|SA|MW|NUMERICAL|NM)(_?C)?$/.test(kind)) return "typed";
	throw new QuestionRefused(note("no.gapKind", kind));
}

function typedGap({ kind, answers }: ClozePart, gathered: Gathering) {
	if (/C$/.test(kind)) gathered.say(note("caseless"));
	const isNumber = /^N/.test(kind);
	if (isNumber) gathered.say(note("gapNumber"));
	const read = isNumber ? answers.map(withoutTolerance) : answers;
	const { accept, full, wrong } = acceptedOf(read, gathered);
	dropped(full, gathered);
	return { accept, ...(wrong === "" ? {} : { feedback: wrong }) };
}

/** A text cannot be nearly right. */
function withoutTolerance({ text, ...rest }: ClozeAnswer): ReadAnswer {
	const [number = "", tolerance = "0"] = text.split(":");
	if (Number(tolerance.replace(",", ".")) > 0) throw new QuestionRefused(note("no.gapKind", "NUMERICAL"));
	return { text: number, ...rest };
}

function chosenGap({ answers }: ClozePart, gathered: Gathering) {
	const best = Math.max(...answers.map(({ fraction }) => fraction));
	const right = answers.find(({ fraction }) => fraction === best);
	if (!right || best <= 0) throw new QuestionRefused(note("no.right"));
	const partly = answers.filter((one) => one !== right && one.fraction > 0);
	if (partly.length > 0) gathered.say(note("partial", partly.map(({ text }) => `“${text}”`).join(", ")));
	const wrong = [...new Set(answers.filter((one) => one !== right).map(({ feedback }) => feedback))];
	const shared = wrong.length === 1 ? (wrong[0] ?? "") : "";
	dropped(shared === "" ? answers : [right], gathered);
	return {
		right: right.text,
		choices: answers.map(({ text }) => text),
		...(shared === "" ? {} : { feedback: shared }),
	};
}

/** Feedback of single answers has no place in a gap. */
function dropped(answers: readonly { feedback: string }[], gathered: Gathering): void {
	const texts = answers.map(({ feedback }) => feedback).filter((text) => text !== "");
	if (texts.length > 0) gathered.say(note("feedbackDropped", texts.join("; ")));
}
