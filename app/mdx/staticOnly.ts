import { parseDocument } from "yaml";
import { isSafeUrl, lessonSlug } from "./address.ts";
import { elementFindings } from "./elementRules.ts";
import { type FindingCode, type LessonFinding, lessonFinding } from "./findings.ts";
import { invisibleIn } from "./invisible.ts";
import { questionFindings } from "./questionRules.ts";
import { isJsx, lineOf, type Node } from "./tree.ts";

export { choicesOf } from "./questionRules.ts";

/** What a lesson may refer to; what is left out is not checked. Media names with or without `media/`. */
export type LessonContext = { lessonSlugs?: readonly string[]; mediaNames?: readonly string[] };

const MAX_BYTES = 200 * 1024;
const MAX_DEPTH = 24;

/** What is wrong with the text before any parser sees it: size, invisible characters, front matter. */
export function sourceFindings(source: string): LessonFinding[] {
	if (Buffer.byteLength(source) > MAX_BYTES) return [lessonFinding("too-large", null)];
	const hidden = source.split(/\r?\n/).flatMap((line, index) => {
		const code = invisibleIn(line);
		return code ? [lessonFinding("invisible", index + 1, code)] : [];
	});
	return hidden.length > 0 ? hidden : frontMatterFindings(source);
}

/** gray-matter runs `---js` and chooses other engines by name: a lesson's first line is `---` alone, or none. */
function frontMatterFindings(source: string): LessonFinding[] {
	const lines = source.split(/\r?\n/);
	if (!lines[0]?.startsWith("---")) return [];
	const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
	if (!/^---[ \t]*$/.test(lines[0]) || end < 0) return [lessonFinding("front-matter", 1)];
	return isPlainYaml(lines.slice(1, end).join("\n")) ? [] : [lessonFinding("front-matter", 2)];
}

/** A mapping without aliases, so that a small text cannot become a huge value. */
function isPlainYaml(text: string): boolean {
	try {
		const document = parseDocument(text, { logLevel: "silent" });
		if (document.errors.length > 0 || document.warnings.length > 0) return false;
		const value: unknown = document.toJS({ maxAliasCount: 0 });
		return typeof value === "object" && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}

/** Everything of a parsed document that is not static, in its order. */
export function treeFindings(root: Node, context: LessonContext = {}): LessonFinding[] {
	const found: LessonFinding[] = [];
	const ids = new Set<string>();
	const look = (node: Node, parents: readonly Node[]): void => {
		if (parents.length > MAX_DEPTH) {
			found.push(lessonFinding("too-deep", lineOf(node)));
			return;
		}
		if (isJsx(node))
			found.push(...elementFindings(node, parents, context), ...questionFindings(node, parents, ids));
		else found.push(...markdownFindings(node, context));
		for (const child of node.children ?? []) look(child, [...parents, node]);
	};
	look(root, []);
	return found;
}

const allowed = new Set(
	"root yaml paragraph heading text emphasis strong delete inlineCode code link linkReference definition list listItem blockquote thematicBreak break table tableRow tableCell".split(
		" ",
	),
);
const refused = new Map<string, FindingCode>([
	["mdxFlowExpression", "expression"],
	["mdxTextExpression", "expression"],
	["image", "image"],
	["imageReference", "image"],
]);

function markdownFindings(node: Node, { lessonSlugs }: LessonContext): LessonFinding[] {
	const line = lineOf(node);
	if (node.type === "mdxjsEsm")
		return [lessonFinding(node.value?.trim().startsWith("export") ? "export" : "import", line)];
	const code = refused.get(node.type);
	if (code) return [lessonFinding(code, line)];
	if (!allowed.has(node.type)) return [lessonFinding("element", line, node.type)];
	if (node.type === "heading" && node.depth === 1) return [lessonFinding("heading", line)];
	// The source was looked through already; this finds what entities made, e.g. &#x202E;.
	const hidden = [node.value, node.title, node.lang].map((text) => invisibleIn(text ?? "")).find(Boolean);
	if (hidden && node.type !== "yaml") return [lessonFinding("invisible", line, hidden)];
	if (typeof node.url !== "string") return [];
	if (!isSafeUrl(node.url)) return [lessonFinding("address", line, node.url.slice(0, 80))];
	const slug = lessonSlug(node.url);
	return slug && lessonSlugs && !lessonSlugs.includes(slug) ? [lessonFinding("lesson-link", line, slug)] : [];
}
