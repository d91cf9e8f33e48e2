import type { PlacementPolicy } from "./policy.ts";
import type { Simulation } from "./simulate.ts";

export const figures = [
	"bias",
	"rmse",
	"meanLength",
	"maxExposure",
	"coverage90",
	"domainCoverage90",
] as const;
export type Figure = (typeof figures)[number];
/** A figure of a simulation with the mark that it should reach, both ends included. */
export type Judged = { figure: Figure; value: number; from: number; to: number; isReached: boolean };

/** What placement has to reach; the exposure limit is the policy's. */
function marksOf({ maxExposure }: PlacementPolicy): Record<Figure, [number, number]> {
	return {
		bias: [-0.1, 0.1],
		rmse: [0, 0.35],
		meanLength: [0, 25],
		maxExposure: [0, maxExposure],
		coverage90: [0.87, 0.93],
		domainCoverage90: [0.87, 0.93],
	};
}

/** Each figure beside its mark. */
export function judge(simulation: Simulation, policy: PlacementPolicy): Judged[] {
	const marks = marksOf(policy);
	return figures.map((figure) => {
		const [from, to] = marks[figure];
		const value = simulation[figure];
		return { figure, value, from, to, isReached: value >= from && value <= to };
	});
}

/** So many items a bank needs at least for nobody's item to be met too often, at this mean length. */
export const itemsForExposure = ({ meanLength }: Simulation, { maxExposure }: PlacementPolicy): number =>
	Math.ceil(meanLength / maxExposure);
