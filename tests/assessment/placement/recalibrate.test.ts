import fc from "fast-check";
import { expect, it } from "vitest";
import { probability } from "#app/assessment/placement/model.ts";
import { estimateDifficulty, type Response } from "#app/assessment/placement/recalibrate.ts";
import { normalFrom } from "#app/assessment/placement/simulatedPeople.ts";
import { seeded } from "#app/assessment/seeded.ts";

it("finds the difficulty behind many answers, also when abilities are uncertain and the author was wrong", () => {
	const random = seeded(12);
	const truth = { difficulty: 0.9, discrimination: 1.4 };
	const responses = Array.from({ length: 2000 }, (): Response => {
		const mean = normalFrom(random);
		const ability = mean + 0.4 * normalFrom(random);
		return { ability: { mean, standardError: 0.4 }, isRight: random() < probability(truth, ability) };
	});
	const found = estimateDifficulty({ difficulty: -0.5, discrimination: 1.4 }, responses, 0.6);
	expect(Math.abs(found.difficulty - 0.9)).toBeLessThan(3 * found.standardError + 0.02);
	expect(found.standardError).toBeLessThan(0.1);
});

it("keeps the author's estimate without answers, and moves with each answer the right way", () => {
	const item = fc.record({
		difficulty: fc.double({ min: -2, max: 2, noNaN: true }),
		discrimination: fc.double({ min: 0.5, max: 2, noNaN: true }),
	});
	const mean = fc.double({ min: -2, max: 2, noNaN: true });
	fc.assert(
		fc.property(item, mean, (one, ability) => {
			expect(estimateDifficulty(one, [], 0.6).difficulty).toBeCloseTo(one.difficulty, 3);
			const after = (isRight: boolean) =>
				estimateDifficulty(one, [{ ability: { mean: ability, standardError: 0.4 }, isRight }], 0.6);
			expect(after(true).difficulty).toBeLessThan(one.difficulty);
			expect(after(false).difficulty).toBeGreaterThan(one.difficulty);
			expect(after(true).standardError).toBeLessThanOrEqual(0.6);
		}),
	);
});
