import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ability } from "#app/assessment/placement/ability.ts";
import { chooseItem } from "#app/assessment/placement/choose.ts";
import { information, type PoolItem, probability } from "#app/assessment/placement/model.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { parsePlacementPolicy } from "#app/assessment/placement/policy.ts";
import { quadratureFor } from "#app/assessment/placement/quadrature.ts";
import { SIMULATED_DOMAINS as domains, simulatedPool } from "#app/assessment/placement/simulatedPeople.ts";
import { type Answered, Sitting } from "#app/assessment/placement/sitting.ts";
import { seeded } from "#app/assessment/seeded.ts";
import { runs } from "#tests/support/runs.ts";

const policy = placementPolicyAt(Date.UTC(2026, 5, 1));
const pool = simulatedPool(120, seeded(5));
const unused = { sittings: 1, drawn: () => 0 };
const few = { numRuns: runs(25) };

const answer = fc.record({
	domain: fc.integer({ min: 0, max: 4 }),
	difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
	discrimination: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
	isRight: fc.boolean(),
});
type One = { domain: number; difficulty: number; discrimination: number; isRight: boolean };

function abilityAfter(answers: readonly One[]): Ability {
	const ability = new Ability(quadratureFor(5, 0.8));
	for (const one of answers) ability.add(one.domain, one, one.isRight);
	return ability;
}

/** Takes a sitting to its end; the rule says which answers are right. */
function sit(isRight: (item: PoolItem, at: number) => boolean, given: Partial<SettingOf> = {}) {
	const setting = { ...settingOf(), ...given };
	const sitting = new Sitting(setting);
	let next = sitting.next();
	for (; next.kind === "item"; next = sitting.next())
		sitting.answer({ item: next.item, isRight: isRight(next.item, sitting.answered.length) });
	return { sitting, reason: next.reason };
}
type SettingOf = ConstructorParameters<typeof Sitting>[0];
const settingOf = (): SettingOf => ({
	policy,
	domains,
	pool,
	met: new Set(),
	needs: null,
	exposure: unused,
	random: seeded(9),
});

describe("the model", () => {
	it("is even at the difficulty and tells most there", () => {
		const item = { difficulty: 0.7, discrimination: 1.5 };
		expect(probability(item, 0.7)).toBeCloseTo(0.5, 12);
		expect(information(item, 0.7)).toBeCloseTo(1.5 ** 2 / 4, 12);
		expect(information(item, 1.7)).toBeLessThan(information(item, 0.7));
	});
});

describe("abilities", () => {
	it("begin at the prior: 0, standard error 1", () => {
		const ability = abilityAfter([]);
		expect(ability.general().mean).toBeCloseTo(0, 9);
		expect(ability.general().standardError).toBeCloseTo(1, 3);
		expect(ability.domain(2).standardError).toBeCloseTo(1, 3);
	});

	it("are what a plain sum over five dimensions gives", () => {
		const answers: One[] = [
			{ domain: 0, difficulty: 0.5, discrimination: 1.6, isRight: true },
			{ domain: 0, difficulty: 1.1, discrimination: 1.2, isRight: true },
			{ domain: 3, difficulty: -0.4, discrimination: 1.9, isRight: false },
		];
		const random = seeded(11);
		const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
		let [weights, general, third] = [0, 0, 0];
		for (let draw = 0; draw < 100_000; draw++) {
			const factor = normal();
			const own = Array.from({ length: 5 }, () => Math.sqrt(0.8) * factor + Math.sqrt(0.2) * normal());
			const weight = answers.reduce((product, one) => {
				const p = probability(one, own[one.domain] as number);
				return product * (one.isRight ? p : 1 - p);
			}, 1);
			weights += weight;
			general += (weight * own.reduce((sum, x) => sum + x, 0)) / 5 / Math.sqrt(0.84);
			third += weight * (own[3] as number);
		}
		const ability = abilityAfter(answers);
		expect(ability.general().mean).toBeCloseTo(general / weights, 1);
		expect(ability.domain(3).mean).toBeCloseTo(third / weights, 1);
	});

	it("rise with a right answer and fall with a wrong one, in every domain", () => {
		fc.assert(
			fc.property(fc.array(answer, { maxLength: 25 }), answer, (before, one) => {
				const base = abilityAfter(before);
				const right = abilityAfter([...before, { ...one, isRight: true }]);
				const wrong = abilityAfter([...before, { ...one, isRight: false }]);
				const means = (ability: Ability) => [
					ability.general().mean,
					...domains.map((_, index) => ability.domain(index).mean),
				];
				for (const [index, mean] of means(base).entries()) {
					expect(means(right)[index]).toBeGreaterThanOrEqual(mean - 1e-9);
					expect(means(wrong)[index]).toBeLessThanOrEqual(mean + 1e-9);
				}
			}),
			few,
		);
	});

	it("without one answer are those of the other answers", () => {
		fc.assert(
			fc.property(fc.array(answer, { maxLength: 25 }), answer, (others, one) => {
				const found = abilityAfter([...others, one]).domainWithout(one.domain, one, one.isRight);
				const expected = abilityAfter(others).domain(one.domain);
				expect(found.mean).toBeCloseTo(expected.mean, 7);
				expect(found.standardError).toBeCloseTo(expected.standardError, 7);
			}),
			few,
		);
	});

	it("do not depend on the order of the answers, and stay finite", () => {
		fc.assert(
			fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
				const one = abilityAfter(answers);
				const other = abilityAfter([...answers].reverse());
				expect(one.general().mean).toBeCloseTo(other.general().mean, 9);
				expect(one.general().standardError).toBeGreaterThan(0);
				for (const [index] of domains.entries())
					expect(one.domain(index).standardError).toBeLessThanOrEqual(1.05);
			}),
			few,
		);
	});
});

