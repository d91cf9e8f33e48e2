import { type LessonFinding, lessonFinding } from "./findings.ts";
import { attributeOf, elementsIn, isJsx, lineOf, type Node } from "./tree.ts";

const questions = new Map([
	["Check", "Option"],
	["Practice", "Case"],
]);

/** The choices of a practice task as its `choices` attribute lists them. */
export function choicesOf(practice: Node): string[] {
	const listed = (attributeOf(practice, "choices") ?? "").split("|").map((choice) => choice.trim());
	return listed.filter(Boolean);
}

/** What is wrong with a question or a practice as a whole; `ids` holds those met before. */
export function questionFindings(node: Node, parents: readonly Node[], ids: Set<string>): LessonFinding[] {
	const part = questions.get(node.name ?? "");
	if (!part) return [];
	const line = lineOf(node);
	const id = attributeOf(node, "id") ?? "";
	const twice = id !== "" && ids.has(id) ? [lessonFinding("duplicate-id", line, id)] : [];
	ids.add(id);
	// Each is a form of its own, and a form cannot hold another.
	const isNested = parents.some(({ name }) => questions.has(name ?? ""));
	return [
		...twice,
		...(isNested ? [lessonFinding("nested-question", line)] : []),
		...strayFindings(node, part),
		...(part === "Option" ? checkFindings(node) : practiceFindings(node)),
	];
}

/** Whatever is neither a part of the question nor blank; what stands in its parts is theirs. */
function strayFindings(node: Node, part: string): LessonFinding[] {
	const isOwn = (child: Node) =>
		(isJsx(child) && child.name === part) || (child.type === "text" && !child.value?.trim());
	const inside = (node.children ?? []).flatMap((child) =>
		child.type === "paragraph" ? (child.children ?? []) : [child],
	);
	const stray = inside.find((child) => !isOwn(child));
	return stray ? [lessonFinding("stray", lineOf(stray), node.name ?? "")] : [];
}

function checkFindings(node: Node): LessonFinding[] {
	const options = elementsIn(node, "Option");
	const type = attributeOf(node, "type");
	if (options.length < 2 || (type === "truefalse" && options.length > 2))
		return [lessonFinding("few-options", lineOf(node))];
	const correct = options.filter((option) => attributeOf(option, "correct") === "yes").length;
	if (correct === 0) return [lessonFinding("no-correct", lineOf(node))];
	return correct > 1 && type !== "multiple" ? [lessonFinding("one-correct", lineOf(node))] : [];
}

function practiceFindings(node: Node): LessonFinding[] {
	const cases = elementsIn(node, "Case");
	const choices = choicesOf(node);
	const few = choices.length < 2 || new Set(choices).size < choices.length;
	return [
		...(cases.length === 0 ? [lessonFinding("few-cases", lineOf(node))] : []),
		...(few ? [lessonFinding("few-choices", lineOf(node))] : []),
		...cases.flatMap((one) => {
			const answer = (attributeOf(one, "answer") ?? "").trim();
			return choices.includes(answer) ? [] : [lessonFinding("choices", lineOf(one), answer)];
		}),
	];
}
