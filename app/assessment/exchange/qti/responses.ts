import { type Element, elements, first, rawText } from "../xml.ts";

/** What an item declares of an answer: its key, and marks by value where it maps them. */
export type Response = {
	cardinality: string;
	baseType: string;
	correct: string[];
	mapped: Map<string, number>;
	isCaseSensitive: boolean;
};

/** Of what only people can mark. */
export const noResponse: Response = {
	cardinality: "single",
	baseType: "string",
	correct: [],
	mapped: new Map(),
	isCaseSensitive: false,
};

export function responsesOf(item: Element): Map<string, Response> {
	return new Map(
		elements(item, "responseDeclaration").map((one) => [one.attributes.identifier ?? "", responseOf(one)]),
	);
}

function responseOf(declaration: Element): Response {
	const key = first(declaration, "correctResponse");
	const mapping = first(declaration, "mapping");
	const entries = mapping ? elements(mapping, "mapEntry") : [];
	return {
		cardinality: declaration.attributes.cardinality ?? "single",
		baseType: declaration.attributes.baseType ?? "string",
		correct: key ? elements(key, "value").map((value) => rawText(value).trim().replace(/\s+/g, " ")) : [],
		mapped: new Map(
			entries.map(({ attributes }) => [attributes.mapKey ?? "", Number(attributes.mappedValue)]),
		),
		isCaseSensitive: entries.some(({ attributes }) => attributes.caseSensitive !== "false"),
	};
}

/** The values that count: the key, or where there is none those that map to marks, the best first. */
export function rightValues({ correct, mapped }: Response): string[] {
	if (correct.length > 0) return correct;
	const worth = [...mapped].filter(([, marks]) => marks > 0).sort(([, a], [, b]) => b - a);
	return worth.map(([value]) => value);
}
