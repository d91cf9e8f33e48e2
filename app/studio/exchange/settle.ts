import type { z } from "zod";
import { type Note, note } from "../../assessment/exchange/notes.ts";
import type { ItemFacts, ReadQuestion } from "../../assessment/exchange/reading.ts";
import { type Item, itemSchema } from "../../assessment/item.ts";
import { canonical } from "../../catalog/askedHash.ts";
import { codeLike, freeCode } from "./codes.ts";
import { type HeldPicture, picturesOf, type SettledPicture, withPictures } from "./settlePictures.ts";

/** taken: new, as it was. adapted: new, or in place of `replaces`, with the changes that the notes name. */
export const outcomes = ["taken", "adapted", "present", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export type Settled = {
	outcome: Outcome;
	name: string;
	file: string | null;
	line: number | null;
	item: Item | null;
	/** Canonical text of the item in the bank that it takes the place of, null for a new one. */
	replaces: string | null;
	notes: Note[];
	pictures: SettledPicture[];
};

/** What decides where the file says nothing, and what is there already. */
export type Setting = {
	bank: readonly Item[];
	defaults: { competence: string; level: number };
	competences: readonly string[];
	/** Pictures that the draft holds: a picture of the same bytes keeps its name there. */
	media: readonly HeldPicture[];
};

const factNames = [
	"competence",
	"level",
	"difficulty",
	"discrimination",
	"source",
	"leakRisk",
	"prototype",
] as const;

/**
 * Decides what becomes of each question: codes that are unique and the same at every import, what the bank has already,
 * what would change it, and what an item cannot be. Writes nothing.
 */
export function settle(questions: readonly ReadQuestion[], setting: Setting): Settled[] {
	const held = new Map(setting.bank.map((item) => [item.code, item]));
	const contents = new Map(setting.bank.map((item) => [contentOf(item), item]));
	const inFile = new Set<string>();
	return questions.map((question) => {
		const settled = settleOne(question, setting, held, contents);
		if (!settled.item || settled.outcome === "refused") return settled;
		const content = contentOf(settled.item);
		if (inFile.has(content)) return { ...settled, outcome: "present", notes: [note("twice")], pictures: [] };
		inFile.add(content);
		held.set(settled.item.code, settled.item);
		contents.set(content, settled.item);
		return settled;
	});
}

function settleOne(
	question: ReadQuestion,
	setting: Setting,
	held: ReadonlyMap<string, Item>,
	contents: ReadonlyMap<string, Item>,
): Settled {
	const { name, file, line } = question;
	const base = { name, file, line, item: null, replaces: null, pictures: [] };
	const refuse = (why: Note): Settled => ({ ...base, outcome: "refused", notes: [why, ...question.notes] });
	if (!question.candidate) return refuse(question.refusal ?? note("no.key"));
	const pictures = picturesOf(question.pictures, setting.media);
	if ("key" in pictures) return refuse(pictures);
	const notes = [...question.notes];
	const facts = knownFacts(question.facts, setting.competences, notes);
	const draft = withPictures(question.candidate, pictures.shown, setting.media, notes);
	const checked = itemSchema.safeParse({ ...setting.defaults, ...facts, ...draft, code: "xx" });
	if (!checked.success) return refuse(issueNote(checked.error.issues[0]));
	const wanted = codeLike(question.code ?? question.handle);
	const twin =
		contents.get(contentOf(checked.data)) ?? sameQuestion(held.get(wanted), checked.data, question.code);
	const code = twin?.code ?? freeCode(wanted, held);
	if (!twin && code !== wanted) notes.push(note("codeTaken", wanted, code));
	const item = { ...checked.data, ...(twin ? factsOf(twin) : {}), ...facts, code };
	return { ...base, ...outcomeOf(item, twin, notes), item, pictures: pictures.files };
}

function outcomeOf(item: Item, twin: Item | undefined, notes: Note[]) {
	if (!twin) return { outcome: notes.length > 0 ? ("adapted" as const) : ("taken" as const), notes };
	const replaces = canonical(twin);
	if (replaces === canonical(item)) return { outcome: "present" as const, notes: [] };
	return { outcome: "adapted" as const, replaces, notes: [note("replaces", twin.code), ...notes] };
}

/** An item that is the one in the bank, mended: it says so by Cakap's own code, or asks the same. */
function sameQuestion(there: Item | undefined, item: Item, ownCode: string | null): Item | undefined {
	if (!there || there.type !== item.type) return undefined;
	return there.code === ownCode || folded(there.stem) === folded(item.stem) ? there : undefined;
}

const folded = (text: string) => text.toLowerCase().replace(/\s+/g, " ");

/** An item without its code and facts: what a file says of it. */
function contentOf(item: Item): string {
	const bare: Record<string, unknown> = { ...item };
	for (const name of ["code", ...factNames]) delete bare[name];
	return canonical(bare);
}

const factsOf = (item: Item): ItemFacts =>
	Object.fromEntries(factNames.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));

function knownFacts(facts: ItemFacts, competences: readonly string[], notes: Note[]): ItemFacts {
	const { competence, ...rest } = facts;
	if (competence === undefined || competences.includes(competence)) return facts;
	notes.push(note("competenceUnknown", competence));
	return rest;
}

function issueNote(issue: z.core.$ZodIssue | undefined): Note {
	const field = issue?.path.join(".") || "soal";
	if (issue?.code === "too_big")
		return note(issue.origin === "array" ? "no.tooMany" : "no.tooLong", field, String(issue.maximum));
	if (issue?.code === "too_small")
		return Number(issue.minimum) <= 1
			? note("no.needed", field)
			: note("no.tooFew", field, String(issue.minimum));
	return note("no.fits", field, issue?.code === "custom" ? issue.message : "");
}
