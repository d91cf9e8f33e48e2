import { note, QuestionRefused } from "./notes.ts";
import type { Candidate, Gathering } from "./reading.ts";
import type { Extras } from "./tags.ts";

/** An option or answer of a foreign question: `fraction` 1 is full marks, below 0 takes off. */
export type ReadAnswer = { text: string; fraction: number; feedback: string };

export type Head = { stem: string; rationale?: string };
export const quoted = (answers: readonly ReadAnswer[]) => answers.map(({ text }) => `“${text}”`).join(", ");
const letter = (index: number) => String.fromCharCode(97 + index);
export const said = (text: string) => (text === "" ? {} : { feedback: text });

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
