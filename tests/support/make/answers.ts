import fc from "fast-check";
import type { Answer } from "#app/assessment/answer.ts";
import type { Item, ShownItem } from "#app/assessment/item.ts";
import type { Choice } from "#app/assessment/items/common.ts";
import { optionOrder, shownItem } from "#app/assessment/shownItem.ts";

type Offered = { slot: string; choices: readonly Choice[] | null };

/** The fields that a page shows of an item of several parts; choices are null where one types. */
export function slotsShown(shown: ShownItem): Offered[] {
	const each = (list: readonly { id: string }[], choices: readonly Choice[]) =>
		list.map(({ id }) => ({ slot: id, choices }));
	switch (shown.type) {
		case "matching":
			return each(shown.lefts, shown.rights);
		case "ordering":
			return each(
				shown.elements,
				shown.elements.map((_, index) => ({ id: String(index + 1), text: "" })),
			);
		case "numeric":
			return [
				{ slot: "number", choices: null },
				{ slot: "unit", choices: shown.units.map((unit) => ({ id: unit, text: unit })) },
			];
		case "gaptext":
		case "gapchoice":
			return shown.pieces.flatMap((piece) =>
				"gap" in piece ? [{ slot: piece.gap, choices: piece.choices }] : [],
			);
		case "classification":
			return each(shown.rows, shown.columns);
		case "inbox":
			return each(shown.messages, shown.actions);
		case "sharing":
			return each(shown.parties, shown.levels);
		case "signedfile":
			return shown.files.flatMap(({ id }) => [
				{ slot: `${id}.verdict`, choices: shown.verdicts },
				{ slot: `${id}.reason`, choices: shown.reasons },
			]);
		default:
			return [];
	}
}

/** All that can be given to that item by what its page shows, blank included. */
export function someAnswer(item: Item): fc.Arbitrary<Answer> {
	const shown = shownItem(item, optionOrder(item, Math.random));
	const typed = fc.string({ maxLength: 20 }).map((text) => ({ typed: text }));
	switch (shown.type) {
		case "single":
		case "truefalse":
		case "multiple":
			return chosenFrom(shown.options, shown.type === "multiple");
		case "areas":
			return chosenFrom(shown.areas, shown.many);
		case "text":
		case "essay":
			return fc.option(typed);
		case "numeric":
			if (shown.units.length === 0) return fc.option(typed);
	}
	const entry = ({ slot, choices }: Offered) =>
		fc.tuple(
			fc.constant(slot),
			choices ? fc.constantFrom(...choices.map(({ id }) => id)) : fc.string({ minLength: 1, maxLength: 9 }),
		);
	return fc
		.tuple(...slotsShown(shown).map((one) => fc.option(entry(one))))
		.map((entries) => ({ pairs: Object.fromEntries(entries.filter((one) => one !== null)) }));
}

function chosenFrom(list: readonly { id: string }[], isMany: boolean): fc.Arbitrary<Answer> {
	const ids = list.map(({ id }) => id);
	const chosen = isMany
		? fc.shuffledSubarray(ids, { minLength: 1 })
		: fc.constantFrom(...ids).map((id) => [id]);
	return fc.option(chosen.map((some) => ({ chosen: some })));
}
