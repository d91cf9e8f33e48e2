/**
 * The prior of the abilities in `count` domains, each N(0, 1) and each two correlated `correlation` = ρ, on fixed
 * points. A common factor f ~ N(0, 1) stands behind them: θ_d = √ρ f + √(1 - ρ) e_d, so that given f the domains are
 * independent, and five dimensions cost the work of two (Gibbons & Hedeker 1992).
 */
export type Quadrature = {
	count: number;
	/** Points of an ability, evenly spaced. */
	points: Float64Array;
	/** Prior probability of each point of f. */
	factor: Float64Array;
	/** P(θ_t | f_j) at [j * points.length + t]. */
	given: Float64Array;
	/** Variance of the mean of the domains' abilities: ρ + (1 - ρ) / count. */
	meanVariance: number;
};

const REACH = 5;
const POINTS = 61;
const FACTOR_POINTS = 41;
const made = new Map<string, Quadrature>();

/** The quadrature for so many domains, made once. */
export function quadratureFor(count: number, correlation: number): Quadrature {
	const key = `${count} ${correlation}`;
	const found = made.get(key) ?? makeQuadrature(count, correlation);
	made.set(key, found);
	return found;
}

function makeQuadrature(count: number, correlation: number): Quadrature {
	const points = evenly(POINTS);
	const factorPoints = evenly(FACTOR_POINTS);
	const loading = Math.sqrt(correlation);
	const given = new Float64Array(FACTOR_POINTS * POINTS);
	for (const [j, f] of factorPoints.entries())
		given.set(normal(points, loading * f, 1 - correlation), j * POINTS);
	const meanVariance = correlation + (1 - correlation) / count;
	return { count, points, factor: normal(factorPoints, 0, 1), given, meanVariance };
}

function evenly(length: number): Float64Array {
	return Float64Array.from({ length }, (_, index) => -REACH + (2 * REACH * index) / (length - 1));
}

/** A normal density on the points, summing to 1. */
function normal(points: Float64Array, mean: number, variance: number): Float64Array {
	const weights = points.map((x) => Math.exp(-((x - mean) ** 2) / (2 * variance)));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => weight / sum);
}
