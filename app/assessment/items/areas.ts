// Areas of a picture. The list of their names is the control; the picture shows where they lie.
import { z } from "zod";
import { chosenOf } from "../answerParts.ts";
import { shuffled } from "../draw.ts";
import {
	chosenFromForm,
	feedbackOnChosen,
	fitsChosen,
	rightChosen,
	scoreChosen,
	withChosen,
} from "./choosing.ts";
import { common, id, inOrder, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";

/** Whole pixels of the picture as its width and height say. */
const pixels = z.number().int().min(0).max(4000);
const shape = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("rect"), x: pixels, y: pixels, width: pixels.min(8), height: pixels.min(8) }),
	z.object({ kind: z.literal("circle"), x: pixels, y: pixels, radius: pixels.min(4) }),
]);
const area = z.object({
	id,
	name: line,
	shape,
	correct: z.boolean().default(false),
	feedback: line.optional(),
});
export type Shape = z.infer<typeof shape>;

export const areas = z
	.object({
		...common,
		type: z.literal("areas"),
		/** A picture of the course, by the name that lessons use: media/peta.png. */
		image: z.string().regex(/^media\/[\w.-]+\.(svg|png|jpg|jpeg|webp)$/),
		/** What the picture shows, for who does not see it; it must not tell the key. */
		alt: line,
		width: pixels.min(16),
		height: pixels.min(16),
		areas: listOf(area, 2, 12),
		/** Several may be chosen. */
		many: z.boolean().default(false),
	})
	.refine(({ areas: list, many }) => rightOnes(list) >= 1 && (many || rightOnes(list) === 1), {
		path: ["areas"],
		error: "Tepat satu area harus benar; bila boleh beberapa, paling sedikit satu.",
	})
	.refine(({ areas: list, width, height }) => list.every(({ shape: one }) => isInside(one, width, height)), {
		path: ["areas"],
		error: "Setiap area harus terletak di dalam gambar.",
	});
type Areas = z.infer<typeof areas>;
export type ShownAreas = {
	type: "areas";
	stem: string;
	/** Its name in the course; whoever sends the page puts its address here. */
	image: string;
	alt: string;
	width: number;
	height: number;
	many: boolean;
	areas: { id: string; name: string; shape: Shape }[];
};

const rightOnes = (list: readonly { correct: boolean }[]) => list.filter(({ correct }) => correct).length;

function isInside(one: Shape, width: number, height: number): boolean {
	const [w, h] = one.kind === "rect" ? [one.width, one.height] : [one.radius, one.radius];
	const [left, top] = one.kind === "rect" ? [one.x, one.y] : [one.x - one.radius, one.y - one.radius];
	return left >= 0 && top >= 0 && one.x + w <= width && one.y + h <= height;
}

const most = ({ many, areas: list }: Areas): number => (many ? list.length : 1);

export const areasKind: ItemKind<Areas, ShownAreas> = {
	fits: (item, answer) =>
		fitsChosen(item.areas, answer, most(item)) && (item.many || chosenOf(answer).length === 1),
	fromForm: (item, form, name) => chosenFromForm(item.areas, form, name, most(item)),
	score: (item, answer) => scoreChosen(item.areas, chosenOf(answer)),
	key: (item) => rightChosen(item.areas),
	rekey: (item, answer) => ({ ...item, areas: withChosen(item.areas, answer) }),
	order: (item, random) =>
		shuffled(
			item.areas.map(({ id }) => id),
			random,
		),
	shown: ({ stem, image, alt, width, height, many, areas: list }, order) => ({
		type: "areas",
		stem,
		image,
		alt,
		width,
		height,
		many,
		areas: inOrder(list, order).map(({ id, name, shape }) => ({ id, name, shape })),
	}),
	answered: (item, answer) => inOrder(item.areas, chosenOf(answer)).map(({ name }) => name),
	feedback: (item, answer) => feedbackOnChosen(item.areas, answer),
};
