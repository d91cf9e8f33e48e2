import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGift } from "#app/assessment/exchange/gift/readGift.ts";
import { writeGift } from "#app/assessment/exchange/gift/writeGift.ts";
import { readMoodle } from "#app/assessment/exchange/moodle/readMoodle.ts";
import { writeMoodle } from "#app/assessment/exchange/moodle/writeMoodle.ts";
import type { ReadFile } from "#app/assessment/exchange/reading.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { anyItem, anyItemOf } from "#tests/support/make/anyItem.ts";
import { someItem } from "#tests/support/make/items.ts";
import { runs } from "#tests/support/runs.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const pictures = new Map(
	["media/a.png", "media/b_2.webp"].map((name) => [name, { type: "image/png", bytes: bytes(name) }]),
);

/** The items of a file, each exactly as it was read; a picture's bytes here are its name. */
function itemsOf({ questions }: ReadFile): Item[] {
	return questions.map(({ candidate, code, facts, refusal, notes, pictures: brought }) => {
		expect([refusal, ...notes]).toEqual([null]);
		const shown = brought.map(({ alt, bytes: name }) => ({ image: new TextDecoder().decode(name), alt }));
		const all = { ...candidate, ...(shown.length > 0 ? { pictures: shown } : {}) };
		return itemSchema.parse({ ...all, ...facts, code });
	});
}

const formats = {
	GIFT: {
		write: writeGift,
		read: readGift,
		types: ["single", "multiple", "truefalse", "matching", "numeric", "text", "essay"],
	},
	"Moodle XML": {
		write: (items: readonly Item[]) => writeMoodle(items, pictures),
		read: readMoodle,
		types: Object.keys(anyItemOf),
	},
};

describe.each(Object.entries(formats))("%s", (_name, { write, read, types }) => {
	it("gives every item that it can hold back as it was, and tells of every other", () => {
		fc.assert(
			fc.property(fc.array(anyItem, { minLength: 1, maxLength: 4 }), (items) => {
				const { text, reports } = write(items);
				expect(reports.map(({ code }) => code)).toEqual(items.map(({ code }) => code));
				const written = items.filter((_, i) => reports[i]?.isWritten);
				for (const { isWritten, notes } of reports) if (!isWritten) expect(notes).toHaveLength(1);
				if (written.length > 0) expect(itemsOf(read(bytes(text)))).toEqual(written);
			}),
			{ numRuns: runs(150) },
		);
	});

	it("holds the types that it says, and no other", () => {
		const held = Object.entries(someItem).map(([type, arbitrary]) => {
			const [item] = fc.sample(arbitrary, { numRuns: 1, seed: 1 });
			return item && write([item]).reports[0]?.isWritten ? type : "";
		});
		expect(held.filter(Boolean).sort()).toEqual([...types].sort());
	});
});
