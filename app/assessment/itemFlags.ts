import { wilson } from "./intervals.ts";
import type { ItemFigures, OptionFigures } from "./itemFigures.ts";

/** What is noticeable about an item; `options` are the texts of those that it is about. */
export type Flag = {
	kind: "key-wrong" | "too-easy" | "too-hard" | "guessed" | "idle-distractor";
	options: string[];
};

/** Below so many people nothing is said: an accident would look like a fault. */
export const FEWEST_FOR_FLAGS = 30;
/** Above it an item tells nothing apart any more; below it hardly anybody knows. Of the 90% interval's nearer end. */
const EASY = 0.9;
const HARD = 0.2;
/** An item separates little when the corrected correlation is not surely above it. */
const WEAK = 0.2;
/** A distractor that so few choose does not work (Haladyna & Downing 1993). */
const IDLE = 0.05;

/** Reasons to look at the item again, the gravest first; a flag is a question to the examiner, not a verdict. */
export function flagsOf(item: ItemFigures): Flag[] {
	if (item.n < FEWEST_FOR_FLAGS || item.facility.value === null) return [];
	const [low, high] = item.facility.ci90 ?? [0, 1];
	const hard = high < Math.max(HARD, item.chance ?? 0);
	const found: (Flag | null)[] = [
		keyWrong(item),
		low > EASY ? { kind: "too-easy", options: [] } : null,
		hard ? { kind: "too-hard", options: [] } : null,
		isGuessed(item) ? { kind: "guessed", options: [] } : null,
		idleDistractors(item, low > EASY),
	];
	return found.filter((flag) => flag !== null);
}

/** The strong choose another option more than the key, and more than the weak do; or who is strong fails the item. */
function keyWrong({ options, itemRest, type }: ItemFigures): Flag | null {
	const keys = options?.filter(({ correct }) => correct) ?? [];
	const preferred = type === "multiple" ? [] : (options ?? []).filter((one) => isPreferred(one, keys));
	const isNegative = (itemRest.ci95?.[1] ?? 0) < 0;
	if (preferred.length === 0 && !isNegative) return null;
	const most = Math.max(...preferred.map(({ thirds }) => thirds[2].n * (thirds[2].value ?? 0)));
	const first = preferred.filter(({ thirds }) => thirds[2].n * (thirds[2].value ?? 0) === most);
	return { kind: "key-wrong", options: first.map(({ text }) => text) };
}

/** Surely more than half of the strong who chose it or the key chose it, and they more often than the weak. */
function isPreferred({ correct, thirds }: OptionFigures, keys: readonly OptionFigures[]): boolean {
	const [weak, , strong] = thirds;
	if (correct || keys.length === 0) return false;
	if (strong.value === null || weak.value === null || strong.value <= weak.value) return false;
	const chose = ({ thirds: [, , top] }: Pick<OptionFigures, "thirds">) =>
		Math.round((top.value ?? 0) * top.n);
	const own = chose({ thirds });
	return keys.every((key) => own > 0 && wilson(own, own + chose(key), 0.9)[0] > 0.5);
}

function isGuessed({ chance, facility, itemRest }: ItemFigures): boolean {
	if (chance === null || facility.ci90 === null || itemRest.value === null) return false;
	const [low, high] = facility.ci90;
	return low <= chance && chance <= high && itemRest.value < WEAK;
}

/** Of an item that nearly all know nothing can be said about its distractors. */
function idleDistractors({ options, type }: ItemFigures, isEasy: boolean): Flag | null {
	if (isEasy || type === "truefalse") return null;
	const idle = (options ?? []).filter(({ correct, chosen }) => !correct && (chosen.ci90?.[1] ?? 1) < IDLE);
	return idle.length === 0 ? null : { kind: "idle-distractor", options: idle.map(({ text }) => text) };
}
