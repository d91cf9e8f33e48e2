import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerSeconds } from "#app/assessment/answerTimes.ts";
import { quantileF, quantileT } from "#app/assessment/distributions.ts";
import { examStatistics } from "#app/assessment/examStatistics.ts";
import type { Figure } from "#app/assessment/figure.ts";
import { correlation, median, proportion } from "#app/assessment/intervals.ts";
import type { Response, StatItem } from "#app/assessment/itemFigures.ts";
import { standings, thirdOf } from "#app/assessment/standing.ts";

const fixture = (name: string) =>
	readFileSync(`tests/fixtures/item-statistics/${name}`, "utf8").trim().split("\n");

const item = (index: number, rest: Partial<StatItem> = {}): StatItem => ({
	id: `item-${index}`,
	code: `soal-${index}`,
	type: "single",
	competence: "D1.1",
	level: 1,
	stem: `Soal ${index}?`,
	options: null,
	chance: null,
	counts: true,
	...rest,
});

const response = (index: number, share: number, rest: Partial<Response> = {}): Response => ({
	item: index,
	share,
	omitted: false,
	chosen: null,
	seconds: null,
	...rest,
});

/** The simulated people of one data set; an empty cell is an item that was not met. */
function people(set: string): Response[][] {
	const rows = fixture("responses.csv").map((line) => line.split(","));
	return rows
		.filter(([name]) => name === set)
		.map(([, ...cells]) =>
			cells.flatMap((cell, index) => (cell === "" ? [] : [response(index, Number(cell) / 1000)])),
		);
}

describe("against R's psych", () => {
	const lines = fixture("reference.csv")
		.slice(1)
		.map((line) => line.split(",") as [string, string, string, string]);

	for (const set of ["dichotomous", "partial", "drawn"]) {
		it(`every figure of the ${set} answers is R's`, () => {
			const sittings = people(set);
			const count = Math.max(...sittings.flat().map((one) => one.item)) + 1;
			const ours = examStatistics(
				Array.from({ length: count }, (_, index) => item(index)),
				sittings,
			);
			expect(ours.reliability.kind).toBe(set === "partial" ? "alpha" : "kr20");
			const expected = lines.filter(([name]) => name === set);
			expect(expected.length).toBeGreaterThan(100);
			for (const [, index, name, value] of expected) {
				const [figure = "", end] = name.split(".");
				const exam: Record<string, Figure | number | null> = {
					reliability: ours.reliability.value,
					sem: ours.reliability.sem,
					mean: ours.mean,
					sd: ours.standardDeviation,
				};
				const from = index === "0" ? exam : ours.items[Number(index) - 1];
				const own = (from as unknown as Record<string, Figure | number>)[figure];
				expect(told(own, end), `${set} ${index} ${name}`).toBeCloseTo(Number(value), 8);
			}
		});
	}
});

function told(figure: Figure | number | undefined, end: string | undefined): number | null | undefined {
	if (typeof figure !== "object") return figure;
	if (!end) return figure.value;
	const interval = end.endsWith("90") ? figure.ci90 : figure.ci95;
	return interval?.[end.startsWith("low") ? 0 : 1];
}

describe("quantiles", () => {
	// qf and qt of R 4.2.2.
	it.each([
		[quantileF(0.975, 10, 90), 2.194227],
		[quantileF(0.05, 9999, 189_981), 0.9762693],
		[quantileT(0.975, 1), 12.7062047362],
		[quantileT(0.95, 149), 1.655145],
	])("%f is %f", (ours, theirs) => expect(ours).toBeCloseTo(theirs, 4));
});

describe("what cannot be computed", () => {
	it("says why, and is never NaN", () => {
		const everyoneRight = examStatistics(
			[item(0), item(1)],
			Array.from({ length: 20 }, () => [response(0, 1), response(1, 1)]),
		);
		expect(everyoneRight.items[0]?.facility.value).toBe(1);
		expect(everyoneRight.items[0]?.itemRest).toMatchObject({ value: null, reason: "no-spread", n: 20 });
		expect(everyoneRight.items[0]?.upperLower).toMatchObject({ value: null, reason: "no-spread" });
		expect(everyoneRight.reliability.value).toMatchObject({ value: null, reason: "no-spread" });
		const nobody = examStatistics([item(0)], []);
		expect(nobody.items[0]?.facility).toMatchObject({ value: null, reason: "nobody", n: 0 });
		expect(nobody.reliability.value.reason).toBe("nobody");
		const alone = examStatistics([item(0)], [[response(0, 0.5)]]);
		expect(alone.items[0]?.itemRest).toMatchObject({ value: null, reason: "no-other-items" });
		expect(correlation([1, 0, 1], [1, 2, 3])).toMatchObject({ value: null, reason: "too-few", n: 3 });
		expect(median([]).reason).toBe("no-times");
	});

	it("holds for any answers, and no figure leaves its range", () => {
		const sitting = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(0, 0.333, 0.5, 1)), { maxLength: 6 });
		fc.assert(
			fc.property(fc.array(sitting, { maxLength: 40 }), (sittings) => {
				const forms = sittings.map((form) => {
					const met = new Map(form.map(([index, share]) => [index, response(index, share)]));
					return [...met.values()];
				});
				const bank = Array.from({ length: 6 }, (_, index) => item(index, { counts: index !== 3 }));
				const exam = examStatistics(bank, forms);
				expect(JSON.stringify(exam)).not.toMatch(/NaN|Infinity/);
				for (const figures of exam.items) {
					for (const [figure, low] of [
						[figures.facility, 0],
						[figures.itemRest, -1],
						[figures.upperLower, -1],
					] as const) {
						if (figure.value === null) continue;
						expect(Number.isFinite(figure.value)).toBe(true);
						expect(figure.value).toBeGreaterThanOrEqual(low);
						expect(figure.value).toBeLessThanOrEqual(1);
						if (figure.ci95) expect(figure.ci95[0]).toBeLessThanOrEqual(figure.value + 1e-9);
						if (figure.ci95) expect(figure.ci95[1]).toBeGreaterThanOrEqual(figure.value - 1e-9);
					}
				}
			}),
		);
	});
});

