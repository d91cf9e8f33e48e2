import { type Node, textOf, walk } from "./tree.ts";

export type Heading = { id: string; text: string; depth: number };

/** Gives each heading an id of its words, distinct in the lesson, and lists them. Lesson links lose their scheme. */
export function prepareLinks(root: Node): Heading[] {
	const headings: Heading[] = [];
	const taken = new Set<string>();
	walk(root, (node) => {
		if (node.url?.startsWith("lesson:")) node.url = node.url.slice("lesson:".length);
		if (node.type !== "heading") return;
		const text = textOf(node);
		const id = distinct(slugOf(text), taken);
		node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
		headings.push({ id, text, depth: node.depth ?? 2 });
	});
	return headings;
}

function slugOf(text: string): string {
	const words = text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
	// The prefix keeps headings apart from the ids of the page and of the checks.
	return `b-${words || "bagian"}`;
}

function distinct(slug: string, taken: Set<string>): string {
	let id = slug;
	for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
	taken.add(id);
	return id;
}
