import type { ItemOf } from "../../assessment/item.ts";
import { barred, cellsOf, type FormOf, type ItemForm, letter, linesOf, numberOf } from "./form.ts";

/** A line "*teks | umpan balik": the star marks what is right. */
const starred = (line: string) => ({
	isRight: line.startsWith("*"),
	cells: cellsOf(line.replace(/^\*/, "")),
});

const optionsOf = (form: ItemForm) =>
	linesOf(form.options).map((line, index) => {
		const { isRight, cells } = starred(line);
		const [text = "", feedback] = cells;
		return { id: letter(index), text, correct: isRight, feedback: feedback || undefined };
	});

export const choiceForm: FormOf<ItemOf<"single" | "multiple" | "truefalse">> = {
	fields: ["options", "correction"],
	read: (form) => ({ options: optionsOf(form), correction: form.correction ? true : undefined }),
	write: ({ options, correction }) => ({
		options: options
			.map(({ text, correct, feedback }) => `${correct ? "*" : ""}${barred([text, feedback])}`)
			.join("\n"),
		correction: correction ? "1" : "",
	}),
};

/** "x y lebar tinggi" of a rectangle, "x y jari-jari" of a circle. */
function shapeOf(text: string): object {
	const [x, y, a, b] = text.split(/\s+/).map(numberOf);
	return b === undefined ? { kind: "circle", x, y, radius: a } : { kind: "rect", x, y, width: a, height: b };
}

export const areasForm: FormOf<ItemOf<"areas">> = {
	fields: ["image", "alt", "size", "areas", "many"],
	read(form) {
		const [width, height] = form.size.split(/[x×]/).map(numberOf);
		const areas = linesOf(form.areas).map((line, index) => {
			const { isRight, cells } = starred(line);
			const [name = "", shape = "", feedback] = cells;
			return {
				id: letter(index),
				name,
				shape: shapeOf(shape),
				correct: isRight,
				feedback: feedback || undefined,
			};
		});
		return { image: form.image, alt: form.alt, width, height, areas, many: form.many !== "" };
	},
	write: ({ image, alt, width, height, areas, many }) => ({
		image,
		alt,
		size: `${width} x ${height}`,
		many: many ? "1" : "",
		areas: areas
			.map(({ name, shape, correct, feedback }) => {
				const { x, y } = shape;
				const rest = shape.kind === "rect" ? [shape.width, shape.height] : [shape.radius];
				return `${correct ? "*" : ""}${barred([name, [x, y, ...rest].join(" "), feedback])}`;
			})
			.join("\n"),
	}),
};
