import type { ItemOf } from "../item.ts";
import { essay } from "../items/essay.ts";
import { ITEM_MAX } from "../items/points.ts";
import { idsFor } from "./candidates.ts";
import { note } from "./notes.ts";
import type { Candidate, Gathering } from "./reading.ts";
import type { Extras } from "./tags.ts";

type Rubric = ItemOf<"essay">["rubric"];

/** Ends of lines within a text, so that each criterion and level has a line of its own. */
const oneLine = (text: string) =>
	text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
const lines = (text: string) =>
	text.replace(/\\([\\nr])/g, (_, letter: string) => ({ n: "\n", r: "\r" })[letter] ?? "\\");

/** A rubric as the studio writes it: `# criterion`, and below it `points | level`. */
export const rubricText = (rubric: Rubric): string =>
	rubric
		.flatMap(({ text, levels }) => [
			`# ${oneLine(text)}`,
			...levels.map(({ points, text: words }) => `${points} | ${oneLine(words)}`),
		])
		.join("\n");

/** The rubric that a grader's note is, criterion by criterion; null when it is none whose points add up. */
function rubricIn(text: string, extras: Extras): Rubric | null {
	const criteria: { text: string; levels: Rubric[number]["levels"] }[] = [];
	for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
		const criterion = /^# (.+)$/.exec(line)?.[1];
		const level = /^(\d+) \| (.+)$/.exec(line);
		if (criterion !== undefined) criteria.push({ text: lines(criterion), levels: [] });
		else if (level) criteria.at(-1)?.levels.push({ points: Number(level[1]), text: lines(level[2] ?? "") });
		else return null;
	}
	const ids = idsFor(criteria.length, extras);
	const read = essay.shape.rubric.safeParse(criteria.map((one, i) => ({ id: ids[i], ...one })));
	return read.success ? read.data : null;
}

/** A free text: with the rubric that came along, or one to begin with, whose criterion is the grader's note. */
export function freeText(stem: string, graderNote: string, extras: Extras, gathered: Gathering): Candidate {
	const own = rubricIn(graderNote, extras);
	if (!own) gathered.say(note(graderNote === "" ? "rubricAdded" : "rubricFromNote"));
	return { type: "essay", stem, rubric: own ?? usual(graderNote || "Mutu jawaban") };
}

const usual = (text: string): Rubric => [
	{
		id: "a",
		text,
		levels: [
			{ points: 0, text: "Belum menjawab" },
			{ points: ITEM_MAX / 2, text: "Sebagian" },
			{ points: ITEM_MAX, text: "Lengkap dan tepat" },
		],
	},
];
