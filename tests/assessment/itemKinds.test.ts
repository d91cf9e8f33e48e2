import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, answerFits, answerFromForm, answerSchema, answerText } from "#app/assessment/answer.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { rekeyed, scoreInForce } from "#app/assessment/repair.ts";
import { whatWasSaid } from "#app/assessment/said.ts";
import { keyAnswer, scoreAnswer } from "#app/assessment/score.ts";
import { optionOrder, shownItem } from "#app/assessment/shownItem.ts";
import { itemTypes } from "#db/schema/index.ts";
import { someAnswer } from "#tests/support/make/answers.ts";
import { someItem } from "#tests/support/make/items.ts";
import { withOtherKey } from "#tests/support/make/otherKey.ts";
import { runs } from "#tests/support/runs.ts";

const numRuns = runs(40);
const law = (check: (item: Item, answer: Answer) => void) =>
	it.each(itemTypes)("%s", (type) => {
		const both = someItem[type].chain((item) => fc.tuple(fc.constant(item), someAnswer(item)));
		fc.assert(
			fc.property(both, ([item, answer]) => check(item, answer)),
			{ numRuns },
		);
	});

/** The form that the item's page sends when it is filled in with that answer. */
function formOf(answer: Answer, was: Answer): FormData {
	const form = new FormData();
	form.append("q1.was", answerText(was));
	if (answer && "typed" in answer) form.append("q1", answer.typed);
	if (answer && "chosen" in answer) for (const id of answer.chosen) form.append("q1", id);
	if (answer && "pairs" in answer)
		for (const [slot, value] of Object.entries(answer.pairs)) form.append(`q1.${slot}`, value);
	return form;
}

/** The same content with every list whose order is not the key turned round. */
function turned(item: Item): Item {
	const entries = Object.entries(item).map(([name, value]) => [
		name,
		Array.isArray(value) && name !== "elements" ? [...value].reverse() : value,
	]);
	return itemSchema.parse(Object.fromEntries(entries));
}

const isBlank = (answer: Answer) => answer === null || answerText(answer) === "p[]";

describe("points are whole, from 0 to 1000", () =>
	law((item, answer) => {
		const points = scoreAnswer(item, answer);
		expect(Number.isInteger(points) && points >= 0 && points <= 1000).toBe(true);
		expect(scoreAnswer(item, { pairs: { toString: "x", constructor: "1" } })).toBeLessThanOrEqual(1000);
	}));

describe("the key earns all, and fits", () =>
	law((item) => {
		const key = keyAnswer(item);
		if (item.type === "essay") return void expect(key).toBeNull();
		expect(scoreAnswer(item, key)).toBe(1000);
		expect(answerFits(item, key)).toBe(true);
	}));

describe("the order in which things stand does not matter", () =>
	law((item, answer) => {
		expect(scoreAnswer(turned(item), answer)).toBe(scoreAnswer(item, answer));
		const other: Answer =
			answer && "chosen" in answer
				? { chosen: [...answer.chosen].reverse() }
				: answer && "pairs" in answer
					? { pairs: Object.fromEntries(Object.entries(answer.pairs).reverse()) }
					: answer;
		expect(scoreAnswer(item, other)).toBe(scoreAnswer(item, answer));
		expect(answerText(other)).toBe(answerText(answer));
	}));

describe("blank earns nothing, unless the author chose correction", () =>
	law((item) => {
		if ("correction" in item && item.correction) return;
		expect(scoreAnswer(item, null)).toBe(0);
		expect(scoreAnswer(item, { typed: " " })).toBe(0);
		expect(scoreAnswer(item, { pairs: {} })).toBe(0);
	}));

describe("what can be given by the page fits, is read from its form, and is kept as it is", () =>
	law((item, answer) => {
		expect(answerFits(item, answer)).toBe(true);
		expect(answerSchema.parse(answer)).toEqual(answer);
		const read = answerFromForm(item, formOf(answer, { typed: "lain" }), "q1");
		if (answer && "typed" in answer) {
			const text = answer.typed.replace(/\r\n?/g, "\n");
			expect(read).toEqual(text.trim() === "" ? null : { typed: text });
		} else if (isBlank(answer)) expect(read).toBeNull();
		else if (answer && "chosen" in answer) expect(answerText(read ?? null)).toBe(answerText(answer));
		else if (answer && "pairs" in answer) {
			const filled = Object.entries(answer.pairs).filter(([, value]) => value.trim() !== "");
			expect(read).toEqual(filled.length > 0 ? { pairs: Object.fromEntries(filled) } : null);
		}
		expect(answerFromForm(item, formOf(read ?? null, read ?? null), "q1")).toBeUndefined();
		expect(answerFromForm(item, new FormData(), "q1")).toBeUndefined();
	}));

