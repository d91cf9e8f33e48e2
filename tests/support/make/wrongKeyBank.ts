import type { Item } from "#app/assessment/item.ts";

/** The item whose key says "b" though "a" is right. */
export const WRONG = "uji-03";
export const TRUTH = "a";

/** Ten items of four options; of all but one "a" is the key. */
export const wrongKeyBank = (): Item[] =>
	Array.from({ length: 10 }, (_, n) => {
		const code = `uji-${String(n + 1).padStart(2, "0")}`;
		const key = code === WRONG ? "b" : TRUTH;
		const options = ["a", "b", "c", "d"].map((id) => ({
			id,
			text: `Pilihan ${id} soal ${n + 1}`,
			correct: id === key,
			feedback: `Umpan ${id}`,
		}));
		return { code, type: "single" as const, competence: "D3.1", level: 1, stem: `Soal ${n + 1}?`, options };
	});
