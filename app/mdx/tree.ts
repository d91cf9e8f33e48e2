/** What of a Markdown or JSX node the rule looks at; the parser's own types need not be installed. */
export type Attribute = { type: string; name?: string; value?: unknown };
export type Node = {
	type: string;
	name?: string | null;
	value?: string;
	url?: string;
	title?: string | null;
	lang?: string | null;
	depth?: number;
	attributes?: Attribute[];
	children?: Node[];
	data?: { hProperties?: Record<string, string> };
	position?: { start: { line: number; column: number } };
};

export const lineOf = (node: Node): number | null => node.position?.start.line ?? null;
export const isJsx = ({ type }: Node): boolean =>
	type === "mdxJsxFlowElement" || type === "mdxJsxTextElement";

/** Visits a node and all in it, in the document's order. */
export function walk(node: Node, visit: (node: Node) => void): void {
	visit(node);
	for (const child of node.children ?? []) walk(child, visit);
}

/** An attribute's text; "" for a bare attribute, undefined when absent or not text. */
export function attributeOf(node: Node, name: string): string | undefined {
	const found = node.attributes?.find((entry) => entry.name === name);
	if (!found) return undefined;
	if (found.value === null || found.value === undefined) return "";
	return typeof found.value === "string" ? found.value : undefined;
}

/** The elements of that name among a node's children, also where Markdown put a paragraph around them. */
export function elementsIn(node: Node, name: string): Node[] {
	return (node.children ?? []).flatMap((child) => {
		if (child.type === "paragraph") return elementsIn(child, name);
		return isJsx(child) && child.name === name ? [child] : [];
	});
}

/** The text of a node and all in it. */
export function textOf(node: Node): string {
	if (typeof node.value === "string") return node.value;
	return (node.children ?? []).map(textOf).join(node.type === "root" ? "\n" : "");
}
