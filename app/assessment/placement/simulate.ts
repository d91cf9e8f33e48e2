import { type Random, shuffled } from "../draw.ts";
import { seeded } from "../seeded.ts";
import { Ability, type Estimate, NINETY } from "./ability.ts";
import { type PoolItem, probability } from "./model.ts";
import type { PlacementPolicy } from "./policy.ts";
import { quadratureFor } from "./quadrature.ts";
import { type SimulatedPerson, simulatedPerson } from "./simulatedPeople.ts";
import { Sitting } from "./sitting.ts";

export type Simulation = {
	people: number;
	items: number;
	/** Mean of estimated less true general ability, in logits. */
	bias: number;
	/** Root of the mean squared error of the general ability, in logits. */
	rmse: number;
	/** Items a person. */
	meanLength: number;
	/** The share of people who met the most met item. */
	maxExposure: number;
	/** The share of people whose true general ability lies in the stated 90% interval. */
	coverage90: number;
	/** The same for the domain where it is farthest from 0.9. */
	domainCoverage90: number;
	/**
	 * How many items a test of one length needs for the same rmse, drawn at random for each person in equal parts from
	 * the domains; null when the whole bank does not reach it.
	 */
	fixedLengthForSameRmse: number | null;
};

/** Who is simulated, with what and by which rules; plain data. */
export type SimulationTask = {
	people: number;
	pool: readonly PoolItem[];
	domains: readonly string[];
	policy: PlacementPolicy;
	seed: number;
};
type Outcome = { person: SimulatedPerson; general: Estimate; domains: Estimate[]; length: number };

/** Lets simulated people sit placement one after another, by the rules and the code of the site. */
export function simulatePlacement({ people, pool, domains, policy, seed }: SimulationTask): Simulation {
	const random = seeded(seed);
	const drawn = new Map<string, number>();
	const outcomes: Outcome[] = [];
	for (let sittings = 1; sittings <= people; sittings++) {
		const person = simulatedPerson(domains.length, policy.domainCorrelation, random);
		const exposure = { sittings, drawn: (id: string) => drawn.get(id) ?? 0 };
		const setting = { policy, domains, pool, met: new Set<string>(), needs: null, exposure, random };
		const outcome = sitOne(new Sitting(setting), person, domains, random);
		for (const id of outcome.met) drawn.set(id, (drawn.get(id) ?? 0) + 1);
		outcomes.push(outcome);
	}
	const errors = outcomes.map(({ person, general }) => general.mean - person.general);
	const rmse = rootMeanSquare(errors);
	const fixed = { outcomes, pool, domains, policy, rmse, random };
	return {
		people,
		items: pool.length,
		bias: meanOf(errors),
		rmse,
		meanLength: meanOf(outcomes.map(({ length }) => length)),
		maxExposure: Math.max(0, ...drawn.values()) / people,
		coverage90: coverage(outcomes.map(({ person, general }) => [general, person.general])),
		domainCoverage90: worst(
			domains.map((_, index) =>
				coverage(
					outcomes.map((one) => [one.domains[index] as Estimate, one.person.domains[index] as number]),
				),
			),
		),
		fixedLengthForSameRmse: fixedLength(fixed),
	};
}

function sitOne(sitting: Sitting, person: SimulatedPerson, domains: readonly string[], random: Random) {
	for (let next = sitting.next(); next.kind === "item"; next = sitting.next()) {
		const { item } = next;
		sitting.answer({ item, isRight: answers(person, item, domains, random) });
	}
	const { general, domains: estimates } = sitting.placement();
	const met = sitting.answered.map(({ item }) => item.id);
	return { person, general, domains: estimates, length: met.length, met };
}

function answers(
	person: SimulatedPerson,
	item: PoolItem,
	domains: readonly string[],
	random: Random,
): boolean {
	return random() < probability(item, person.domains[domains.indexOf(item.domain)] ?? 0);
}

type Fixed = Pick<SimulationTask, "pool" | "domains" | "policy"> & {
	outcomes: readonly Outcome[];
	rmse: number;
	random: Random;
};

/** The same people answer more and more items of a balanced random form, until the error is as small. */
function fixedLength({ outcomes, pool, domains, policy, rmse, random }: Fixed): number | null {
	const quadrature = quadratureFor(domains.length, policy.domainCorrelation);
	const takers = outcomes.map(({ person }) => ({
		person,
		ability: new Ability(quadrature),
		form: balancedForm(pool, domains, random),
	}));
	for (let length = 1; length <= pool.length; length++) {
		for (const { person, ability, form } of takers) {
			const item = form[length - 1];
			if (!item) return null;
			ability.add(domains.indexOf(item.domain), item, answers(person, item, domains, random));
		}
		const errors = takers.map(({ person, ability }) => ability.general().mean - person.general);
		if (rootMeanSquare(errors) <= rmse) return length;
	}
	return null;
}

/** The pool in random order, domain after domain. */
function balancedForm(pool: readonly PoolItem[], domains: readonly string[], random: Random): PoolItem[] {
	const byDomain = domains.map((domain) =>
		shuffled(
			pool.filter((item) => item.domain === domain),
			random,
		),
	);
	const longest = Math.max(0, ...byDomain.map(({ length }) => length));
	return Array.from({ length: longest }, (_, row) => byDomain.flatMap((own) => own[row] ?? [])).flat();
}

function coverage(pairs: readonly [Estimate, number][]): number {
	const inside = pairs.filter(
		([{ mean, standardError }, truth]) => Math.abs(mean - truth) <= NINETY * standardError,
	);
	return inside.length / pairs.length;
}

const worst = (shares: readonly number[]) =>
	shares.reduce((most, one) => (Math.abs(one - 0.9) > Math.abs(most - 0.9) ? one : most), 0.9);
const meanOf = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const rootMeanSquare = (values: readonly number[]) => Math.sqrt(meanOf(values.map((value) => value ** 2)));
