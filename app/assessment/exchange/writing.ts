import type { Item, ItemOf } from "../item.ts";
import { plainIds, trueFalseOptions } from "./candidates.ts";
import { type Note, note } from "./notes.ts";
import type { PictureBytes } from "./pictures.ts";
import { factTags } from "./tags.ts";

export type Written = { text: string; reports: { code: string; isWritten: boolean; notes: Note[] }[] };
/** The bytes of an item's picture by its name in the course; undefined when there are none. */
export type Pictures = ReadonlyMap<string, PictureBytes>;

/** An item on its way out: tags for what the format has no place for, and what is said of them. */
export type Outgoing = { tags: [string, string][]; notes: Note[] };

/** Facts, and ids that would not come back by themselves. */
export function outgoing(item: Item): Outgoing {
	const { competence, level, difficulty, discrimination, source, leakRisk, prototype } = item;
	const facts = { competence, level, difficulty, discrimination, source, leakRisk, prototype };
	const tags = [...factTags(facts), ...extraTags(item)];
	const isSaid = tags.some(([name]) => name.startsWith("pair-"));
	return { tags, notes: isSaid ? [note("out.onlyCakap", "umpan balik setiap pasangan")] : [] };
}

function extraTags(item: Item): [string, string][] {
	switch (item.type) {
		case "single":
		case "multiple":
			return idTags(item.options.map(({ id }) => id));
		case "truefalse":
			return isPlainTrueFalse(item) ? [] : [["type", item.type], ...idTags(item.options.map(({ id }) => id))];
		case "matching":
			return [
				["type", item.type],
				...idTags(
					item.pairs.map(({ id }) => id),
					"p",
				),
				...pairTags(item),
			];
		case "numeric":
			return item.unit === undefined ? [] : [["unit", item.unit]];
		default:
			return [];
	}
}

const idTags = (ids: string[], prefix = ""): [string, string][] =>
	plainIds(ids, prefix) ? [] : [["ids", ids.join("|")]];

const pairTags = ({ pairs }: ItemOf<"matching">): [string, string][] =>
	pairs.flatMap(({ feedback }, i) => (feedback === undefined ? [] : [[`pair-${i + 1}`, feedback]]));

/** Whether a true/false item is worded as every format words it. */
export const isPlainTrueFalse = ({ options }: ItemOf<"truefalse">): boolean =>
	trueFalseOptions.every(({ id, text }, i) => options[i]?.id === id && options[i]?.text === text);

/** Marks of an option, 1 for full: in a multiple response right ones share, wrong ones take the same off. */
export function fractionOf(item: ItemOf<"single" | "multiple" | "truefalse">, isRight: boolean): number {
	if (item.type !== "multiple") return isRight ? 1 : 0;
	const right = item.options.filter(({ correct }) => correct).length;
	return (isRight ? 1 : -1) / right;
}

/** Per cent as Moodle writes them, with at most five decimals. */
export const percentText = (fraction: number): string => String(Math.round(fraction * 1e7) / 1e5);

/** A literal star of an accepted text, which would stand for anything. */
export const starless = (text: string): string => text.replaceAll("*", "\\*");

/** Whether any text holds what UTF-8 or XML cannot: control characters, halves of a pair. */
export const hasUnwritable = (item: Item): boolean =>
	deepTexts(item).some(
		(text) => !/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u.test(text),
	);

function deepTexts(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(deepTexts) : [];
}
