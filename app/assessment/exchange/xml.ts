import { SaxesParser } from "saxes";
import { FileRefused, note } from "./notes.ts";

/** A node of XML or HTML: text, or an element with its name without prefix and the line that it begins on. */
export type Element = {
	name: string;
	attributes: Record<string, string>;
	children: (string | Element)[];
	line: number;
};
export type Node = string | Element;

const DEEPEST = 200;
const MOST = 1_000_000;

/**
 * The outermost element of an XML text.
 * @throws FileRefused where it is broken, too deep, or has a DOCTYPE: without one there are neither entities that
 * multiply nor any that reach for other files
 */
export function parseXml(text: string, file: string | null = null): Element {
	const root: Element = { name: "", attributes: {}, children: [], line: 1 };
	const open = [root];
	let count = 0;
	const parser = new SaxesParser({ xmlns: false, position: true });
	const top = () => open[open.length - 1] as Element;
	const refuse = (why: Parameters<typeof note>[0]) => {
		throw new FileRefused({ key: why, values: [] }, parser.line, file);
	};
	parser.on("doctype", () => refuse("file.doctype"));
	parser.on("error", (error) => {
		throw new FileRefused(note("file.xmlBroken", reasonOf(error)), parser.line, file);
	});
	parser.on("text", (value) => void top().children.push(value));
	parser.on("cdata", (value) => void top().children.push(value));
	parser.on("closetag", () => void open.pop());
	parser.on("opentag", ({ name, attributes }) => {
		if (open.length > DEEPEST || ++count > MOST) refuse("file.tooDeep");
		const element = {
			name: local(name),
			attributes: localNames(attributes),
			children: [],
			line: parser.line,
		};
		top().children.push(element);
		open.push(element);
	});
	parser.write(text).close();
	return root.children.find(isElement) as Element;
}

export const isElement = (node: Node): node is Element => typeof node !== "string";

/** The child elements, of that name where one is given. */
export function elements(parent: Element, name?: string): Element[] {
	return parent.children.filter(
		(node): node is Element => isElement(node) && (name === undefined || node.name === name),
	);
}

export const first = (parent: Element, name: string): Element | undefined => elements(parent, name)[0];

/** All text below an element, as it stands. */
export function rawText(node: Node | undefined): string {
	if (node === undefined) return "";
	return isElement(node) ? node.children.map(rawText).join("") : node;
}

/** The elements of that name anywhere below, in the order of the text. */
export function within(parent: Element, name: string): Element[] {
	return elements(parent).flatMap((child) => [
		...(child.name === name ? [child] : []),
		...within(child, name),
	]);
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function localNames(attributes: Record<string, unknown>): Record<string, string> {
	const entries = Object.entries(attributes).filter(([name]) => !/^xmlns(:|$)/.test(name));
	return Object.fromEntries(entries.map(([name, value]) => [local(name), String(value)]));
}

/** saxes begins its sentence with "line:column: ", which is told apart. */
function reasonOf(error: Error): string {
	return error.message.replace(/^[^ ]*?\d+:\d+: /, "").replace(/\.$/, "");
}
