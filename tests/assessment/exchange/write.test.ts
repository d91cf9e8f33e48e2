import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readItems } from "#app/assessment/exchange/readItems.ts";
import { type ExportFormat, writeItems } from "#app/assessment/exchange/writeItems.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { settle } from "#app/studio/exchange/settle.ts";
import { someItem } from "#tests/support/make/items.ts";

const base = { code: "uji-1", competence: "D3.1", level: 1, stem: "Berapa?" };
const feedback = { correct: "Tepat.", wrong: "Belum tepat." };
const units = [{ unit: "MB", factor: 1 }, { unit: "GB", factor: 1024 }, { unit: "Mbps" }];
const size: Item = itemSchema.parse({ ...base, type: "numeric", answer: 2048, units, feedback });
const picture = { image: "media/peta.png", alt: "Peta" };
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const held = new Map([[picture.image, { type: "image/png", bytes }]]);

const notesOf = (item: Item, format: ExportFormat) =>
	writeItems([item], format, held).reports[0]?.notes.map(({ key }) => key);
const one = (type: Item["type"]) => fc.sample(someItem[type], { numRuns: 1, seed: 1 })[0] as Item;

describe("what leaves", () => {
	it("keeps units: Moodle's those that it can convert, the wrong ones and all of GIFT's beside them", () => {
		const { text } = writeItems([size], "moodle-xml", held);
		expect(text).toContain("<multiplier>0.0009765625</multiplier><unit_name>GB</unit_name>");
		expect(notesOf(size, "moodle-xml")).toEqual(["out.unitsWrong"]);
		expect(notesOf(size, "gift")).toEqual(["out.units"]);
	});

	it("says what is changed, or why an item stays", () => {
		const said = (format: ExportFormat) =>
			(["ordering", "gaptext", "classification", "essay", "areas", "inbox"] as const).map((type) =>
				notesOf(one(type), format)?.join(" "),
			);
		expect(said("moodle-xml")).toEqual(["out.order", "", "out.table", "out.rubricNote", "out.no", "out.no"]);
		expect(said("gift")).toEqual(["out.no", "out.no", "out.no", "out.rubric", "out.no", "out.no"]);
		const shown = { ...size, pictures: [picture] };
		expect(notesOf(shown, "gift")).toEqual(["out.units", "out.picture"]);
		expect(writeItems([shown], "moodle-xml", new Map()).reports).toMatchObject([
			{ isWritten: false, notes: [{ key: "out.pictureGone" }] },
		]);
	});

	it("by GIFT names pictures, which another course does not have: told, and left out", async () => {
		const { text } = writeItems([{ ...size, pictures: [picture] }], "gift", held);
		const { questions } = await readItems(new TextEncoder().encode(text), "gift");
		const setting = { bank: [], defaults: { competence: "D3.1", level: 1 }, competences: ["D3.1"] };
		const [there] = settle(questions, { ...setting, media: [{ name: picture.image, hash: "x" }] });
		expect([there?.outcome, there?.item?.pictures]).toEqual(["taken", [picture]]);
		const [elsewhere] = settle(questions, { ...setting, media: [] });
		expect(elsewhere?.item?.pictures).toBeUndefined();
		expect(elsewhere?.notes.map(({ key }) => key)).toEqual(["picturesGone"]);
	});
});

describe("a text with gaps", () => {
	it("that is all opening braces is refused, and soon", async () => {
		const quiz = `<quiz><question type="cloze"><questiontext format="html"><text>${"{1:SA:".repeat(200_000)}</text></questiontext></question></quiz>`;
		const { questions } = await readItems(new TextEncoder().encode(quiz), "moodle-xml");
		expect(questions.map(({ refusal }) => refusal?.key)).toEqual(["no.tooLong"]);
	});
});
