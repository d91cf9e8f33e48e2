import { z } from "zod";

const line = z.string().trim().min(1).max(2000);
const option = z.object({
	id: z.string().min(1).max(20),
	text: line,
	correct: z.boolean().default(false),
	feedback: line.optional(),
});
const pair = z.object({ id: z.string().min(1).max(20), left: line, right: line, feedback: line.optional() });
const rightOrWrong = z.object({ correct: line, wrong: line });

const common = {
	code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
	competence: z.string().regex(/^D\d\.\d$/),
	level: z.number().int().min(1).max(4),
	stem: line,
	/** Shown with the result, whatever was answered. */
	rationale: line.optional(),
	/** The author's estimate, in logits: 0 is what half of all civil servants would know. */
	difficulty: z.number().min(-4).max(4).optional(),
	/** The author's estimate of how sharply it separates, per logit. */
	discrimination: z.number().min(0.2).max(3).optional(),
	/** The regulation or publication that the key rests on. */
	source: line.optional(),
	/** How likely it is that people know the item beforehand. */
	leakRisk: z.enum(["low", "medium", "high"]).optional(),
	/** Items of one prototype are variants of each other: a person meets one of them. */
	prototype: z
		.string()
		.regex(/^[a-z0-9][a-z0-9-]{1,39}$/)
		.optional(),
};

const distinctIds = (list: { id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;
const rightOnes = (list: { correct: boolean }[]) => list.filter(({ correct }) => correct).length;

const options = z
	.array(option)
	.min(2)
	.max(10)
	.refine(distinctIds, "Setiap pilihan memerlukan id yang berbeda.");
const oneRight = options.refine((list) => rightOnes(list) === 1, "Tepat satu pilihan harus benar.");

const single = z.object({ ...common, type: z.literal("single"), options: oneRight });
const multiple = z.object({
	...common,
	type: z.literal("multiple"),
	options: options.refine((list) => rightOnes(list) >= 1, "Paling sedikit satu pilihan harus benar."),
});
const truefalse = z.object({
	...common,
	type: z.literal("truefalse"),
	options: oneRight.refine((list) => list.length === 2, "Soal benar–salah memiliki dua pilihan."),
});
const matching = z.object({
	...common,
	type: z.literal("matching"),
	pairs: z.array(pair).min(2).max(10).refine(distinctIds, "Setiap pasangan memerlukan id yang berbeda."),
	distractors: z.array(line).max(6).default([]),
});
const numeric = z.object({
	...common,
	type: z.literal("numeric"),
	answer: z.number().finite(),
	/** How far off an answer may be and still be right, in the answer's unit. */
	tolerance: z.number().min(0).default(0),
	unit: z.string().max(40).optional(),
	feedback: rightOrWrong,
});
const shortText = z.object({
	...common,
	type: z.literal("text"),
	accept: z.array(line).min(1).max(20),
	feedback: rightOrWrong,
});

/** An item as bank.yaml, the studio and the table `items` hold it: with its keys, so for the server only. */
export const itemSchema = z.discriminatedUnion("type", [
	single,
	multiple,
	truefalse,
	matching,
	numeric,
	shortText,
]);
export type Item = z.infer<typeof itemSchema>;
export type ItemOf<T extends Item["type"]> = Extract<Item, { type: T }>;

/** What a learner may see of an item before it is submitted: no key, no feedback. */
export type ShownItem =
	| { type: "single" | "multiple" | "truefalse"; stem: string; options: { id: string; text: string }[] }
	| {
			type: "matching";
			stem: string;
			lefts: { id: string; text: string }[];
			rights: { id: string; text: string }[];
	  }
	| { type: "numeric"; stem: string; unit: string }
	| { type: "text"; stem: string };
