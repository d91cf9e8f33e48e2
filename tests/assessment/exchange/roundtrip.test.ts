import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGift } from "#app/assessment/exchange/gift/readGift.ts";
import { writeGift } from "#app/assessment/exchange/gift/writeGift.ts";
import { readMoodle } from "#app/assessment/exchange/moodle/readMoodle.ts";
import { writeMoodle } from "#app/assessment/exchange/moodle/writeMoodle.ts";
import type { ReadFile } from "#app/assessment/exchange/reading.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { anyItem } from "#tests/support/make/anyItem.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** The items of a file, each exactly as it was read. */
function itemsOf({ questions }: ReadFile): Item[] {
	return questions.map(({ candidate, code, facts, refusal, notes }) => {
		expect([refusal, ...notes]).toEqual([null]);
		return itemSchema.parse({ ...candidate, ...facts, code });
	});
}

const formats = [
	["GIFT", writeGift, readGift],
	["Moodle XML", writeMoodle, readMoodle],
] as const;

describe.each(formats)("%s", (_name, write, read) => {
	it("gives every item that it can hold back as it was, and tells of every other", () => {
		fc.assert(
			fc.property(fc.array(anyItem, { minLength: 1, maxLength: 4 }), (items) => {
				const { text, reports } = write(items);
				expect(reports.map(({ code }) => code)).toEqual(items.map(({ code }) => code));
				const written = items.filter((_, i) => reports[i]?.isWritten);
				for (const { isWritten, notes } of reports) if (!isWritten) expect(notes).toHaveLength(1);
				if (written.length > 0) expect(itemsOf(read(bytes(text)))).toEqual(written);
			}),
		);
	});
});
