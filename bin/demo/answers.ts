import type { Answer } from "../../app/assessment/answer.ts";
import type { Item } from "../../app/assessment/item.ts";
import { pick, type Random } from "./random.ts";

/** An answer that a person of that ability (0..1, chance of knowing an item) would give. */
export function answerOf(item: Item, ability: number, random: Random): Answer {
	const knows = random() < ability - 0.08 * (item.level - 1);
	switch (item.type) {
		case "single":
		case "truefalse": {
			const right = item.options.filter(({ correct }) => correct);
			return { chosen: [pick(random, knows ? right : item.options).id] };
		}
		case "multiple": {
			const right = item.options.filter(({ correct }) => correct).map(({ id }) => id);
			return { chosen: knows ? right : right.slice(0, Math.ceil(right.length / 2)) };
		}
		case "matching": {
			const rights = item.pairs.map(({ right }) => right);
			return {
				pairs: Object.fromEntries(
					item.pairs.map(({ id, right }) => [id, knows ? right : pick(random, rights)]),
				),
			};
		}
		case "numeric":
			return { typed: String(knows ? item.answer : item.answer + item.tolerance + 1) };
		case "text":
			return { typed: knows ? (item.accept[0] ?? "") : "belum tahu" };
	}
}
