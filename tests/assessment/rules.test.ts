import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerFromForm, answerText } from "#app/assessment/answer.ts";
import { shuffled } from "#app/assessment/draw.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { parseNumber } from "#app/assessment/items/number.ts";
import { foldText } from "#app/assessment/items/words.ts";
import { entryTo } from "#app/assessment/rules.ts";
import { percent, scoreAnswer } from "#app/assessment/score.ts";
import { optionOrder, shownItem } from "#app/assessment/shownItem.ts";

const base = { code: "ks-001", competence: "D3.1", level: 1, stem: "?" };
const options = ["a", "b", "c", "d"].map((id) => ({ id, text: `Pilihan ${id}`, feedback: `Umpan ${id}` }));
const withRight = (...right: string[]) => options.map((one) => ({ ...one, correct: right.includes(one.id) }));
const item = (rest: object): Item => itemSchema.parse({ ...base, ...rest });
const single = item({ type: "single", options: withRight("b") });
const multiple = item({ type: "multiple", options: withRight("a", "c") });
const pairs = ["1", "2", "3"].map((id) => ({ id, left: `kiri ${id}`, right: `kanan ${id}` }));
const matching = item({ type: "matching", pairs, distractors: ["lain"] });
const said = { correct: "ya", wrong: "bukan" };
const numeric = item({ type: "numeric", answer: 72, tolerance: 0.5, unit: "jam", feedback: said });
const text = item({ type: "text", accept: ["autentikasi multifaktor", "MFA"], feedback: said });

describe("scoring", () => {
	it("gives multiple response partial credit, and nothing for choosing everything", () => {
		expect(scoreAnswer(multiple, { chosen: ["a", "c"] })).toBe(1000);
		expect(scoreAnswer(multiple, { chosen: ["a"] })).toBe(500);
		expect(scoreAnswer(multiple, { chosen: ["a", "c", "b"] })).toBe(500);
		expect(scoreAnswer(multiple, { chosen: ["a", "b", "c", "d"] })).toBe(0);
		expect(scoreAnswer(multiple, { chosen: ["b"] })).toBe(0);
	});

	it("scores the other types", () => {
		expect(scoreAnswer(single, { chosen: ["b"] })).toBe(1000);
		expect(scoreAnswer(single, { chosen: ["a"] })).toBe(0);
		expect(scoreAnswer(matching, { pairs: { 1: "kanan 1", 2: "kanan 3", 3: "lain" } })).toBe(333);
		expect(scoreAnswer(numeric, { typed: "72,4 jam" })).toBe(1000);
		expect(scoreAnswer(numeric, { typed: "72,6" })).toBe(0);
		expect(scoreAnswer(text, { typed: "  Autentikasi   Multifaktor. " })).toBe(1000);
		expect(scoreAnswer(text, { typed: "kata sandi" })).toBe(0);
	});

	it("is a whole number from 0 to 1000, whatever was answered to whatever", () => {
		const answer = fc.oneof(
			fc.constant(null),
			fc.record({ chosen: fc.array(fc.constantFrom("a", "b", "c", "d", "x")) }),
			fc.record({ pairs: fc.dictionary(fc.constantFrom("1", "2", "3", "9"), fc.string()) }),
			fc.record({ typed: fc.string() }),
		);
		fc.assert(
			fc.property(fc.constantFrom(single, multiple, matching, numeric, text), answer, (one, given) => {
				const points = scoreAnswer(one, given);
				expect(points).toBeGreaterThanOrEqual(0);
				expect(points).toBeLessThanOrEqual(1000);
				expect(Number.isInteger(points)).toBe(true);
			}),
		);
	});

	it.each([
		["1.250,5", 1250.5],
		["1.250", 1250],
		["2.5", 2.5],
		["2,5", 2.5],
		["1,250.5", 1250.5],
		["-3", -3],
		["14 hari", 14],
		["80%", 80],
		["0.125", 0.125],
		["0,125", 0.125],
		["", null],
		["dua", null],
		["1.2.3", null],
	])("reads %j as %s", (typed, value) => {
		expect(parseNumber(typed)).toBe(value);
	});

	it("rounds down, so that almost is not enough", () => {
		expect(percent(13_980, 20)).toBe(69);
		expect(percent(14_000, 20)).toBe(70);
		expect(percent(0, 0)).toBe(0);
	});

	it("folds case, accents, punctuation and spaces", () => {
		expect(foldText(" É-mail,  DINAS! ")).toBe("e mail dinas");
	});
});

