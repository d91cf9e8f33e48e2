import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedHash, canonical } from "#app/catalog/askedHash.ts";

const item = {
	code: "uji-1",
	type: "single",
	competence: "D3.1",
	level: 1,
	stem: "Apa?",
	options: [
		{ id: "a", text: "Ini", correct: true, feedback: "Tepat." },
		{ id: "b", text: "Itu", feedback: "Bukan." },
	],
};

describe("the hash of what an item asks", () => {
	it("is another when a picture below the question is added, exchanged or says something else", () => {
		const shown = (image: string, alt: string) => askedHash({ ...item, pictures: [{ image, alt }] });
		const all = [
			askedHash(item),
			shown("media/a.png", "A"),
			shown("media/b.png", "A"),
			shown("media/a.png", "B"),
		];
		expect(new Set(all).size).toBe(4);
	});

	it("is the same when only notes, classification or feedback change", () => {
		const noted = {
			...item,
			code: "lain",
			level: 2,
			difficulty: 0.5,
			source: "UU 27/2022",
			leakRisk: "high",
		};
		const said = {
			...noted,
			prototype: "p-1",
			options: item.options.map((one) => ({ ...one, feedback: "Baru." })),
		};
		expect(askedHash(said)).toBe(askedHash(item));
		const filledIn = item.options.map((one) => ({ correct: false, ...one }));
		expect(askedHash({ ...item, options: filledIn, distractors: [] })).toBe(askedHash(item));
	});

	it("changes with the question, an option or the key", () => {
		const [a, b] = item.options;
		const changed = [
			{ ...item, stem: "Apa itu?" },
			{ ...item, options: [a, { ...b, text: "Anu" }] },
			{
				...item,
				options: [
					{ ...a, correct: false },
					{ ...b, correct: true },
				],
			},
		];
		expect(new Set([item, ...changed].map(askedHash)).size).toBe(4);
	});
});

describe("the canonical text", () => {
	it("is that of the value, whatever the order of its keys", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
				const turned = Object.fromEntries(Object.entries(value).reverse());
				expect(canonical(turned)).toBe(canonical(value));
			}),
		);
	});
});
