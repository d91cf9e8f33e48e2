import { type Head, quoted, type ReadAnswer } from "./candidates.ts";
import { note, QuestionRefused } from "./notes.ts";
import type { Candidate, Gathering } from "./reading.ts";

type Made<T extends Candidate["type"]> = Extract<Candidate, { type: T }>;

const FULL = 0.999;
const isAnything = ({ text }: ReadAnswer) => text.trim() === "*";

/** Accepted texts are those with full marks; what else gave marks, and wildcards, are told. */
export function acceptedOf(answers: readonly ReadAnswer[], gathered: Gathering) {
	const full = answers.filter(({ fraction }) => fraction >= FULL);
	if (full.some(isAnything)) throw new QuestionRefused(note("no.anything"));
	if (full.length === 0) throw new QuestionRefused(note("no.right"));
	const rest = answers.filter((answer) => answer.fraction < FULL && !isAnything(answer));
	if (rest.length > 0) gathered.say(note("answersDropped", quoted(rest)));
	const accept = full.map(({ text }) => withoutWildcards(text, gathered)).filter((text) => text !== "");
	if (accept.length === 0) throw new QuestionRefused(note("no.anything"));
	const wrong = answers.find((answer) => answer.fraction <= 0 && isAnything(answer))?.feedback ?? "";
	return { accept, full, wrong };
}

/** A short text whose answers are compared whole. */
export function shortText(head: Head, answers: readonly ReadAnswer[], gathered: Gathering) {
	const { accept, full, wrong } = acceptedOf(answers, gathered);
	const feedback = rightAndWrong(full, wrong, accept[0] ?? "", gathered);
	return { ...head, type: "text", accept, feedback } satisfies Candidate;
}

/** A text in which a star is a star. */
export const quotedWildcards = (text: string): string => text.replaceAll("*", "\\*");

/** Moodle's `*` stands for anything, `\*` for itself. */
function withoutWildcards(text: string, gathered: Gathering): string {
	const plain = text.replace(/\\\*|\*/g, (found) => (found === "*" ? "" : "\u{f0000}")).trim();
	if (/(?<!\\)\*/.test(text)) gathered.say(note("wildcard", text));
	return plain.replaceAll("\u{f0000}", "*");
}

export type ReadNumber = { value: number; tolerance: number; fraction: number; feedback: string };

type Units = Made<"numeric">["units"];

/** The number with full marks; `wrongFeedback` is what any other answer is told. */
export function numeric(
	head: Head,
	answers: readonly ReadNumber[],
	{ unit, units, wrongFeedback }: { unit?: string; units?: Units; wrongFeedback: string },
	gathered: Gathering,
) {
	const right = answers.find(({ fraction }) => fraction >= FULL);
	if (!right) throw new QuestionRefused(note("no.right"));
	const rest = answers.filter((answer) => answer !== right).map(({ value }) => String(value));
	if (rest.length > 0) gathered.say(note("answersDropped", rest.join("; ")));
	const { value, tolerance } = right;
	const feedback = rightAndWrong([right], wrongFeedback, String(value).replace(".", ","), gathered);
	const made = { ...head, type: "numeric" as const, answer: value, tolerance, feedback };
	return {
		...made,
		...(unit === undefined ? {} : { unit }),
		...(units === undefined ? {} : { units }),
	} satisfies Made<"numeric">;
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
