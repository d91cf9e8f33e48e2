import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startSite } from "../support/startSite.ts";
import { median, type Result, result, target } from "./report.ts";

const RUNS = 5;

/** How long a start takes that finds everything in place. */
export async function start(): Promise<Result> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), "cakap-bench-"));
	const timed = async () => {
		const begun = performance.now();
		const site = await startSite({ DATA_DIR: dataDir });
		const seconds = (performance.now() - begun) / 1000;
		await site.stop();
		return seconds;
	};
	try {
		const firstStartS = await timed();
		const seconds: number[] = [];
		for (let i = 0; i < RUNS; i++) seconds.push(await timed());
		const secondStartS = median(seconds);
		return result("start", { firstStartS, secondStartS }, [target("secondStartS", secondStartS, "<=", 5)]);
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}
