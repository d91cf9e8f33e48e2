/** A question's lines as they stand between empty lines, its comments apart. */
export type Block = { line: number; text: string; comments: string[]; category: string | null };

/**
 * Splits a GIFT file as Moodle does: an empty line ends a question, lines that begin with // are comments, and
 * `$CATEGORY:` holds for what follows. Comments above a question without an empty line between belong to it.
 */
export function giftBlocks(text: string): Block[] {
	const blocks: Block[] = [];
	let category: string | null = null;
	let current: Block | null = null;
	for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
		const trimmed = line.trim();
		if (trimmed === "") {
			current = null;
			continue;
		}
		const named = /^\$CATEGORY:(.*)$/.exec(trimmed);
		if (named) {
			category = (named[1] ?? "").trim();
			current = null;
			continue;
		}
		if (!current) {
			current = { line: index + 1, text: "", comments: [], category };
			blocks.push(current);
		}
		if (trimmed.startsWith("//")) current.comments.push(trimmed.slice(2).trim());
		else if (current.text === "") Object.assign(current, { text: line, line: index + 1 });
		else current.text += `\n${line}`;
	}
	return blocks.filter(({ text: words }) => words !== "");
}

/** `[id:…]` and `[tag:…]` of a comment; a closing bracket within is written `\]`, an end of line `\n`. */
export function commentTags(comments: readonly string[]): { id: string | null; tags: string[] } {
	let id: string | null = null;
	const tags: string[] = [];
	for (const [, kind, raw = ""] of comments.join("\n").matchAll(/\[(id|tag):((?:\\.|[^\]\\\n])*)\]/g)) {
		const value = raw.replace(/\\([\]\\n])/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
		if (kind === "tag") tags.push(value);
		else id ??= value;
	}
	return { id, tags };
}

export const commentTag = (kind: "id" | "tag", value: string): string =>
	`[${kind}:${value
		.replace(/[\]\\]/g, "\\$&")
		.replaceAll("\r", "")
		.replaceAll("\n", "\\n")}]`;
