import path from "node:path";
import { pathToFileURL } from "node:url";
import { inThread } from "../../jobs/inThread.server.ts";
import type { Simulation, SimulationTask } from "./simulate.ts";

const TIMEOUT_MS = 45_000;
const MEMORY_MB = 384;

export type Simulated = { kind: "done"; simulation: Simulation } | { kind: "busy" } | { kind: "too-long" };
/** `workerUrl`: the bundled worker; `timeoutMs`: after which the simulation is given up. */
export type SimulationOptions = { workerUrl?: URL; timeoutMs?: number };

let isRunning = false;

/**
 * Simulates in a thread of its own, one simulation at a time in this process: who comes while one is running is told
 * so at once, since waiting would only pile up work.
 */
export async function simulateInThread(
	task: SimulationTask,
	{ workerUrl = builtWorker(), timeoutMs = TIMEOUT_MS }: SimulationOptions = {},
): Promise<Simulated> {
	if (isRunning) return { kind: "busy" };
	isRunning = true;
	try {
		const limits = { timeoutMs, memoryMb: MEMORY_MB };
		const simulation = await inThread<SimulationTask, Simulation>(workerUrl, task, limits);
		return simulation ? { kind: "done", simulation } : { kind: "too-long" };
	} finally {
		isRunning = false;
	}
}

const builtWorker = (): URL =>
	pathToFileURL(process.env.SIMULATION_WORKER ?? path.resolve("build/bin/simulation-worker.js"));
