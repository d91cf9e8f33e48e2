import type { Answer } from "../../app/assessment/answer.ts";
import type { Item } from "../../app/assessment/item.ts";
import { keyAnswer } from "../../app/assessment/score.ts";
import { pick, type Random } from "./random.ts";

const essays = [
	"Saya menghubungi pengirim melalui nomor yang tercatat, lalu melapor kepada tim keamanan sebelum bertindak.",
	"Saya menyimpan bukti, memutus sambungan, dan memberi tahu atasan serta tim keamanan pada hari itu juga.",
	"Saya akan berhati-hati.",
];

/** An answer that a person of that ability (0..1, chance of knowing an item) would give. */
export function answerOf(item: Item, ability: number, random: Random): Answer {
	return answerKnowing(item, random() < ability - 0.08 * (item.level - 1), random);
}

/** The answer of somebody who knows the item, or who guesses. */
export function answerKnowing(item: Item, knows: boolean, random: Random): Answer {
	switch (item.type) {
		case "single":
		case "truefalse":
			return { chosen: [pick(random, knows ? item.options.filter(isRight) : item.options).id] };
		case "areas":
			return knows ? keyAnswer(item) : { chosen: [pick(random, item.areas).id] };
		case "matching": {
			const rights = item.pairs.map(({ right }) => right);
			return {
				pairs: Object.fromEntries(
					item.pairs.map(({ id, right }) => [id, knows ? right : pick(random, rights)]),
				),
			};
		}
		case "essay":
			return { typed: pick(random, essays) };
		case "numeric":
			if (knows || item.units) return knows ? keyAnswer(item) : null;
			return { typed: String(item.answer + item.tolerance + 1) };
		default:
			return knows ? keyAnswer(item) : halfOf(keyAnswer(item));
	}
}

const isRight = ({ correct }: { correct: boolean }) => correct;

/** What a person gives who knows it by half: the first half of what is right. */
function halfOf(key: Answer): Answer {
	if (key === null) return null;
	if ("typed" in key) return { typed: "belum tahu" };
	const half = <T>(list: T[]) => list.slice(0, Math.ceil(list.length / 2));
	if ("chosen" in key) return { chosen: half(key.chosen) };
	return { pairs: Object.fromEntries(half(Object.entries(key.pairs))) };
}
