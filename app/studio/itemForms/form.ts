import type { Item } from "../../assessment/item.ts";

/** Fields of all items, then those that only some types have. Lists are lines, their parts stand between bars. */
export const commonFields = ["code", "type", "competence", "level", "stem"] as const;
/** Pictures below the question, each with what it shows. */
export const pictureFields = [
	["picture1", "pictureAlt1"],
	["picture2", "pictureAlt2"],
	["picture3", "pictureAlt3"],
	["picture4", "pictureAlt4"],
] as const;
export const aboutFields = [
	"rationale",
	"source",
	"difficulty",
	"discrimination",
	"leakRisk",
	"prototype",
] as const;
const typeFields = [
	"options",
	"correction",
	"pairs",
	"distractors",
	"elements",
	"answer",
	"tolerance",
	"unit",
	"units",
	"accept",
	"text",
	"gaps",
	"choices",
	"columns",
	"rows",
	"image",
	"alt",
	"size",
	"areas",
	"many",
	"messages",
	"actions",
	"document",
	"parties",
	"levels",
	"files",
	"reasons",
	"rubric",
	"fbCorrect",
	"fbWrong",
] as const;

export type TypeField = (typeof typeFields)[number];
type FieldName =
	| (typeof commonFields)[number]
	| (typeof pictureFields)[number][number]
	| (typeof aboutFields)[number]
	| TypeField;

/** An item as the studio's form holds it. */
export type ItemForm = Record<FieldName, string>;
export const fieldNames: readonly FieldName[] = [
	...commonFields,
	...pictureFields.flat(),
	...typeFields,
	...aboutFields,
];

/** A type's own part of the form: which fields it has, and how they become an item and come from one. */
export type FormOf<I extends Item> = {
	fields: readonly TypeField[];
	/** What the schema then checks. */
	read(form: ItemForm): object;
	write(item: I): Partial<ItemForm>;
};

export const linesOf = (text: string): string[] =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
export const cellsOf = (line: string): string[] => line.split("|").map((cell) => cell.trim());
/** Parts between bars; those at the end that are empty are left away. */
export const barred = (parts: (string | undefined)[]): string =>
	parts
		.map((part) => part ?? "")
		.join(" | ")
		.replace(/( \| )*$/, "");
export const numberOf = (text: string): number => Number(text.trim().replace(",", ".") || Number.NaN);

export const letter = (index: number): string => String.fromCharCode(97 + index);

type Named = { id: string; text: string };
/** Lines as things with ids; `known` keep theirs. */
export const namedLines = (text: string, known: readonly Named[] = []): Named[] =>
	linesOf(text).map((line, index) => ({
		id: known.find((one) => one.text === line)?.id ?? letter(index),
		text: line,
	}));
export const textsOf = (list: readonly Named[]): string => list.map(({ text }) => text).join("\n");

/** The id of what is written so; the words themselves when nothing is, which the schema then refuses. */
export const idOf = (list: readonly Named[], words: string): string =>
	(list.find(({ text }) => text === words) ?? list.find(({ text }) => isSame(text, words)))?.id ?? words;
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
export const textOf = (list: readonly Named[], id: string): string =>
	list.find((one) => one.id === id)?.text ?? id;

/** Several between commas. */
export const idsOf = (list: readonly Named[], words: string): string[] =>
	words
		.split(",")
		.map((one) => one.trim())
		.filter(Boolean)
		.map((one) => idOf(list, one));
export const wordsOf = (list: readonly Named[], ids: readonly string[]): string =>
	ids.map((id) => textOf(list, id)).join(", ");

export const feedbackOf = ({ fbCorrect, fbWrong }: ItemForm) => ({ correct: fbCorrect, wrong: fbWrong });
