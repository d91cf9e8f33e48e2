import { choicesOf } from "./staticOnly.ts";
import { attributeOf, elementsIn, type Node, walk } from "./tree.ts";

/** The key of a check-yourself question or a practice: kept on the server, never rendered. */
export type CheckKey =
	| {
			kind: "check";
			id: string;
			type: "single" | "multiple" | "truefalse";
			options: { correct: boolean; feedback: string }[];
	  }
	| { kind: "practice"; id: string; choices: string[]; cases: { answer: string; feedback: string }[] };

/**
 * Takes keys and feedback out of the tree, so that what is compiled cannot render them, and numbers options and cases
 * in order.
 */
export function splitKeys(root: Node): CheckKey[] {
	const keys: CheckKey[] = [];
	walk(root, (node) => {
		if (node.name === "Check") keys.push(splitQuestion(node));
		if (node.name === "Practice") keys.push(splitPractice(node));
	});
	return keys;
}

function splitQuestion(node: Node): CheckKey {
	const id = attributeOf(node, "id") ?? "";
	const type = (attributeOf(node, "type") ?? "single") as "single";
	const options = elementsIn(node, "Option").map((option, index) => {
		const key = {
			correct: attributeOf(option, "correct") === "yes",
			feedback: attributeOf(option, "feedback") ?? "",
		};
		option.attributes = [given("check", id), given("value", String(index)), given("type", type)];
		return key;
	});
	return { kind: "check", id, type, options };
}

function splitPractice(node: Node): CheckKey {
	const id = attributeOf(node, "id") ?? "";
	const choices = choicesOf(node);
	const look = attributeOf(node, "look") ?? "plain";
	const cases = elementsIn(node, "Case").map((one, index) => {
		const key = {
			answer: (attributeOf(one, "answer") ?? "").trim(),
			feedback: attributeOf(one, "feedback") ?? "",
		};
		const kept = (one.attributes ?? []).filter(({ name }) => name === "title" || name === "meta");
		one.attributes = [
			...kept,
			given("practice", id),
			given("index", String(index)),
			given("choices", choices.join("|")),
			given("look", look),
		];
		return key;
	});
	return { kind: "practice", id, choices, cases };
}

function given(name: string, value: string) {
	return { type: "mdxJsxAttribute", name, value };
}
