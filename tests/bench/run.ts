import { certificates } from "./certificates/certificates.ts";
import { exam } from "./exam.ts";
import { find } from "./find.ts";
import { firstView } from "./firstView.ts";
import { importRoster } from "./importRoster.ts";
import { kill } from "./kill.ts";
import { lesson } from "./lesson.ts";
import { type Result, table } from "./report.ts";
import { start } from "./start.ts";

type Options = { rounds?: number; people?: number };
const scenarios: Record<string, (options: Options) => Promise<Result>> = {
	lesson,
	"first-view": firstView,
	start,
	kill,
	exam,
	import: importRoster,
	find,
	certificates,
};
const NUMBERS = ["rounds", "people"] as const;

/** Measures the named scenarios, or all; with --json one object a line. @returns exit code */
export async function runBench(args: string[]): Promise<number> {
	const { json, options, asked } = parse(args);
	const wrong = NUMBERS.find((name) => !isCount(options[name]));
	if (wrong) {
		process.stderr.write(`--${wrong} memerlukan bilangan bulat positif.\n`);
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
		const measured = await scenarios[name]?.(options);
		if (measured) process.stdout.write(`${json ? JSON.stringify(measured) : `${table(measured)}\n`}\n`);
	}
	return 0;
}

const isCount = (value: number | undefined) => value === undefined || (Number.isInteger(value) && value > 0);

function parse(args: string[]): { json: boolean; options: Options; asked: string[] } {
	const rest = [...args];
	const options: Options = {};
	for (const name of NUMBERS) {
		const at = rest.indexOf(`--${name}`);
		if (at >= 0) options[name] = Number(rest.splice(at, 2)[1]);
	}
	return { json: rest.includes("--json"), options, asked: rest.filter((arg) => arg !== "--json") };
}
