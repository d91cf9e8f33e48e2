import type { Answer } from "./answer.ts";
import type { Item } from "./item.ts";

/** An item that was not wholly right: what was answered, and what is said to it. The key itself is not told. */
export type Said = { position: number; stem: string; answered: string[]; feedback: string[] };

export function whatWasSaid({
	position,
	item,
	answer,
}: {
	position: number;
	item: Item;
	answer: Answer;
}): Said {
	const feedback = [...feedbackOf(item, answer), item.rationale].filter((text) => text !== undefined);
	return { position, stem: item.stem, answered: answeredOf(item, answer), feedback };
}

function answeredOf(item: Item, answer: Answer): string[] {
	if (answer === null) return [];
	if ("typed" in answer) return [answer.typed];
	if ("pairs" in answer) {
		if (item.type !== "matching") return [];
		return item.pairs.flatMap(({ id, left }) => (answer.pairs[id] ? [`${left}: ${answer.pairs[id]}`] : []));
	}
	return "options" in item
		? item.options.filter(({ id }) => answer.chosen.includes(id)).map(({ text }) => text)
		: [];
}

function feedbackOf(item: Item, answer: Answer): (string | undefined)[] {
	switch (item.type) {
		case "single":
		case "truefalse":
		case "multiple": {
			const chosen = answer && "chosen" in answer ? answer.chosen : [];
			return item.options.filter(({ id }) => chosen.includes(id)).map(({ feedback }) => feedback);
		}
		case "matching": {
			const pairs = answer && "pairs" in answer ? answer.pairs : {};
			return item.pairs.filter(({ id, right }) => pairs[id] !== right).map(({ feedback }) => feedback);
		}
		default:
			return [item.feedback.wrong];
	}
}
