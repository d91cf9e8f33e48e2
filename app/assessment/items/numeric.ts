import { z } from "zod";
import type { Answer } from "../answer.ts";
import { partOf, typedOf } from "../answerParts.ts";
import { common, rightOrWrong } from "./common.ts";
import type { Given, ItemKind } from "./kind.ts";
import { numberText, parseNumber } from "./number.ts";
import { ITEM_MAX } from "./points.ts";
import { fitsSlots, type Slot, slotsFromForm } from "./slots.ts";
import { typedKind } from "./typing.ts";

const name = z.string().trim().min(1).max(40);
/** How many of the key's unit one of it is: 1024 for GB where the key is in MB. Without one it is a wrong unit. */
const unit = z.object({ unit: name, factor: z.number().positive().optional() });
const units = z
	.array(unit)
	.min(2)
	.max(8)
	.refine((list) => new Set(list.map((one) => one.unit)).size === list.length, "Setiap satuan hanya sekali.")
	.refine((list) => list.some(({ factor }) => factor === 1), "Satu satuan berfaktor 1: satuan kuncinya.");

export const numeric = z.object({
	...common,
	type: z.literal("numeric"),
	answer: z.number().finite(),
	/** How far off an answer may be and still be right, in the answer's unit. */
	tolerance: z.number().min(0).default(0),
	/** Shown behind the field. */
	unit: z.string().max(40).optional(),
	/** The learner chooses the unit from these; without them the number is all. */
	units: units.optional(),
	feedback: rightOrWrong,
});
type Numeric = z.infer<typeof numeric>;
export type ShownNumeric = { type: "numeric"; stem: string; unit: string; units: string[] };

const typed = typedKind(500);

/** With units an answer is `{ pairs: { number, unit } }`, without them `{ typed }`. */
function slotsOf(list: NonNullable<Numeric["units"]>): Slot[] {
	const choices = list.map((one) => ({ id: one.unit, text: one.unit }));
	return [
		{ id: "number", label: "", choices: null, right: [] },
		{ id: "unit", label: "", choices, right: [] },
	];
}

/** The quantity in the key's unit; null when it is no number, or its unit measures something else. */
function quantityOf({ units: list }: Numeric, answer: Answer): number | null {
	if (!list) return parseNumber(typedOf(answer));
	const value = parseNumber(partOf(answer, "number"));
	const factor = list.find((one) => one.unit === partOf(answer, "unit"))?.factor;
	return value === null || factor === undefined ? null : value * factor;
}

/** All or nothing: a number in a wrong unit is another quantity. */
function scoreNumber(item: Numeric, answer: Answer): number {
	const { answer: key, tolerance } = item;
	const value = quantityOf(item, answer);
	// Decimal fractions are not exact: 0.1 + 0.2 is still within a tolerance of 0.3.
	const near = tolerance + 1e-9 * Math.max(1, Math.abs(key));
	return value !== null && Math.abs(value - key) <= near ? ITEM_MAX : 0;
}

export const numericKind: ItemKind<Numeric, ShownNumeric> = {
	...typed,
	fits: (item, answer) => (item.units ? fitsSlots(slotsOf(item.units), answer) : typed.fits(item, answer)),
	fromForm: (item, form, field) =>
		item.units ? slotsFromForm(slotsOf(item.units), form, field) : typed.fromForm(item, form, field),
	score: scoreNumber,
	key({ answer, units: list }) {
		const number = numberText(answer);
		const own = list?.find(({ factor }) => factor === 1);
		return own ? { pairs: { number, unit: own.unit } } : { typed: number };
	},
	rekey(item, answer) {
		const value = quantityOf(item, answer);
		return value === null ? null : { ...item, answer: value };
	},
	shown: ({ stem, unit: behind, units: list }) => ({
		type: "numeric",
		stem,
		unit: behind ?? "",
		units: list?.map((one) => one.unit) ?? [],
	}),
	answered: (item, answer: Given) =>
		item.units
			? [["number", "unit"].map((slot) => partOf(answer, slot) || "…").join(" ")]
			: typed.answered(item, answer),
	feedback: ({ feedback }) => [feedback.wrong],
};
