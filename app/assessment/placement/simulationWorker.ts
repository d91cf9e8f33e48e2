import os from "node:os";
import { parentPort } from "node:worker_threads";
import { type SimulationTask, simulatePlacement } from "./simulate.ts";

// On Linux this is the priority of the thread alone, elsewhere of the whole program.
if (process.platform === "linux") os.setPriority(os.constants.priority.PRIORITY_LOW);

/** The thread in which people are simulated: plain data in, the figures out. Requests go before it. */
parentPort?.once("message", (task: SimulationTask) => {
	parentPort?.postMessage(simulatePlacement(task));
});
