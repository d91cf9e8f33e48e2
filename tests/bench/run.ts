import { firstView } from "./firstView.ts";
import { lesson } from "./lesson.ts";
import { type Result, table } from "./report.ts";
import { start } from "./start.ts";

const scenarios: Record<string, () => Promise<Result>> = { lesson, "first-view": firstView, start };

/** Measures the named scenarios, or all; with --json one object a line. @returns exit code */
export async function runBench(args: string[]): Promise<number> {
	const json = args.includes("--json");
	const asked = args.filter((arg) => arg !== "--json");
	const unknown = asked.filter((name) => !(name in scenarios));
	if (unknown.length > 0) {
		process.stderr.write(
			`Skenario tidak dikenal: ${unknown.join(", ")}. Yang ada: ${Object.keys(scenarios).join(", ")}.\n`,
		);
		return 2;
	}
	for (const name of asked.length > 0 ? asked : Object.keys(scenarios)) {
		const measured = await scenarios[name]?.();
		if (measured) process.stdout.write(`${json ? JSON.stringify(measured) : `${table(measured)}\n`}\n`);
	}
	return 0;
}
