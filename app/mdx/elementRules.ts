import { type LessonFinding, lessonFinding } from "./findings.ts";
import { invisibleIn } from "./invisible.ts";
import { type Attribute, attributeOf, lineOf, type Node } from "./tree.ts";
import { type ElementRule, elements } from "./vocabulary.ts";

/** What is wrong with one JSX element: its name, its place, its attributes, its picture. */
export function elementFindings(
	node: Node,
	parents: readonly Node[],
	{ mediaNames }: { mediaNames?: readonly string[] },
): LessonFinding[] {
	const line = lineOf(node);
	if (!node.name) return [lessonFinding("fragment", line)];
	const rule = Object.hasOwn(elements, node.name) ? elements[node.name] : undefined;
	const written = (node.attributes ?? []).flatMap((one) => attributeFindings(one, rule, line));
	if (!rule) return [lessonFinding("element", line, node.name), ...written];
	const owner = parents.findLast(({ type }) => type !== "paragraph");
	const placed = !rule.inside || owner?.name === rule.inside;
	return [
		...(placed ? [] : [lessonFinding("placement", line, node.name)]),
		...written,
		...repeatedFindings(node),
		...missingFindings(node, rule),
		...(node.name === "Figure" ? pictureFindings(node, mediaNames) : []),
	];
}

/** Without a rule the element is refused already; only what would run code is named as well. */
function attributeFindings(
	{ type, name = "", value }: Attribute,
	rule: ElementRule | undefined,
	line: number | null,
): LessonFinding[] {
	if (type !== "mdxJsxAttribute") return [lessonFinding("spread", line)];
	if (/^on/i.test(name)) return [lessonFinding("event", line, name)];
	if (value !== null && value !== undefined && typeof value !== "string")
		return [lessonFinding("attribute-expression", line, name)];
	const text = typeof value === "string" ? value : "";
	const hidden = invisibleIn(text);
	if (hidden) return [lessonFinding("invisible", line, hidden)];
	if (!rule) return [];
	const one = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
	if (!one) return [lessonFinding("attribute", line, name)];
	const fits = (one.oneOf?.includes(text) ?? true) && (one.pattern?.test(text) ?? true);
	return fits || (text === "" && one.required) ? [] : [lessonFinding("attribute-value", line, name)];
}

/** Of two attributes of one name the rule would look at one and the renderer take the other. */
function repeatedFindings(node: Node): LessonFinding[] {
	const names = (node.attributes ?? []).map(({ name }) => name ?? "");
	const twice = names.filter((name, index) => name && names.indexOf(name) < index);
	return twice.map((name) => lessonFinding("attribute-twice", lineOf(node), name));
}

function missingFindings(node: Node, rule: ElementRule): LessonFinding[] {
	return Object.entries(rule.attributes)
		.filter(([name, { required }]) => required && name !== "alt" && !attributeOf(node, name)?.trim())
		.map(([name]) => lessonFinding("attribute-missing", lineOf(node), name));
}

function pictureFindings(node: Node, mediaNames: readonly string[] | undefined): LessonFinding[] {
	const src = attributeOf(node, "src") ?? "";
	const alt = attributeOf(node, "alt")?.trim();
	const described = alt || (alt === "" && attributeOf(node, "decorative") === "yes");
	const held = !src || !mediaNames || mediaNames.some((name) => src === name || src === `media/${name}`);
	return [
		...(described ? [] : [lessonFinding("alt", lineOf(node))]),
		...(held ? [] : [lessonFinding("media", lineOf(node), src)]),
	];
}
