import { describe, expect, it } from "vitest";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { simulatePlacement } from "#app/assessment/placement/simulate.ts";
import { SIMULATED_DOMAINS as domains, simulatedPool } from "#app/assessment/placement/simulatedPeople.ts";
import { seeded } from "#app/assessment/seeded.ts";
import { runs } from "#tests/support/runs.ts";

const policy = placementPolicyAt(Date.UTC(2026, 5, 1));
/** 400 people and one seed as a rule; 2,000 and many seeds with TEST_LONG. */
const people = runs(1) > 1 ? 2000 : 400;
const seeds = Array.from({ length: runs(1) }, (_, index) => index + 1);
/** Three standard errors of a share of 0.9 beyond what must hold at 2,000 people. */
const slack = people === 2000 ? 0 : 3 * Math.sqrt((0.9 * 0.1) / people);

describe("placement of simulated people", () => {
	it.each(seeds)("is precise, short, covers and exposes little (seed %i)", (seed) => {
		const pool = simulatedPool(300, seeded(seed + 1_000_003));
		const found = simulatePlacement({ people, pool, domains, policy, seed });
		expect(Math.abs(found.bias)).toBeLessThan(0.06);
		expect(found.rmse).toBeLessThanOrEqual(0.35);
		expect(found.meanLength).toBeLessThanOrEqual(25);
		expect(found.maxExposure).toBeLessThanOrEqual(0.25);
		for (const share of [found.coverage90, found.domainCoverage90]) {
			expect(share).toBeGreaterThan(0.87 - slack);
			expect(share).toBeLessThan(0.93 + slack);
		}
		expect(found.fixedLengthForSameRmse).toBeGreaterThan(found.meanLength);
	});

	it("gives the same figures for the same seed and others for another", () => {
		const run = (seed: number) =>
			simulatePlacement({ people: 40, pool: simulatedPool(100, seeded(3)), domains, policy, seed });
		expect(run(4)).toEqual(run(4));
		expect(run(4)).not.toEqual(run(5));
	});

	it("says when a bank is too small to reach the same error without adapting", () => {
		const pool = simulatedPool(20, seeded(3));
		const found = simulatePlacement({ people: 30, pool, domains, policy, seed: 1 });
		expect(found.meanLength).toBeLessThanOrEqual(20);
		expect(found.fixedLengthForSameRmse === null || found.fixedLengthForSameRmse <= 20).toBe(true);
	});
});
