// Answers of several parts: `{ pairs: { slot: value } }`, each slot with a choice of its own or typed text.
import type { Answer } from "../answer.ts";
import { partOf } from "../answerParts.ts";
import type { Choice } from "./common.ts";
import type { Given } from "./kind.ts";
import { share } from "./points.ts";

export type Slot = {
	id: string;
	/** What the slot asks, in the answer as it is told to people. */
	label: string;
	/** What may be chosen; null: it is typed. */
	choices: readonly Choice[] | null;
	/** Values that are right; the first stands for them. Typed ones are compared by `isRight`. */
	right: readonly string[];
	isRight?(value: string): boolean;
	feedback?: string;
};

export const SLOT_LIMIT = 500;

const isRight = (slot: Slot, value: string): boolean =>
	value !== "" && (slot.isRight?.(value) ?? slot.right.includes(value));

const takes = ({ choices }: Slot, value: string): boolean =>
	choices ? choices.some(({ id }) => id === value) : value.length <= SLOT_LIMIT;

export function fitsSlots(slots: readonly Slot[], answer: Given): boolean {
	if (!("pairs" in answer)) return false;
	return Object.entries(answer.pairs).every(([id, value]) =>
		slots.some((slot) => slot.id === id && takes(slot, value)),
	);
}

export function slotsFromForm(slots: readonly Slot[], form: FormData, name: string): Answer | undefined {
	const entries = slots.flatMap((slot): [string, string][] => {
		const value = form.get(`${name}.${slot.id}`)?.toString().slice(0, SLOT_LIMIT) ?? "";
		return value.trim() !== "" && takes(slot, value) ? [[slot.id, value]] : [];
	});
	if (entries.length > 0) return { pairs: Object.fromEntries(entries) };
	// Radio buttons with none chosen send nothing: a hidden field says that the item was there.
	const fields = [`${name}.was`, ...slots.map(({ id }) => `${name}.${id}`)];
	return fields.some((field) => form.has(field)) ? null : undefined;
}

/** Share of slots that are right. */
export function scoreSlots(slots: readonly Slot[], answer: Answer): number {
	return share(slots.filter((slot) => isRight(slot, partOf(answer, slot.id))).length, slots.length);
}

export const rightSlots = (slots: readonly Slot[]): Answer => ({
	pairs: Object.fromEntries(slots.map(({ id, right }) => [id, right[0] ?? ""])),
});

export function answeredSlots(slots: readonly Slot[], answer: Given): string[] {
	return slots.flatMap(({ id, label, choices }) => {
		const value = partOf(answer, id);
		if (!value) return [];
		return [`${label}: ${choices?.find((one) => one.id === value)?.text ?? value}`];
	});
}

export function feedbackOnSlots(slots: readonly Slot[], answer: Answer) {
	return slots.filter((slot) => !isRight(slot, partOf(answer, slot.id))).map(({ feedback }) => feedback);
}

/**
 * The functions of a type whose answers are the slots of its items and earn the share of right ones. `withRight` gives
 * the item in which each slot has another right value.
 */
export function slotKind<I>(
	slotsOf: (item: I) => readonly Slot[],
	withRight: (item: I, right: (slot: string) => string) => I | null,
) {
	return {
		fits: (item: I, answer: Given) => fitsSlots(slotsOf(item), answer),
		fromForm: (item: I, form: FormData, name: string) => slotsFromForm(slotsOf(item), form, name),
		score: (item: I, answer: Answer) => scoreSlots(slotsOf(item), answer),
		key: (item: I) => rightSlots(slotsOf(item)),
		rekey(item: I, answer: Given): I | null {
			const isWhole = slotsOf(item).every(({ id }) => partOf(answer, id).trim() !== "");
			return isWhole ? withRight(item, (slot) => partOf(answer, slot)) : null;
		},
		order: (_item: I): string[] => [],
		answered: (item: I, answer: Given) => answeredSlots(slotsOf(item), answer),
		feedback: (item: I, answer: Answer) => feedbackOnSlots(slotsOf(item), answer),
	};
}