describe("what does not fit is refused", () =>
	law((item) => {
		const shapes: Answer[] = [{ chosen: ["tidak-ada"] }, { pairs: { "tidak-ada": "x" } }, { typed: "x" }];
		const own = keyAnswer(item) ?? { typed: "" };
		const foreign = shapes.filter((one) => one && Object.keys(one)[0] !== Object.keys(own)[0]);
		for (const answer of [...foreign, { typed: "x".repeat(5001) }])
			expect(answerFits(item, answer)).toBe(false);
		if ("chosen" in own) {
			expect(answerFits(item, { chosen: ["tidak-ada"] })).toBe(false);
			expect(answerFits(item, { chosen: [...own.chosen, ...own.chosen] })).toBe(false);
		}
		if ("pairs" in own) {
			expect(answerFits(item, { pairs: { ...own.pairs, "tidak-ada": "x" } })).toBe(false);
			const long = Object.keys(own.pairs).map((slot) => [slot, "x".repeat(501)]);
			expect(answerFits(item, { pairs: Object.fromEntries(long) })).toBe(false);
		}
	}));

describe("what is shown holds no key", () =>
	law((item) => {
		const order = optionOrder(item, Math.random);
		const other = itemSchema.parse(withOtherKey(item));
		expect(shownItem(other, order)).toEqual(shownItem(item, order));
		expect([...optionOrder(other, () => 0)].sort()).toEqual([...optionOrder(item, () => 0)].sort());
		expect(JSON.stringify(shownItem(item, order))).not.toMatch(
			/"(correct|right|accept|feedback|rubric|valid)":/,
		);
	}));

describe("answers are equal as texts when they are equal, and only then", () =>
	it("for any two answers", () => {
		const name = fc.constantFrom("a", "b", "a,b", '"');
		const any: fc.Arbitrary<Answer> = fc.oneof(
			fc.constant(null),
			fc.record({ chosen: fc.uniqueArray(name).map((list) => [...list].sort()) }),
			fc.record({ pairs: fc.dictionary(name, name) }),
			fc.record({ typed: fc.constantFrom("", "a", '["a"]', "[]") }),
		);
		fc.assert(
			fc.property(any, any, (a, b) => {
				const isSame = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
				expect(answerText(a) === answerText(b)).toBe(isSame);
			}),
			{ numRuns: runs(400) },
		);
	}));

const sorted = (answer: Answer) =>
	answer && "pairs" in answer ? { pairs: Object.entries(answer.pairs).sort() } : answer;

describe("correction for guessing", () => {
	const guessed = fc.oneof(someItem.single, someItem.multiple, someItem.truefalse);

	it("never makes a blank worth more than a blind guess is on average, nor less by a whole point", () => {
		fc.assert(
			fc.property(guessed, (item) => {
				if (!("options" in item)) return;
				const corrected = { ...item, correction: true };
				const names = item.options.map(({ id }) => id);
				const guesses = item.type === "multiple" ? subsetsOf(names) : names.map((id) => [id]);
				const points = guesses.map((chosen) => scoreAnswer(corrected, { chosen }));
				const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
				const blank = scoreAnswer(corrected, null);
				expect(blank).toBeLessThanOrEqual(mean);
				expect(blank).toBeGreaterThan(mean - 1);
			}),
			{ numRuns },
		);
	});
});

const subsetsOf = (names: string[]): string[][] =>
	Array.from({ length: 2 ** names.length - 1 }, (_, bits) =>
		names.filter((_, index) => (bits + 1) & (1 << index)),
	);

describe("what is said", () =>
	law((item, answer) => {
		const { answered, feedback } = whatWasSaid({ position: 1, item, answer });
		expect([...answered, ...feedback].every((text) => typeof text === "string")).toBe(true);
		if (answer && "chosen" in answer) expect(answered).toHaveLength(answer.chosen.length);
	}));

describe("an answer that is made the key earns all, and changes nothing that is shown", () =>
	law((item, answer) => {
		const again = rekeyed(item, answer);
		if (!again || !answer || !answerFits(item, answer)) return void expect(rekeyed(item, null)).toBeNull();
		expect(scoreAnswer(again, answer)).toBe(1000);
		expect(scoreInForce(item, answer, { kind: "rekey", answer })).toBe(1000);
		const order = optionOrder(item, () => 0.5);
		expect(shownItem(again, order)).toEqual(shownItem(item, order));
	}));

describe("the old key made the key scores as before", () =>
	law((item, answer) => {
		const key = keyAnswer(item);
		const again = rekeyed(item, key);
		if (item.type === "essay") return void expect(again).toBeNull();
		if (!again) throw new Error("the key cannot be a key");
		// Only one of several right texts is left.
		if (scoreAnswer(again, answer) !== scoreAnswer(item, answer))
			expect(["text", "gaptext", "inbox", "sharing"]).toContain(item.type);
		else expect(scoreAnswer(again, key)).toBe(1000);
	}));

describe("a key that is right too takes nothing from anybody", () =>
	law((item, answer) => {
		const other = withOtherKey(item);
		const repair = { kind: "accept-also" as const, answer: keyAnswer(other) };
		expect(scoreInForce(item, answer, repair)).toBeGreaterThanOrEqual(scoreAnswer(item, answer));
		expect(scoreInForce(item, keyAnswer(item), repair)).toBe(scoreAnswer(item, keyAnswer(item)));
	}));
