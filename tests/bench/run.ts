import { firstView } from "./firstView.ts";
import { kill } from "./kill.ts";
import { lesson } from "./lesson.ts";
import { type Result, table } from "./report.ts";
import { start } from "./start.ts";

type Options = { rounds?: number };
const scenarios: Record<string, (options: Options) => Promise<Result>> = {
	lesson,
	"first-view": firstView,
	start,
	kill,
};

/** Measures the named scenarios, or all; with --json one object a line. @returns exit code */
export async function runBench(args: string[]): Promise<number> {
	const { json, rounds, asked } = parse(args);
	if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
		process.stderr.write("--rounds memerlukan bilangan bulat positif.\n");
		return 2;
	}
	const unknown = asked.filter((name) => !(name in scenarios));
	if (unknown.length > 0) {
		process.stderr.write(
			`Skenario tidak dikenal: ${unknown.join(", ")}. Yang ada: ${Object.keys(scenarios).join(", ")}.\n`,
		);
		return 2;
	}
	for (const name of asked.length > 0 ? asked : Object.keys(scenarios)) {
		const measured = await scenarios[name]?.(rounds === undefined ? {} : { rounds });
		if (measured) process.stdout.write(`${json ? JSON.stringify(measured) : `${table(measured)}\n`}\n`);
	}
	return 0;
}

function parse(args: string[]): { json: boolean; rounds: number | undefined; asked: string[] } {
	const at = args.indexOf("--rounds");
	const rest = at < 0 ? args : args.filter((_, index) => index !== at && index !== at + 1);
	return {
		json: rest.includes("--json"),
		rounds: at < 0 ? undefined : Number(args[at + 1]),
		asked: rest.filter((arg) => arg !== "--json"),
	};
}
