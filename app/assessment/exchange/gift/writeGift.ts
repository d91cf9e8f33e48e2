import type { Item, ItemOf } from "../../item.ts";
import { type Note, note } from "../notes.ts";
import { pictureTags, tagText } from "../tags.ts";
import { quotedWildcards } from "../typedCandidates.ts";
import {
	fractionOf,
	hasUnwritable,
	isPlainTrueFalse,
	type Outgoing,
	outgoing,
	percentText,
	type Written,
} from "../writing.ts";
import { commentTag } from "./blocks.ts";
import { escaped } from "./escape.ts";

/** The items as a GIFT file, with what is to be said of each. */
export function writeGift(items: readonly Item[]): Written {
	const reports: Written["reports"] = [];
	const blocks: string[] = [];
	for (const item of items) {
		const out = outgoing(item, "gift");
		if (item.pictures) {
			out.tags.push(...pictureTags(item.pictures));
			out.notes.push(note("out.picture"));
		}
		const obstacle = obstacleTo(item);
		if (obstacle) out.notes = [obstacle];
		else blocks.push(blockOf(item, answersOf(item) ?? [], out));
		reports.push({ code: item.code, isWritten: !obstacle, notes: out.notes });
	}
	return { text: `${blocks.join("\n\n")}\n`, reports };
}

/** Why GIFT cannot hold the item; null: it can. */
function obstacleTo(item: Item): Note | null {
	if (answersOf(item) === null) return note("out.no", item.type);
	if (hasUnwritable(item)) return note("out.control");
	// An arrow makes pairs of whatever it stands in, and cannot be protected.
	const arrows = item.type === "text" ? [...item.accept, ...Object.values(item.feedback)] : [];
	if (item.type === "matching") arrows.push(...item.pairs.map(({ left }) => left));
	return arrows.some((text) => text.includes("->")) ? note("out.arrow") : null;
}

function blockOf(item: Item, answers: string[], { tags }: Outgoing): string {
	const comments = tags.map((tag) => commentTag("tag", tagText(tag)));
	const rationale = item.rationale === undefined ? [] : [`\t####${plain(item.rationale)}`];
	return [
		`// ${[commentTag("id", item.code), ...comments].join(" ")}`,
		`::${escaped(item.code)}::[plain]${escaped(item.stem)}{${answers[0] ?? ""}`,
		...answers.slice(1).map((line) => `\t${line}`),
		...rationale,
		"}",
	].join("\n");
}

/** What stands between the braces, the first element on their line; null: GIFT has no such type. */
function answersOf(item: Item): string[] | null {
	switch (item.type) {
		case "single":
		case "multiple":
			return ["", ...choices(item)];
		case "truefalse":
			return isPlainTrueFalse(item) ? [trueFalse(item)] : ["", ...choices(item)];
		case "matching":
			return [
				"",
				...item.pairs.map(({ left, right }) => `=${plain(left)} -> ${plain(right)}`),
				...loose(item),
			];
		case "numeric":
			return [
				"#",
				`=%100%${item.answer}:${item.tolerance}#${plain(item.feedback.correct)}`,
				`~#${plain(item.feedback.wrong)}`,
			];
		case "text":
			return [
				"",
				...item.accept.map((text) => `=%100%${plain(quotedWildcards(text))}#${plain(item.feedback.correct)}`),
				`=%0%*#${plain(item.feedback.wrong)}`,
			];
		case "essay":
			return [""];
		default:
			return null;
	}
}

function choices(item: ItemOf<"single" | "multiple" | "truefalse">): string[] {
	return item.options.map(({ text, correct, feedback }) => {
		const fraction = fractionOf(item, correct);
		const mark = item.type === "multiple" ? `~%${percentText(fraction)}%` : correct ? "=" : "~";
		return `${mark}${plain(text)}${feedback === undefined ? "" : `#${plain(feedback)}`}`;
	});
}

function trueFalse({ options }: ItemOf<"truefalse">): string {
	const isTrue = options[0]?.correct === true;
	const [right, wrong] = isTrue ? options : [...options].reverse();
	const [ifWrong, ifRight] = [wrong?.feedback, right?.feedback].map((text) =>
		text === undefined ? "" : plain(text),
	);
	const tail = ifRight ? `#${ifWrong}#${ifRight}` : ifWrong && `#${ifWrong}`;
	return `${isTrue ? "TRUE" : "FALSE"}${tail}`;
}

const loose = ({ distractors }: ItemOf<"matching">) => distractors.map((text) => `= -> ${plain(text)}`);

/** Text that begins as a format or a weight does is told to be plain, so that it stays what it is. */
function plain(text: string): string {
	return `${/^\s*(\[\w+\]|%)/.test(text) ? "[plain]" : ""}${escaped(text)}`;
}
