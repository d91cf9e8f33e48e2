import { z } from "zod";
import { shuffled } from "../draw.ts";
import { type Choice, choice, common, has, id, inOrder, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { type Slot, slotKind } from "./slots.ts";

const row = choice.extend({ column: id, feedback: line.optional() });

export const classification = z
	.object({
		...common,
		type: z.literal("classification"),
		columns: listOf(choice, 2, 5),
		rows: listOf(row, 2, 12),
	})
	.refine(({ columns, rows }) => rows.every(({ column }) => has(columns, column)), {
		path: ["rows"],
		error: "Setiap baris harus menunjuk kolom yang ada.",
	});
type Classification = z.infer<typeof classification>;
export type ShownTable = { type: "classification"; stem: string; columns: Choice[]; rows: Choice[] };

const slotsOf = ({ columns, rows }: Classification): Slot[] =>
	rows.map(({ id, text, column, feedback }) => ({
		id,
		label: text,
		choices: columns,
		right: [column],
		feedback,
	}));

/** A table whose every row belongs to one column. */
export const classificationKind: ItemKind<Classification, ShownTable> = {
	...slotKind(slotsOf, (item, right) => ({
		...item,
		rows: item.rows.map((row) => ({ ...row, column: right(row.id) })),
	})),
	order: ({ rows }, random) =>
		shuffled(
			rows.map(({ id }) => id),
			random,
		),
	shown: ({ stem, columns, rows }, order) => ({
		type: "classification",
		stem,
		columns,
		rows: inOrder(rows, order).map(({ id, text }) => ({ id, text })),
	}),
};