describe("a sitting", () => {
	it("is the same each time, and goes on from its log as if it had not been left", () => {
		const isRight = (item: PoolItem) => item.difficulty < 0.3;
		const whole = sit(isRight).sitting;
		expect(sit(isRight).sitting.placement()).toEqual(whole.placement());
		const log: readonly Answered[] = whole.answered.slice(0, 9);
		const again = new Sitting({ ...settingOf(), random: seeded(77) }, log);
		const upTo = new Sitting({ ...settingOf(), random: seeded(77) });
		for (const one of log) upTo.answer(one);
		expect(again.next()).toEqual(upTo.next());
	});

	it("keeps within its lengths, asks nothing twice and every domain enough, whatever is answered", () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (marks) => {
				const { sitting } = sit((_, at) => marks[at] === true);
				const { answered } = sitting;
				expect(answered.length).toBeGreaterThanOrEqual(policy.minItems);
				expect(answered.length).toBeLessThanOrEqual(policy.maxItems);
				expect(new Set(answered.map(({ item }) => item.id)).size).toBe(answered.length);
				for (const { items } of sitting.placement().domains)
					expect(items).toBeGreaterThanOrEqual(policy.minItemsPerDomain);
			}),
			few,
		);
	});

	it("stops when nothing is left to ask, and says so", () => {
		const { sitting, reason } = sit(() => true, { pool: pool.slice(0, 7) });
		expect(reason).toBe("no-item");
		expect(sitting.answered).toHaveLength(7);
		expect(sit(() => true, { pool: [] }).reason).toBe("no-item");
	});

	it("meets one variant of a prototype", () => {
		const variants = pool.map((item, index) => ({ ...item, prototype: `p${Math.floor(index / 10)}` }));
		const { sitting } = sit(() => true, { pool: variants });
		const met = sitting.answered.map(({ item }) => item.prototype);
		expect(new Set(met).size).toBe(met.length);
	});

	it("does not repeat what earlier sittings asked while there is something else", () => {
		const met = new Set(pool.slice(0, 60).map(({ id }) => id));
		const { sitting } = sit((_, at) => at % 2 === 0, { met });
		expect(sitting.answered.some(({ item }) => met.has(item.id))).toBe(false);
		const everything = new Set(pool.map(({ id }) => id));
		expect(sit((_, at) => at % 2 === 0, { met: everything }).sitting.answered.length).toBeGreaterThan(10);
	});

	it("asks less of a domain, and of competences, that the role does not need", () => {
		const competences = new Set(["D1.1", "D2.1", "D3.1", "D4.1"]);
		const needs = { domains: new Set(["D1", "D2", "D3", "D4"]), competences };
		const sitFor = (wanted: typeof needs | null, seed: number) =>
			sit((_, at) => at % 2 === 0, { needs: wanted, random: seeded(seed) }).sitting.answered;
		const seeds = [1, 2, 3, 4, 5];
		const countOf = (wanted: typeof needs | null, isCounted: (item: PoolItem) => boolean) =>
			seeds.flatMap((seed) => sitFor(wanted, seed).filter(({ item }) => isCounted(item))).length;
		const ofLeading = (item: PoolItem) => item.domain === "D5";
		const ofNeeded = (item: PoolItem) => competences.has(item.competence);
		expect(countOf(needs, ofLeading)).toBeLessThan(countOf(null, ofLeading));
		expect(countOf(needs, ofNeeded)).toBeGreaterThan(countOf(null, ofNeeded));
	});
});

describe("exposure", () => {
	const choice = { domains, drawn: [], met: new Set<string>(), needs: null, ability: 0, policy };

	it("leaves an item at its limit aside, and takes the least met when all are", () => {
		const own = pool.filter(({ domain }) => domain === "D1").slice(0, 3);
		const counts = new Map([
			[own[0]?.id, 25],
			[own[1]?.id, 25],
		]);
		const drawnOf = (id: string) => counts.get(id) ?? 24;
		for (let seed = 0; seed < 20; seed++) {
			const exposure = { sittings: 100, drawn: drawnOf };
			expect(chooseItem({ ...choice, pool: own, exposure, random: seeded(seed) })?.id).toBe(own[2]?.id);
			const over = { sittings: 80, drawn: drawnOf };
			expect(chooseItem({ ...choice, pool: own, exposure: over, random: seeded(seed) })?.id).toBe(own[2]?.id);
		}
	});
});

describe("the policy", () => {
	const text = readFileSync("content/framework/policy/placement-2026-01-01.yaml", "utf8");

	it("names the line of what is wrong", () => {
		const broken = text.replace("levelsFrom: [-0.8", "levelsFrom: [0.8");
		expect(() => parsePlacementPolicy(broken, "p.yaml")).toThrow(/p\.yaml, baris \d+: levelsFrom.*menaik/);
		expect(() => parsePlacementPolicy(text.replace("maxItems: 30", "maxItems: 9"), "p.yaml")).toThrow(
			/minItems/,
		);
	});
});
