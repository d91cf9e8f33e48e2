import { type Element, isElement } from "../xml.ts";

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** QTI 3 in the names of QTI 2: `qti-simple-choice` is `simpleChoice`, and `max-choices` is `maxChoices`. */
export function withOlderNames(element: Element): Element {
	const name = camel(element.name.replace(/^qti-/, ""));
	const attributes = Object.fromEntries(
		Object.entries(element.attributes).map(([key, value]) => [camel(key), value]),
	);
	const children = element.children.map((node) => (isElement(node) ? withOlderNames(node) : node));
	return { ...element, name, attributes, children };
}