describe("drawing", () => {
	const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
	const source = (stream: Iterator<number>) => () => Number(stream.next().value);

	it("shuffles without losing or changing anything", () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), random, (list, stream) => {
				const copy = [...list];
				const mixed = shuffled(list, source(stream[Symbol.iterator]()));
				expect(list).toEqual(copy);
				expect([...mixed].sort()).toEqual([...list].sort());
			}),
		);
	});

	it("shows no key and no feedback", () => {
		for (const one of [single, multiple, matching, numeric, text]) {
			const sent = JSON.stringify(shownItem(one, optionOrder(one, Math.random)));
			expect(sent).not.toMatch(/correct|feedback|Umpan|accept|"answer"|multifaktor/);
		}
	});
});

describe("an answer from a form", () => {
	const form = (entries: [string, string][]) => {
		const data = new FormData();
		for (const [name, value] of entries) data.append(name, value);
		return data;
	};

	it("takes known options only, one of a single choice", () => {
		expect(
			answerFromForm(
				single,
				form([
					["q1", "a"],
					["q1", "b"],
				]),
				"q1",
			),
		).toEqual({ chosen: ["a"] });
		expect(answerFromForm(single, form([["q1", "zzz"]]), "q1")).toBeNull();
		expect(
			answerFromForm(
				multiple,
				form([
					["q1", "c"],
					["q1", "a"],
				]),
				"q1",
			),
		).toEqual({ chosen: ["a", "c"] });
	});

	it("tells an item that was cleared from one that was not on the page", () => {
		expect(answerFromForm(multiple, form([["q1.shown", "1"]]), "q1")).toBeNull();
		expect(answerFromForm(multiple, form([]), "q1")).toBeUndefined();
		expect(answerFromForm(matching, form([["q1.1", ""]]), "q1")).toBeNull();
		expect(answerFromForm(matching, form([]), "q1")).toBeUndefined();
	});
});

describe("the rules on attempts", () => {
	const rules = { attempts: 3, waitHours: 24 };
	const HOUR = 3_600_000;
	const failed = (number: number, submittedAt: number) => ({
		number,
		state: "submitted" as const,
		submittedAt,
		passed: 0,
	});

	it("let the first begin, hold the second back for the waiting time, and stop after the last", () => {
		expect(entryTo(rules, [], 0)).toEqual({ kind: "may-start", number: 1, left: 3 });
		expect(entryTo(rules, [failed(1, HOUR)], 24 * HOUR)).toEqual({ kind: "wait", until: 25 * HOUR });
		expect(entryTo(rules, [failed(1, HOUR)], 25 * HOUR)).toEqual({ kind: "may-start", number: 2, left: 2 });
		expect(
			entryTo(
				rules,
				[1, 2, 3].map((n) => failed(n, HOUR)),
				99 * HOUR,
			),
		).toEqual({ kind: "used-up" });
	});

	it("know an open attempt and a pass", () => {
		expect(entryTo(rules, [{ number: 1, state: "open", submittedAt: null, passed: null }], 0).kind).toBe(
			"open",
		);
		expect(entryTo(rules, [{ ...failed(1, 1), passed: 1 }], 0).kind).toBe("passed");
	});
});

describe("a form of the exam's page", () => {
	const sent = (entries: [string, string][]) => {
		const form = new FormData();
		for (const [name, value] of entries) form.append(name, value);
		return answerFromForm(multiple, form, "q1");
	};

	it("says nothing of an item that is as the page showed it, and everything of one that was changed", () => {
		const someAnswer = fc.subarray(["a", "b", "c"]);
		fc.assert(
			fc.property(someAnswer, someAnswer, (shown, chosen) => {
				const was = answerText(shown.length > 0 ? { chosen: shown } : null);
				const answer = sent([["q1.was", was], ...chosen.map((id): [string, string] => ["q1", id])]);
				if (shown.join() === chosen.join()) expect(answer).toBeUndefined();
				else expect(answer).toEqual(chosen.length > 0 ? { chosen } : null);
			}),
		);
	});

	it("without the item leaves it alone; with its mark only, takes the answer back", () => {
		expect(sent([])).toBeUndefined();
		expect(sent([["q1.shown", "1"]])).toBeNull();
	});
});
