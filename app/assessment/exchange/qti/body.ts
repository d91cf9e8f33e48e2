import { plainText } from "../markup.ts";
import { note, QuestionRefused } from "../notes.ts";
import { takePictures } from "../pictures.ts";
import type { Gathering } from "../reading.ts";
import { PICTURE_WORD } from "../texts.ts";
import { type Element, elements, first, isElement, type Node, rawText, within } from "../xml.ts";

/** Gives a file of the package by its address as seen from the item; undefined when there is none. */
export type Find = (href: string) => Uint8Array | undefined;

export const isInteraction = ({ name }: Element): boolean => /Interaction$/.test(name);
const isFeedback = ({ name }: Element) => /^(feedbackInline|feedbackBlock|modalFeedback)$/.test(name);

/** The interactions of an item, in the order of its text. */
export function interactionsOf(node: Element): Element[] {
	return elements(node).flatMap((child) => (isInteraction(child) ? [child] : interactionsOf(child)));
}

/**
 * The question's text: its body with the prompts of its interactions; a field in a sentence is what `field` makes of it.
 * @throws QuestionRefused when it is empty, or holds what only a running QTI player can fill in
 */
export function stemOf(body: Element, gathered: Gathering, find: Find, field: () => string): string {
	const { text, pictures } = plainText(body.children.map(withoutFeedback), gathered, special, PICTURE_WORD);
	takePictures(pictures, find, gathered);
	if (text === "") throw new QuestionRefused(note("no.stem"));
	return text;

	function special(element: Element): string | undefined {
		if (/^(printedVariable|templateBlock|templateInline|include)$/.test(element.name))
			throw new QuestionRefused(note("no.element", element.name));
		if (element.name === "rubricBlock") {
			gathered.say(note("rubricBlock"));
			return "";
		}
		return isInteraction(element) || element.name === "gap" ? field() : undefined;
	}
}

/** The prompt of an interaction as nodes of the text around it, so that its pictures come along. */
export const promptOf = (interaction: Element): Node[] => first(interaction, "prompt")?.children ?? [];

/** The text of an option, without its feedback. @throws QuestionRefused when it is a picture without words */
export function optionText(option: Element, gathered: Gathering): string {
	const { text, pictures } = plainText(
		option.children.filter((node) => !isElement(node) || !isFeedback(node)),
		gathered,
	);
	const alts = pictures.map(({ alt }) => alt).filter((alt) => alt !== "");
	if (alts.length < pictures.length) throw new QuestionRefused(note("no.pictureOption"));
	return [text, ...alts].filter((part) => part !== "").join(" ");
}

function withoutFeedback(node: Node): Node {
	if (!isElement(node)) return node;
	const children = node.children
		.filter((child) => !isElement(child) || !isFeedback(child))
		.map(withoutFeedback);
	if (node.name === "gapMatchInteraction") {
		const words = node.children.filter((child) => !isElement(child) || !/^gap(Text|Img)$/.test(child.name));
		return { ...node, name: "div", children: words.map(withoutFeedback) };
	}
	const isBlock = isInteraction(node) && !/^(textEntry|inlineChoice)Interaction$/.test(node.name);
	// A block's prompt belongs to the question; what it lets people choose does not.
	return isBlock ? { ...node, name: "div", children: promptOf(node) } : { ...node, children };
}

export type Feedback = { byId: Map<string, string>; correct: string; wrong: string; rest: string };

/** All feedback of an item: by the identifiers that show it, when right, when wrong, and what always holds. */
export function feedbackOf(item: Element, gathered: Gathering): Feedback {
	const all = ["modalFeedback", "feedbackInline", "feedbackBlock"].flatMap((name) => within(item, name));
	const made: Feedback = { byId: new Map(), correct: "", wrong: "", rest: "" };
	for (const element of all) {
		const { text } = plainText(element.children, gathered);
		if (text === "") continue;
		const id = element.attributes.identifier ?? "";
		made.byId.set(id, text);
		if (/^(in_?correct|wrong|salah)/i.test(id)) made.wrong ||= text;
		else if (/^(correct|right|benar)/i.test(id)) made.correct ||= text;
	}
	return made;
}

export const titleOf = (element: Element): string =>
	(element.attributes.title || rawText(first(element, "title"))).trim();
