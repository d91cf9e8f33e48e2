import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineEvidence, type Evidence, likelihoodOf } from "#app/assessment/levelRule.ts";
import { Ability } from "#app/assessment/placement/ability.ts";
import { levelOf, levelRange } from "#app/assessment/placement/levels.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { quadratureFor } from "#app/assessment/placement/quadrature.ts";

const AT = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;
const policy = placementPolicyAt(AT);

const piece: fc.Arbitrary<Evidence> = fc.record({
	source: fc.constantFrom("placement", "exam", "practice"),
	mean: fc.double({ min: -4, max: 4, noNaN: true }),
	variance: fc.double({ min: 0.02, max: 20, noNaN: true }),
	topLevel: fc.integer({ min: 1, max: 4 }),
	at: fc.integer({ min: AT - 2000 * DAY, max: AT }),
});
const some = fc.array(piece, { minLength: 1, maxLength: 8 });
const level = (evidence: readonly Evidence[], at = AT) => {
	const found = combineEvidence(evidence, policy, at);
	if (!found) throw new Error("nothing measured");
	return found;
};

describe("putting evidence together", () => {
	it("gives nothing for nothing, nor for what was measured later", () => {
		expect(combineEvidence([], policy, AT)).toBeNull();
		fc.assert(
			fc.property(piece, (one) => {
				expect(combineEvidence([{ ...one, at: AT + 1 }], policy, AT)).toBeNull();
			}),
		);
	});

	it("is surer with each further piece, and surer than the prior", () => {
		fc.assert(
			fc.property(some, piece, (before, one) => {
				expect(level([...before, one]).standardError).toBeLessThan(level(before).standardError);
				expect(level(before).standardError).toBeLessThan(1);
			}),
		);
	});

	it("never falls in level when one piece says more, or could show more", () => {
		fc.assert(
			fc.property(some, fc.double({ min: 0, max: 3, noNaN: true }), fc.nat(), (before, more, index) => {
				const raised = before.map((one, at) =>
					at === index % before.length
						? { ...one, mean: one.mean + more, topLevel: Math.min(4, one.topLevel + 1) }
						: one,
				);
				expect(level(raised).level).toBeGreaterThanOrEqual(level(before).level);
				expect(level(raised).ability).toBeGreaterThanOrEqual(level(before).ability - 1e-12);
			}),
		);
	});

	it("lets older evidence weigh less: its pull shrinks and the error grows with age", () => {
		fc.assert(
			fc.property(piece, fc.integer({ min: 1, max: 3000 }), (one, days) => {
				const [fresh, old] = [level([one], one.at), level([one], one.at + days * DAY)];
				// Among the smallest numbers that there are, rounding is as large as they.
				expect(Math.abs(old.ability)).toBeLessThanOrEqual(Math.abs(fresh.ability) + 1e-12);
				expect(old.standardError).toBeGreaterThan(fresh.standardError);
				expect(old.ageDays).toBe(days);
			}),
		);
	});

	it("does not depend on the order of the pieces, and stays at what they could show", () => {
		fc.assert(
			fc.property(some, (evidence) => {
				const [one, other] = [level(evidence), level([...evidence].reverse())];
				expect(one.ability).toBeCloseTo(other.ability, 9);
				expect(one.sources).toEqual(other.sources);
				expect(one.level).toBeLessThanOrEqual(Math.max(...evidence.map(({ topLevel }) => topLevel)));
			}),
		);
	});

	it("gives back an estimate whose prior was divided out", () => {
		const ability = new Ability(quadratureFor(1, 0));
		for (const [difficulty, isRight] of [
			[-1, true],
			[0, true],
			[1, false],
		] as const)
			ability.add(0, { difficulty, discrimination: 1.4 }, isRight);
		const estimate = ability.domain(0);
		const likelihood = likelihoodOf(estimate);
		if (!likelihood) throw new Error("it says something");
		const precision = 1 + 1 / likelihood.variance;
		expect(likelihood.mean / likelihood.variance / precision).toBeCloseTo(estimate.mean, 9);
		expect(1 / Math.sqrt(precision)).toBeCloseTo(estimate.standardError, 9);
		expect(likelihoodOf({ mean: 0, standardError: 1 })).toBeNull();
	});
});

describe("levels in words", () => {
	it("reach from the low to the high end, with the likely one within, and never above what was asked", () => {
		const { levelsFrom } = policy;
		const estimate = fc.record({
			mean: fc.double({ min: -4, max: 4, noNaN: true }),
			standardError: fc.double({ min: 0.05, max: 1, noNaN: true }),
		});
		fc.assert(
			fc.property(estimate, fc.integer({ min: 0, max: 4 }), (one, top) => {
				const { low, likely, high } = levelRange(one, levelsFrom, top);
				expect(low).toBeLessThanOrEqual(likely);
				expect(likely).toBeLessThanOrEqual(high);
				expect(high).toBeLessThanOrEqual(top);
			}),
		);
		expect([-3, -0.8, 0.5, 1.8, 2.7].map((one) => levelOf(one, levelsFrom))).toEqual([0, 1, 2, 3, 4]);
	});
});
