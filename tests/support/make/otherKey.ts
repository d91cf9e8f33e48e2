import type { Item } from "#app/assessment/item.ts";

const rotated = <T>(list: readonly T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];
/** The same list, in which each has the next one's value of that field. */
function shift<T, K extends keyof T>(list: readonly T[], field: K): T[] {
	const values = rotated(list.map((one) => one[field]));
	return list.map((one, index) => ({ ...one, [field]: values[index] }));
}

/** The same item to look at, with another key. */
export function withOtherKey(item: Item): Item {
	switch (item.type) {
		case "single":
		case "multiple":
		case "truefalse":
			return { ...item, options: shift(item.options, "correct") };
		case "areas":
			return { ...item, areas: shift(item.areas, "correct") };
		case "matching":
			return { ...item, pairs: shift(item.pairs, "right") };
		case "ordering":
			return { ...item, elements: [...item.elements].reverse() };
		case "numeric":
			return {
				...item,
				answer: item.answer + 1,
				tolerance: 0.1,
				units: item.units && shift(item.units, "factor"),
			};
		case "text":
			return { ...item, accept: ["lain sama sekali"] };
		case "gaptext":
			return { ...item, gaps: item.gaps.map((gap) => ({ ...gap, accept: ["lain"] })) };
		case "gapchoice":
			return {
				...item,
				gaps: item.gaps.map((gap) => ({ ...gap, right: (gap.choices ?? item.choices).at(-1) ?? gap.right })),
			};
		case "classification":
			return { ...item, rows: shift(item.rows, "column") };
		case "inbox":
			return { ...item, messages: shift(item.messages, "right") };
		case "sharing":
			return { ...item, parties: shift(item.parties, "right") };
		case "signedfile":
			return { ...item, files: item.files.map((file) => ({ ...file, valid: !file.valid })) };
		case "essay":
			return { ...item, rubric: rotated(item.rubric) };
	}
}
