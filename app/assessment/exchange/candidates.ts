import { note, QuestionRefused } from "./notes.ts";
import type { Candidate, Gathering } from "./reading.ts";
import type { Extras } from "./tags.ts";

/** An option or answer of a foreign question: `fraction` 1 is full marks, below 0 takes off. */
export type ReadAnswer = { text: string; fraction: number; feedback: string };

type Head = { stem: string; rationale?: string };
type Made<T extends Candidate["type"]> = Extract<Candidate, { type: T }>;

const FULL = 0.999;
const quoted = (answers: readonly ReadAnswer[]) => answers.map(({ text }) => `“${text}”`).join(", ");
const letter = (index: number) => String.fromCharCode(97 + index);
const said = (text: string) => (text === "" ? {} : { feedback: text });

/** The ids that Cakap wrote beside the question, where they still fit; else a, b, c, … */
export function idsFor(count: number, extras: Extras, prefix = ""): string[] {
	const written = extras.get("ids")?.split("|") ?? [];
	if (written.length === count && new Set(written).size === count && !written.includes("")) return written;
	return Array.from({ length: count }, (_, i) => (prefix ? `${prefix}${i + 1}` : letter(i)));
}

/** The ids that need no writing down. */
export const plainIds = (ids: readonly string[], prefix = ""): boolean =>
	ids.every((id, i) => id === (prefix ? `${prefix}${i + 1}` : letter(i)));

/** One right option: of several with marks the best counts, and what partial marks were lost is told. */
export function singleChoice(
	head: Head,
	answers: readonly ReadAnswer[],
	extras: Extras,
	gathered: Gathering,
) {
	const best = Math.max(...answers.map(({ fraction }) => fraction));
	if (answers.length === 0 || best <= 0) throw new QuestionRefused(note("no.right"));
	const right = answers.findIndex(({ fraction }) => fraction === best);
	const partly = answers.filter(({ fraction }, i) => i !== right && fraction > 0);
	if (partly.length > 0) gathered.say(note("partial", quoted(partly)));
	if (answers.some(({ fraction }) => fraction < 0)) gathered.say(note("weights"));
	const ids = idsFor(answers.length, extras);
	const options = answers.map(({ text, feedback }, i) => ({
		id: ids[i] as string,
		text,
		correct: i === right,
		...said(feedback),
	}));
	const type = extras.get("type") === "truefalse" ? ("truefalse" as const) : ("single" as const);
	return { ...head, type, options } satisfies Candidate;
}

/** Several right options, each worth the same; a wrong one takes that off again. */
export function multipleChoice(
	head: Head,
	answers: readonly ReadAnswer[],
	extras: Extras,
	gathered: Gathering,
) {
	const right = answers.filter(({ fraction }) => fraction > 0);
	if (right.length === 0) throw new QuestionRefused(note("no.right"));
	if (right.some(({ fraction }) => Math.abs(fraction - 1 / right.length) > 0.01))
		gathered.say(note("weights"));
	const wrong = answers.filter(({ fraction }) => fraction <= 0);
	if (wrong.some(({ fraction }) => Math.abs(fraction + 1 / right.length) > 0.01))
		gathered.say(note("penalty"));
	const ids = idsFor(answers.length, extras);
	const options = answers.map(({ text, fraction, feedback }, i) => ({
		id: ids[i] as string,
		text,
		correct: fraction > 0,
		...said(feedback),
	}));
	return { ...head, type: "multiple", options } satisfies Candidate;
}

/** The two options of a true/false question as Cakap words them. */
export const trueFalseOptions = [
	{ id: "benar", text: "Benar" },
	{ id: "salah", text: "Salah" },
] as const;

export function trueFalse(head: Head, isTrue: boolean, feedback: { true: string; false: string }) {
	const [yes, no] = trueFalseOptions;
	const options = [
		{ ...yes, correct: isTrue, ...said(feedback.true) },
		{ ...no, correct: !isTrue, ...said(feedback.false) },
	];
	return { ...head, type: "truefalse", options } satisfies Candidate;
}

