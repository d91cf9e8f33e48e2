import { type LessonFinding, lessonFinding } from "./findings.ts";
import { attributeOf, elementsIn, lineOf, type Node } from "./tree.ts";

/** The choices of a practice task as its `choices` attribute lists them. */
export function choicesOf(practice: Node): string[] {
	const listed = (attributeOf(practice, "choices") ?? "").split("|").map((choice) => choice.trim());
	return listed.filter(Boolean);
}

/** What is wrong with a question or a practice as a whole; `ids` holds those met before. */
export function questionFindings(node: Node, ids: Set<string>): LessonFinding[] {
	if (node.name !== "Check" && node.name !== "Practice") return [];
	const id = attributeOf(node, "id") ?? "";
	const twice = id !== "" && ids.has(id) ? [lessonFinding("duplicate-id", lineOf(node), id)] : [];
	ids.add(id);
	return [...twice, ...(node.name === "Check" ? checkFindings(node) : practiceFindings(node))];
}

function checkFindings(node: Node): LessonFinding[] {
	const options = elementsIn(node, "Option");
	const correct = options.filter((option) => attributeOf(option, "correct") === "yes").length;
	if (correct === 0) return [lessonFinding("no-correct", lineOf(node))];
	if (correct > 1 && attributeOf(node, "type") !== "multiple")
		return [lessonFinding("one-correct", lineOf(node))];
	return [];
}

function practiceFindings(node: Node): LessonFinding[] {
	const choices = choicesOf(node);
	return elementsIn(node, "Case").flatMap((one) => {
		const answer = (attributeOf(one, "answer") ?? "").trim();
		return choices.includes(answer) ? [] : [lessonFinding("choices", lineOf(one), answer)];
	});
}
