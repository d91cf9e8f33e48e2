import type { Item, ItemOf } from "../item.ts";
import { plainIds, trueFalseOptions } from "./candidates.ts";
import { gapFeedbackTags, gapTags } from "./gapped.ts";
import { type Note, note } from "./notes.ts";
import type { PictureBytes } from "./pictures.ts";
import { rubricText } from "./rubric.ts";
import { numberedTags } from "./tagged.ts";
import { factTags } from "./tags.ts";
import { needsTag, unitsTag } from "./units.ts";

export type Written = { text: string; reports: { code: string; isWritten: boolean; notes: Note[] }[] };
/** The bytes of an item's picture by its name in the course; undefined when there are none. */
export type Pictures = ReadonlyMap<string, PictureBytes>;

export type OutFormat = "gift" | "moodle-xml";
/** An item on its way out: tags for what the format has no place for, and what is said of them. */
export type Outgoing = { tags: [string, string][]; notes: Note[] };

/** Facts, and what would not come back by itself; what only Cakap reads back is told. */
export function outgoing(item: Item, format: OutFormat): Outgoing {
	const { competence, level, difficulty, discrimination, source, leakRisk, prototype } = item;
	const facts = { competence, level, difficulty, discrimination, source, leakRisk, prototype };
	const own = extrasOf(item, format);
	return { tags: [...factTags(facts), ...own.tags], notes: own.notes };
}

function extrasOf(item: Item, format: OutFormat): Outgoing {
	switch (item.type) {
		case "single":
		case "multiple":
		case "truefalse":
			return choiceExtras(item);
		case "matching":
		case "classification":
			return rowExtras(item);
		case "ordering":
			return { tags: idTags(item.elements), notes: [note("out.order")] };
		case "numeric":
			return numericExtras(item, format);
		case "gaptext":
			return { tags: gapTags(item), notes: [] };
		case "gapchoice": {
			const feedback = gapFeedbackTags(item);
			return { tags: [...gapTags(item), ...feedback], notes: feedback.length > 0 ? [note("out.gaps")] : [] };
		}
		case "essay":
			return format === "gift"
				? { tags: [["rubric", rubricText(item.rubric)], ...idTags(item.rubric)], notes: [note("out.rubric")] }
				: { tags: idTags(item.rubric), notes: [note("out.rubricNote")] };
		default:
			return { tags: [], notes: [] };
	}
}

function choiceExtras(item: ItemOf<"single" | "multiple" | "truefalse">): Outgoing {
	const isWorded = item.type === "truefalse" && !isPlainTrueFalse(item);
	const tags: [string, string][] = isWorded ? [["type", item.type]] : [];
	if (item.type !== "truefalse" || isWorded) tags.push(...idTags(item.options));
	if (!item.correction) return { tags, notes: [] };
	return { tags: [...tags, ["correction", "1"]], notes: [note("out.correction")] };
}

function rowExtras(item: ItemOf<"matching" | "classification">): Outgoing {
	const rows = item.type === "matching" ? item.pairs : item.rows;
	const columns = item.type === "matching" ? [] : item.columns.map(({ id, text }) => `${id}|${text}`);
	const feedback = numberedTags(
		"pair",
		rows.map((row) => row.feedback),
	);
	return {
		tags: [["type", item.type], ...idTags(rows, "p"), ...numberedTags("column", columns), ...feedback],
		notes: [
			...(item.type === "matching" ? [] : [note("out.table")]),
			...(feedback.length > 0 ? [note("out.pairs")] : []),
		],
	};
}

function numericExtras({ unit, units }: ItemOf<"numeric">, format: OutFormat): Outgoing {
	const tags: [string, string][] = unit === undefined ? [] : [["unit", unit]];
	if (!units) return { tags, notes: [] };
	if (format === "gift") return { tags: [...tags, unitsTag(units)], notes: [note("out.units")] };
	const hasWrong = units.some(({ factor }) => factor === undefined);
	return {
		tags: [...tags, ...(needsTag(units) ? [unitsTag(units)] : [])],
		notes: hasWrong ? [note("out.unitsWrong")] : [],
	};
}

function idTags(list: readonly { id: string }[], prefix = ""): [string, string][] {
	const ids = list.map(({ id }) => id);
	return plainIds(ids, prefix) ? [] : [["ids", ids.join("|")]];
}

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

/** Whether any text holds what UTF-8 or XML cannot: control characters, halves of a pair. */
export const hasUnwritable = (item: Item): boolean =>
	deepTexts(item).some(
		(text) => !/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u.test(text),
	);

function deepTexts(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(deepTexts) : [];
}
