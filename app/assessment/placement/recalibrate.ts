import type { Estimate } from "./ability.ts";
import type { Parameters } from "./model.ts";

/** What the difficulty of one item is estimated from: answers by people whose ability other items told. */
export type Response = { ability: Estimate; isRight: boolean };
export type Difficulty = { difficulty: number; standardError: number };

const REACH = 5;
const STEP = 0.05;
const GRID = Float64Array.from(
	{ length: 2 * Math.round(REACH / STEP) + 1 },
	(_, index) => -REACH + index * STEP,
);

/**
 * The expected a posteriori difficulty of an item, in logits; its discrimination is kept. The prior is the author's (or
 * the last) estimate with the standard deviation `deviation`. Each person's ability is uncertain, so the probability of
 * a right answer is averaged over it: 1 / (1 + exp(-a (m - b) / √(1 + π a² s² / 8))) (MacKay 1992).
 */
export function estimateDifficulty(
	{ difficulty, discrimination }: Parameters,
	responses: readonly Response[],
	deviation: number,
): Difficulty {
	const logs = GRID.map((b) => -((b - difficulty) ** 2) / (2 * deviation ** 2));
	for (const { ability, isRight } of responses) {
		const slope =
			discrimination / Math.sqrt(1 + (Math.PI * (discrimination * ability.standardError) ** 2) / 8);
		for (let index = 0; index < GRID.length; index++) {
			const z = slope * (ability.mean - (GRID[index] as number));
			logs[index] = (logs[index] as number) - Math.log1p(Math.exp(isRight ? -z : z));
		}
	}
	return momentsOf(logs);
}

function momentsOf(logs: Float64Array): Difficulty {
	const top = logs.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
	let [sum, first, second] = [0, 0, 0];
	for (let index = 0; index < GRID.length; index++) {
		const weight = Math.exp((logs[index] as number) - top);
		const b = GRID[index] as number;
		sum += weight;
		first += weight * b;
		second += weight * b * b;
	}
	const difficulty = first / sum;
	return { difficulty, standardError: Math.sqrt(Math.max(0, second / sum - difficulty ** 2)) };
}