type ReadPair = { left: string; right: string };

/** Pairs; one without a left side is a distractor. */
export function matching(head: Head, read: readonly ReadPair[], extras: Extras) {
	const found = read.filter(({ left }) => left !== "");
	const rights = new Set(found.map(({ right }) => right));
	const isOwn = extras.get("type") === "matching";
	if (!isOwn && rights.size < found.length) throw new QuestionRefused(note("no.sameRights"));
	const ids = idsFor(found.length, extras, "p");
	const pairs = found.map((pair, i) => ({
		id: ids[i] as string,
		...pair,
		...said(extras.get(`pair-${i + 1}`) ?? ""),
	}));
	const extra = read.filter(({ left }) => left === "").map(({ right }) => right);
	const distractors = isOwn ? extra : [...new Set(extra)].filter((text) => !rights.has(text));
	return { ...head, type: "matching", pairs, distractors } satisfies Candidate;
}

/** Accepted texts are those with full marks; what else gave marks, and wildcards, are told. */
export function shortText(head: Head, answers: readonly ReadAnswer[], gathered: Gathering) {
	const isAnything = ({ text }: ReadAnswer) => text.trim() === "*";
	const full = answers.filter(({ fraction }) => fraction >= FULL);
	if (full.some(isAnything)) throw new QuestionRefused(note("no.anything"));
	if (full.length === 0) throw new QuestionRefused(note("no.right"));
	const rest = answers.filter((answer) => answer.fraction < FULL && !isAnything(answer));
	if (rest.length > 0) gathered.say(note("answersDropped", quoted(rest)));
	const accept = full.map(({ text }) => withoutWildcards(text, gathered)).filter((text) => text !== "");
	if (accept.length === 0) throw new QuestionRefused(note("no.anything"));
	const wrong = answers.find((answer) => answer.fraction <= 0 && isAnything(answer))?.feedback ?? "";
	const feedback = rightAndWrong(full, wrong, accept[0] ?? "", gathered);
	return { ...head, type: "text", accept, feedback } satisfies Candidate;
}

/** Moodle's `*` stands for anything, `\*` for itself. */
function withoutWildcards(text: string, gathered: Gathering): string {
	const plain = text.replace(/\\\*|\*/g, (found) => (found === "*" ? "" : "\u{f0000}")).trim();
	if (/(?<!\\)\*/.test(text)) gathered.say(note("wildcard", text));
	return plain.replaceAll("\u{f0000}", "*");
}

export type ReadNumber = { value: number; tolerance: number; fraction: number; feedback: string };

/** The number with full marks; `wrongFeedback` is what any other answer is told. */
export function numeric(
	head: Head,
	answers: readonly ReadNumber[],
	{ unit, wrongFeedback }: { unit?: string; wrongFeedback: string },
	gathered: Gathering,
) {
	const right = answers.find(({ fraction }) => fraction >= FULL);
	if (!right) throw new QuestionRefused(note("no.right"));
	const rest = answers.filter((answer) => answer !== right).map(({ value }) => String(value));
	if (rest.length > 0) gathered.say(note("answersDropped", rest.join("; ")));
	const { value, tolerance } = right;
	const feedback = rightAndWrong([right], wrongFeedback, String(value).replace(".", ","), gathered);
	const made = { ...head, type: "numeric" as const, answer: value, tolerance, feedback };
	return (unit === undefined ? made : { ...made, unit }) satisfies Made<"numeric">;
}

function rightAndWrong(
	right: readonly { feedback: string }[],
	wrong: string,
	key: string,
	gathered: Gathering,
): { correct: string; wrong: string } {
	const texts = [...new Set(right.map(({ feedback }) => feedback).filter((text) => text !== ""))];
	if (texts.length > 1) gathered.say(note("feedbackDropped", texts.slice(1).join("; ")));
	if (texts.length === 0 || wrong === "") gathered.say(note("feedbackAdded"));
	return { correct: texts[0] ?? "Tepat.", wrong: wrong || `Belum tepat. Jawabannya: ${key}` };
}
