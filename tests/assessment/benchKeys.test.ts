import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { answerFits } from "#app/assessment/answer.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { keyAnswer, scoreAnswer } from "#app/assessment/score.ts";
import { seeded } from "#app/assessment/seeded.ts";
import { answerTo, type Keyed, worth } from "#tests/bench/keys.ts";

const { items } = parse(readFileSync("content/courses/keamanan-siber/bank.yaml", "utf8")) as {
	items: unknown[];
};

describe("the bench's own reading of keys", () => {
	it.each(items.map((one) => itemSchema.parse(one)).map((item): [string, Item] => [item.code, item]))(
		"agrees with the site on %s, an answer that fits, right or not",
		(_code, item) => {
			const random = seeded(7);
			const keyed = JSON.parse(JSON.stringify(item)) as Keyed;
			const key = keyAnswer(item);
			expect(key && worth(keyed, key)).toBe(1000);
			const given = Array.from({ length: 30 }, () => answerTo(keyed, random));
			for (const one of given) {
				expect(answerFits(item, one)).toBe(true);
				expect(worth(keyed, one)).toBe(scoreAnswer(item, one));
			}
			expect(given.some((one) => worth(keyed, one) < 1000)).toBe(true);
		},
	);
});
