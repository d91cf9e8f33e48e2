import { note, QuestionRefused } from "./notes.ts";
import type { Gathering } from "./reading.ts";
import { type Element, isElement, type Node, rawText } from "./xml.ts";

/** What a text turned out to hold beside its words. */
export type PictureRef = { src: string; alt: string };
/** Gives the text of an element that only the format knows, e.g. a gap; undefined for any other. */
export type Special = (element: Element) => string | undefined;

const blocks = new Set(
	"address article aside blockquote dd div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody thead tfoot tr ul".split(
		" ",
	),
);
const silent = new Set(
	"br span td th wbr font body html label picture caption contentBody itemBody prompt gapText".split(" "),
);
const scripts = new Set("script style template noscript link meta title head".split(" "));
const media = new Set("audio video iframe embed canvas svg applet".split(" "));
const raised: Record<string, string> = Object.fromEntries(
	[..."0123456789+-=()ni"].map((c, i) => [c, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"[i] as string]),
);
const lowered: Record<string, string> = Object.fromEntries(
	[..."0123456789+-=()"].map((c, i) => [c, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"[i] as string]),
);

/**
 * The plain text of HTML or XHTML: blocks become lines, list points get a dash, raised and lowered digits stay so.
 * What plain text cannot hold is told to `gathered`; pictures are handed out beside it.
 * @throws QuestionRefused for sound, video and the like
 */
export function plainText(
	nodes: readonly Node[],
	gathered: Gathering,
	special?: Special,
	/** What a picture between words becomes; other than a space it is told. */
	inText = " ",
) {
	const pictures: PictureRef[] = [];
	const lost = new Set<string>();
	const dropped = new Set<string>();
	const walk = (node: Node): string => {
		if (!isElement(node)) return node.replace(/[\s\u00a0]+/g, " ");
		const own = special?.(node);
		if (own !== undefined) return own;
		if (scripts.has(node.name)) {
			if (node.name !== "title") dropped.add(node.name);
			return "";
		}
		if (media.has(node.name)) throw new QuestionRefused(note("no.media", node.name));
		if (node.name === "img" || node.name === "object") return picture(node);
		if (node.name === "math") {
			gathered.say(note("formula"));
			return rawText(node).replace(/\s+/g, " ");
		}
		return shaped(node, node.children.map(walk).join(""), lost);
	};
	const picture = ({ attributes, children, name }: Element): string => {
		const src = attributes[name === "img" ? "src" : "data"] ?? "";
		if (name === "object" && !/^image\//.test(attributes.type ?? "image/"))
			throw new QuestionRefused(note("no.media", attributes.type ?? name));
		pictures.push({ src, alt: (attributes.alt ?? children.map(rawText).join("")).trim() });
		return MARK;
	};
	const marked = nodes.map(walk).join("").replace(besideText, "");
	if (inText !== " " && marked.includes(MARK)) gathered.say(note("pictureInText"));
	const text = tidy(marked.replaceAll(MARK, inText));
	if (lost.size > 0) gathered.say(note("formatting", [...lost].join(", ")));
	if (dropped.size > 0) gathered.say(note("scripts", [...dropped].join(", ")));
	return { text, pictures };
}

function shaped({ name, attributes }: Element, inner: string, lost: Set<string>): string {
	if (name === "br" || name === "hr") return "\n";
	if (name === "li") return `\n- ${inner.trim()}\n`;
	if (name === "td" || name === "th") return `${inner.trim()}\t`;
	if (name === "sup") return moved(inner, raised, "^");
	if (name === "sub") return moved(inner, lowered, "_");
	if (name === "a") return linked(inner, attributes.href ?? "");
	if (!blocks.has(name) && !silent.has(name)) lost.add(name);
	return blocks.has(name) ? `\n${inner}\n` : inner;
}

function moved(inner: string, letters: Record<string, string>, mark: string): string {
	const text = inner.trim();
	const all = [...text].map((letter) => letters[letter]);
	return all.every((letter) => letter !== undefined) ? all.join("") : `${mark}(${text})`;
}

function linked(inner: string, href: string): string {
	return /^https?:/.test(href) && inner.trim() !== href ? `${inner} (${href})` : inner;
}

/** Stands for a picture; one at the beginning or end of a line leaves nothing behind. */
const MARK = "\u{f0002}";
const besideText = /^(?: *\u{f0002})+ *|(?: *\u{f0002})+ *$/gmu;

/** One space between words, at most one empty line between lines, none around. */
function tidy(text: string): string {
	return text
		.split("\n")
		.map((line) =>
			line
				.replace(/ +/g, " ")
				.replace(/\t+ *$/, "")
				.replace(/\s*\t\s*/g, " | ")
				.trim(),
		)
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}
