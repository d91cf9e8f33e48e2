import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Node } from "./xml.ts";

/** HTML as its writers write it, well-formed or not, in the same shape as XML; comments are left out. */
export function parseHtml(html: string): Node[] {
	return parseFragment(html).childNodes.flatMap(asNode);
}

function asNode(node: DefaultTreeAdapterTypes.ChildNode): Node[] {
	if (node.nodeName === "#text") return [(node as DefaultTreeAdapterTypes.TextNode).value];
	if (!("tagName" in node)) return [];
	const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
	const content = "content" in node ? node.content.childNodes : node.childNodes;
	return [{ name: node.tagName, attributes, children: content.flatMap(asNode), line: 1 }];
}
