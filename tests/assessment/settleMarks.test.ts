import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settleMarks } from "#app/assessment/settleMarks.ts";

const mark = fc.integer({ min: 0, max: 1000 });
const difference = fc.integer({ min: 0, max: 1000 });
const two = (of: number) => ({ markers: 2 as const, difference: of });

describe("what marks come to", () => {
	it("is the mark of the only marker", () => {
		expect(settleMarks([], { markers: 1, difference: 0 })).toBeNull();
		expect(settleMarks([700, 100], { markers: 1, difference: 0 })).toBe(700);
	});

	it("is the mean of two that agree, and asks a third where they do not", () => {
		expect(settleMarks([600], two(200))).toBeNull();
		expect(settleMarks([600, 800], two(200))).toBe(700);
		expect(settleMarks([600, 801], two(200))).toBeNull();
		expect(settleMarks([600, 601], two(200))).toBe(601);
		expect(settleMarks([200, 900, 700], two(200))).toBe(800);
		expect(settleMarks([200, 900, 300], two(200))).toBe(250);
		expect(settleMarks([200, 800, 500], two(200))).toBe(500);
	});

	it("is a whole number among the marks, does not ask who came first, and needs at most three", () => {
		fc.assert(
			fc.property(mark, mark, mark, difference, (a, b, c, apart) => {
				const settled = settleMarks([a, b, c], two(apart));
				expect(Number.isInteger(settled)).toBe(true);
				expect(settled).toBeGreaterThanOrEqual(Math.min(a, b, c));
				expect(settled).toBeLessThanOrEqual(Math.max(a, b, c));
				expect(settleMarks([b, a, c], two(apart))).toBe(settled);
				expect(settleMarks([a, b], two(apart)) === null).toBe(Math.abs(a - b) > apart);
			}),
		);
	});

	it("never falls when the deciding mark rises", () => {
		fc.assert(
			fc.property(mark, mark, mark, mark, difference, (a, b, c, d, apart) => {
				const [low, high] = [Math.min(c, d), Math.max(c, d)];
				const of = (third: number) => settleMarks([a, b, third], two(apart)) ?? -1;
				expect(of(high)).toBeGreaterThanOrEqual(of(low));
			}),
		);
	});
});
