import { type Parameters, probability } from "./model.ts";
import type { Quadrature } from "./quadrature.ts";

/** An expected a posteriori ability with its standard error, in logits of a population N(0, 1). */
export type Estimate = { mean: number; standardError: number };

/** 1.645 standard errors on either side hold 90% of a normal distribution. */
export const NINETY = 1.6449;

/**
 * What some answers say of a person's abilities: the general one (the mean over the domains, scaled to variance 1) and
 * each domain's. Answers are only ever added; the estimates are exact for the model but for the quadrature.
 */
export class Ability {
	readonly #quadrature: Quadrature;
	readonly #domains: DomainEvidence[];
	#posterior: Float64Array;

	constructor(quadrature: Quadrature) {
		this.#quadrature = quadrature;
		this.#domains = Array.from({ length: quadrature.count }, () => new DomainEvidence(quadrature));
		this.#posterior = quadrature.factor;
	}

	/** Takes in one answer to an item of the domain with that index. */
	add(domain: number, item: Parameters, isRight: boolean): void {
		this.#domains[domain]?.add(item, isRight);
		this.#posterior = this.#factorPosterior(this.#domains);
	}

	/** The general ability. */
	general(): Estimate {
		const scale = Math.sqrt(this.#quadrature.meanVariance);
		const { mean, standardError } = this.#meanOfDomains();
		return { mean: mean / scale, standardError: standardError / scale };
	}

	/** Where an item of any domain is expected to find the person: the general ability on the domains' scale. */
	expected(): number {
		return this.#meanOfDomains().mean;
	}

	/** The ability in the domain with that index: the general ability, by way of all other answers, is its prior. */
	domain(index: number): Estimate {
		const own = this.#at(index);
		return moments(this.#posterior, (j) => ({ mean: own.mean(j), variance: own.variance(j) }));
	}

	/** What all but one of the answers that were added say of that answer's domain. */
	domainWithout(index: number, item: Parameters, isRight: boolean): Estimate {
		const rest = this.#at(index).without(item, isRight);
		const posterior = this.#factorPosterior(this.#domains.map((own, at) => (at === index ? rest : own)));
		return moments(posterior, (j) => ({ mean: rest.mean(j), variance: rest.variance(j) }));
	}

	#at(index: number): DomainEvidence {
		const own = this.#domains[index];
		if (!own) throw new RangeError(`no domain ${index}`);
		return own;
	}

	#meanOfDomains(): Estimate {
		const all = this.#domains;
		return moments(this.#posterior, (j) => {
			let mean = 0;
			let variance = 0;
			for (const own of all) {
				mean += own.mean(j);
				variance += own.variance(j);
			}
			return { mean: mean / all.length, variance: variance / all.length ** 2 };
		});
	}

	#factorPosterior(domains: readonly DomainEvidence[]): Float64Array {
		const weights = this.#quadrature.factor.map((prior, j) =>
			domains.reduce((product, own) => product * own.likelihood(j), prior),
		);
		const sum = weights.reduce((total, weight) => total + weight, 0);
		return weights.map((weight) => weight / sum);
	}
}

/** Mean and standard deviation over f of something with a known mean and variance at each of its points. */
function moments(posterior: Float64Array, at: (j: number) => { mean: number; variance: number }): Estimate {
	let first = 0;
	let second = 0;
	for (let j = 0; j < posterior.length; j++) {
		const weight = posterior[j] as number;
		const { mean, variance } = at(j);
		first += weight * mean;
		second += weight * (variance + mean * mean);
	}
	return { mean: first, standardError: Math.sqrt(Math.max(0, second - first * first)) };
}

/** The answers in one domain: their likelihood at each point of its ability, and its moments at each point of f. */
class DomainEvidence {
	readonly #quadrature: Quadrature;
	readonly #likelihood: Float64Array;
	readonly #moments: [Float64Array, Float64Array, Float64Array];

	constructor(quadrature: Quadrature, likelihood = new Float64Array(quadrature.points.length).fill(1)) {
		this.#quadrature = quadrature;
		this.#likelihood = likelihood;
		const empty = () => new Float64Array(quadrature.factor.length);
		this.#moments = [empty(), empty(), empty()];
		this.#sum();
	}

	add(item: Parameters, isRight: boolean): void {
		const { points } = this.#quadrature;
		for (let t = 0; t < points.length; t++) {
			const p = probability(item, points[t] as number);
			this.#likelihood[t] = (this.#likelihood[t] as number) * (isRight ? p : 1 - p);
		}
		this.#sum();
	}

	/** The same without one of its answers. */
	without(item: Parameters, isRight: boolean): DomainEvidence {
		const { points } = this.#quadrature;
		const rest = this.#likelihood.map((value, t) => {
			const p = probability(item, points[t] as number);
			return value / (isRight ? p : 1 - p);
		});
		return new DomainEvidence(this.#quadrature, rest);
	}

	likelihood(j: number): number {
		return this.#moments[0][j] as number;
	}

	mean(j: number): number {
		return (this.#moments[1][j] as number) / this.likelihood(j);
	}

	variance(j: number): number {
		return (this.#moments[2][j] as number) / this.likelihood(j) - this.mean(j) ** 2;
	}

	#sum(): void {
		const { points, given, factor } = this.#quadrature;
		const width = points.length;
		const [zeroth, first, second] = this.#moments;
		for (let j = 0; j < factor.length; j++) {
			let [s0, s1, s2] = [0, 0, 0];
			for (let t = 0; t < width; t++) {
				const weight = (given[j * width + t] as number) * (this.#likelihood[t] as number);
				const point = points[t] as number;
				s0 += weight;
				s1 += weight * point;
				s2 += weight * point * point;
			}
			zeroth[j] = s0;
			first[j] = s1;
			second[j] = s2;
		}
	}
}
