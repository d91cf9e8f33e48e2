import { type Item, itemSchema } from "#app/assessment/item.ts";
import { loadNationalBank } from "#app/assessment/nationalBank.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { NOW } from "./course.ts";

/** So many single-choice items a domain, whose right option is "a", from easy to hard at levels 1 to 3. */
export function someNationalItems(each: number, prefix = "nas"): Item[] {
	return [1, 2, 3, 4, 5].flatMap((domain) =>
		Array.from({ length: each }, (_, n) =>
			itemSchema.parse({
				code: `${prefix}-${domain}-${n}`,
				type: "single",
				competence: `D${domain}.${1 + (n % 3)}`,
				level: 1 + Math.floor((3 * n) / each),
				difficulty: -2 + (4 * n) / Math.max(1, each - 1),
				discrimination: 1.4,
				stem: `Soal ${prefix} ${domain} ${n}?`,
				options: ["a", "b", "c", "d"].map((id) => ({ id, text: `Pilihan ${id}`, correct: id === "a" })),
			}),
		),
	);
}

export async function makeNationalBank(each: number, prefix?: string): Promise<void> {
	await transaction((tx) => loadNationalBank(tx, someNationalItems(each, prefix), NOW));
}
