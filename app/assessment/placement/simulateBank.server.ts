import { itemsForExposure, type Judged, judge } from "./marks.ts";
import type { PlacementPolicy } from "./policy.ts";
import { isTooSmall, type SimulatedBank } from "./simulatedBank.ts";
import { type SimulationOptions, simulateInThread } from "./simulateInThread.server.ts";

/** Always the same people, so that a bank's figures change only when the bank does; the command's usual seed. */
const SEED = 1;

export type SimulationDone = {
	kind: "done";
	people: number;
	items: number;
	figures: Judged[];
	fixedLength: number | null;
	/** How many items the exposure limit needs at this mean length. */
	itemsForExposure: number;
};
/** What a page shows of a simulation, or why there is none. */
export type SimulationReport = { kind: "too-small" | "busy" | "too-long" } | SimulationDone;

/** Lets so many simulated people sit placement with the bank. */
export async function simulateBank(
	bank: SimulatedBank,
	people: number,
	policy: PlacementPolicy,
	options?: SimulationOptions,
): Promise<SimulationReport> {
	if (isTooSmall(bank, policy)) return { kind: "too-small" };
	const { pool, domains } = bank;
	const simulated = await simulateInThread({ people, pool, domains, policy, seed: SEED }, options);
	if (simulated.kind !== "done") return { kind: simulated.kind };
	const { simulation } = simulated;
	return {
		kind: "done",
		people,
		items: simulation.items,
		figures: judge(simulation, policy),
		fixedLength: simulation.fixedLengthForSameRmse,
		itemsForExposure: itemsForExposure(simulation, policy),
	};
}
