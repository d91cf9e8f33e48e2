// Texts with gaps on their way in and out. In between a gap stands as [[1]], [[2]], … in the order of the text.
import type { ItemOf } from "../item.ts";
import { idsFor, plainIds } from "./candidates.ts";
import { note, QuestionRefused } from "./notes.ts";
import type { Gathering } from "./reading.ts";
import { numberedTags } from "./tagged.ts";
import type { Extras } from "./tags.ts";

type Gapped = ItemOf<"gaptext" | "gapchoice">;
type Gap = { id: string; feedback?: string };

const marks = /\[\[([^[\]]+)\]\]/g;

/** The gaps in the order in which the text names them. */
export function gapsInText<G extends Gap>({ text, gaps }: { text: string; gaps: readonly G[] }): G[] {
	return [...text.matchAll(marks)].flatMap(([, id]) => gaps.filter((gap) => gap.id === id));
}

/** Question and text in one, as other systems keep them, each gap by its number. */
export function numbered({ stem, text }: Gapped): string {
	let n = 0;
	return `${stem}\n${text.replace(marks, () => `[[${++n}]]`)}`;
}

/** The same with each gap as a format marks it. */
export const marked = (text: string, mark: (index: number) => string): string =>
	text.replace(/\[\[(\d+)\]\]/g, (_, n: string) => mark(Number(n) - 1));

/** Whether what stands around the text holds what would be read as a gap. */
export const hasStrayMark = ({ stem, pictures = [] }: Gapped): boolean =>
	[stem, ...pictures.map(({ alt }) => alt)].some((text) => /\[\[[^[\]]+\]\]/.test(text));

/** What tells the question from its text, and the gaps' names and order, when they come back. */
export function gapTags(item: Gapped): [string, string][] {
	const inText = gapsInText<Gap>(item);
	const ids = inText.map(({ id }) => id);
	const order = item.gaps.map(({ id }) => ids.indexOf(id) + 1);
	const isInOrder = order.every((n, i) => n === i + 1);
	return [
		["stemlines", String(item.stem.split("\n").length)],
		...(plainIds(ids) ? [] : [["ids", ids.join("|")] as [string, string]]),
		...(isInOrder ? [] : [["order", order.join(" ")] as [string, string]]),
	];
}

/** Feedback on gaps, for a format that has none. */
export const gapFeedbackTags = (item: Gapped): [string, string][] =>
	numberedTags(
		"gap",
		gapsInText<Gap>(item).map(({ feedback }) => feedback),
	);

/**
 * Question, text and gaps from a text with numbered gaps; `gaps` are theirs without names, in the order of the text.
 * Without a line before the first gap the question is a usual one, which is told.
 */
export function gappedParts<G>(full: string, gaps: readonly G[], extras: Extras, gathered: Gathering) {
	if (gaps.length === 0) throw new QuestionRefused(note("no.gaps"));
	const ids = idsFor(gaps.length, extras);
	const { stem, text } = split(full, extras);
	if (stem === "") gathered.say(note("stemAdded"));
	const named = gaps.map((gap, i) => ({ id: ids[i] as string, ...gap }));
	return {
		stem: stem || "Lengkapi teks berikut.",
		text: marked(text, (i) => `[[${ids[i]}]]`),
		gaps: inOrder(named, extras),
	};
}

function split(full: string, extras: Extras): { stem: string; text: string } {
	const all = full.split("\n");
	const first = all.findIndex((line) => /\[\[\d+\]\]/.test(line));
	const written = Number(extras.get("stemlines"));
	const at = written >= 1 && written <= first ? written : first;
	return { stem: all.slice(0, at).join("\n").trim(), text: all.slice(at).join("\n").trim() };
}

function inOrder<G>(gaps: readonly G[], extras: Extras): G[] {
	const order = extras.get("order")?.split(" ").map(Number) ?? [];
	const isWhole = order.length === gaps.length && gaps.every((_, i) => order.includes(i + 1));
	return isWhole ? order.map((n) => gaps[n - 1] as G) : [...gaps];
}
