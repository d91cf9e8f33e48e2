import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";

/** What a whole item is worth, in milli-points. */
export const ITEM_MAX = 1000;

/**
 * Milli-points of an answer: a whole number from 0 to ITEM_MAX, parts rounded down. Single choice and true/false: right or not. Multiple response: right options chosen less
 * wrong options chosen, over the right ones, not below 0, so that choosing everything earns nothing extra. Matching:
 * share of right pairs. Numeric: within the tolerance. Short text: one of the accepted texts, folded.
 */
export function scoreAnswer(item: Item, answer: Answer): number {
	if (answer === null) return 0;
	switch (item.type) {
		case "single":
		case "truefalse":
		case "multiple":
			return "chosen" in answer ? scoreChosen(item.options, answer.chosen) : 0;
		case "matching":
			return "pairs" in answer ? scorePairs(item.pairs, answer.pairs) : 0;
		case "numeric":
			return "typed" in answer ? scoreNumber(item, answer.typed) : 0;
		case "text":
			return "typed" in answer && item.accept.map(foldText).includes(foldText(answer.typed)) ? ITEM_MAX : 0;
	}
}

function scoreChosen(options: { id: string; correct: boolean }[], chosen: string[]): number {
	const picked = new Set(chosen);
	const right = options.filter((option) => option.correct);
	const hits = right.filter(({ id }) => picked.has(id)).length;
	const misses = options.filter(({ id, correct }) => !correct && picked.has(id)).length;
	return Math.floor((ITEM_MAX * Math.max(0, hits - misses)) / right.length);
}

function scorePairs(pairs: { id: string; right: string }[], given: Record<string, string>): number {
	const right = pairs.filter(({ id, right }) => given[id] === right).length;
	return Math.floor((ITEM_MAX * right) / pairs.length);
}

function scoreNumber({ answer, tolerance }: { answer: number; tolerance: number }, typed: string): number {
	const value = parseNumber(typed);
	// Decimal fractions are not exact: 0.1 + 0.2 is still within a tolerance of 0.3.
	return value !== null && Math.abs(value - answer) <= tolerance + 1e-9 * Math.max(1, Math.abs(answer))
		? ITEM_MAX
		: 0;
}

/**
 * A number as Indonesians write it: "1.250,5"; a single dot or comma that cannot group thousands is a decimal one
 * ("2.5" is 2,5; "1.250" is 1250). A unit behind it is left out. null when it is no number.
 */
export function parseNumber(typed: string): number | null {
	const match = /^\s*([+-]?)\s*(\d[\d.,\s]*)\s*(?:%|[\p{L} ./]{0,20})?\s*$/u.exec(typed.normalize("NFKC"));
	if (!match) return null;
	const digits = (match[2] ?? "").replace(/\s/g, "").replace(/[.,]$/, "");
	const plain = plainNumber(digits);
	return plain === null ? null : Number(`${match[1]}${plain}`);
}

function plainNumber(digits: string): string | null {
	if (/^\d+$/.test(digits)) return digits;
	if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
	if (/^\d+[.,]\d+$/.test(digits)) return digits.replace(",", ".");
	if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(",", "");
	return null;
}

/** Lower case, without accents and punctuation, single spaces: what does not matter in a short answer. */
export function foldText(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** Whole per cent of what the items are worth, rounded down so that 69.9 does not pass 70. */
export function percent(milliPoints: number, items: number): number {
	return items === 0 ? 0 : Math.floor((milliPoints * 100) / (items * ITEM_MAX));
}