describe("groups by score", () => {
	it("keep equal scores together, whatever their order", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(4), { minLength: 1 }), (scores) => {
				const standing = standings(scores);
				const sorted = standings([...scores].sort((a, b) => a - b));
				expect([...standing].sort((a, b) => a - b)).toEqual(sorted);
				for (const [i, score] of scores.entries()) {
					for (const [j, other] of scores.entries())
						expect(Math.sign((standing[i] ?? 0) - (standing[j] ?? 0))).toBe(Math.sign(score - other));
				}
			}),
		);
		expect(standings([1, 1, 1, 1]).map(thirdOf)).toEqual([1, 1, 1, 1]);
		expect(standings([3, 1, 2]).map(thirdOf)).toEqual([2, 0, 1]);
	});
});

describe("flags", () => {
	const option = (id: string, correct: boolean) => ({ id, text: `Pilihan ${id}`, correct });
	const options = (key: string) => ["a", "b", "c", "d"].map((id) => option(id, id === key));

	/** 120 people of rising ability over eight items; on the first one `choose` says what each takes. */
	function exam(key: string, choose: (ability: number) => string, rest: Partial<StatItem> = {}) {
		const first = item(0, { options: options(key), chance: 0.25, ...rest });
		const bank = [first, ...Array.from({ length: 7 }, (_, i) => item(i + 1))];
		const sittings = Array.from({ length: 120 }, (_, person) => {
			const ability = person / 120;
			const chosen = choose(ability);
			const others = bank
				.slice(1)
				.map((_, i) => response(i + 1, ability * 8 > i + ((person * 7) % 3) - 1 ? 1 : 0));
			return [response(0, chosen === key ? 1 : 0, { chosen: [chosen] }), ...others];
		});
		return examStatistics(bank, sittings).items[0];
	}
	const kinds = (figures: ReturnType<typeof exam>) => figures?.flags.map(({ kind }) => kind);

	it("a key that the strong do not choose is probably wrong, and the flag names what they choose", () => {
		const found = exam("b", (ability) => (ability > 0.5 ? "a" : ability > 0.2 ? "b" : "c"));
		expect(found?.flags[0]).toEqual({ kind: "key-wrong", options: ["Pilihan a"] });
		expect(kinds(exam("a", (ability) => (ability > 0.5 ? "a" : ability > 0.2 ? "b" : "c")))).not.toContain(
			"key-wrong",
		);
	});

	it("too easy, too hard, guessed, and distractors that nobody takes are told apart", () => {
		expect(kinds(exam("a", (ability) => (ability > 0.01 ? "a" : "b")))).toEqual(["too-easy"]);
		expect(kinds(exam("a", (ability) => (ability > 0.95 ? "a" : ability > 0.5 ? "b" : "c")))).toContain(
			"too-hard",
		);
		const wheel = ["a", "b", "c", "d"];
		const byChance = exam("a", (ability) => wheel[Math.round(ability * 120) % 4] as string);
		expect(kinds(byChance)).toEqual(["guessed"]);
		const idle = exam("a", (ability) => (ability > 0.4 ? "a" : "b"));
		expect(idle?.flags).toContainEqual({ kind: "idle-distractor", options: ["Pilihan c", "Pilihan d"] });
	});

	it("nothing is said of an item that few have met", () => {
		const few = Array.from({ length: 29 }, () => [response(0, 0), response(1, 1)]);
		expect(examStatistics([item(0), item(1)], few).items.flatMap(({ flags }) => flags)).toEqual([]);
	});
});

describe("time", () => {
	it("runs from one given answer to the next, and counts a change of mind", () => {
		const events = [
			{ position: 1, givenAt: 30_000 },
			{ position: 2, givenAt: 50_000 },
			{ position: 1, givenAt: 55_000 },
		];
		expect([...answerSeconds(events, 10_000)]).toEqual([
			[1, 25],
			[2, 20],
		]);
	});

	it("is not known of answers that came together", () => {
		const together = [1, 2, 3].map((position) => ({ position, givenAt: 60_000 }));
		expect(answerSeconds([...together, { position: 4, givenAt: 70_000 }], 0)).toEqual(new Map([[4, 10]]));
	});

	it("has the middle as its figure, with order statistics around it", () => {
		expect(median([1, 2, 3, 4]).value).toBe(2.5);
		expect(median([5]).ci95).toBeNull();
		const many = median(Array.from({ length: 101 }, (_, i) => i));
		expect(many).toMatchObject({ value: 50, ci95: [39, 61] });
	});
});

it("a share of nobody is not zero", () => {
	expect(proportion(0, 0)).toMatchObject({ value: null, reason: "nobody" });
});
