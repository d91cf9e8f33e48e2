import os from "node:os";

export type Target = { metric: string; value: number; op: "<=" | ">="; target: number; met: boolean };
export type Result = {
	scenario: string;
	machine: string;
	figures: Record<string, number>;
	targets: Target[];
};

/** What is aimed at, and whether this run met it. */
export function target(metric: string, value: number, op: "<=" | ">=", aim: number): Target {
	return { metric, value: round(value), op, target: aim, met: op === "<=" ? value <= aim : value >= aim };
}

export function result(scenario: string, figures: Record<string, number>, targets: Target[]): Result {
	const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`;
	const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
	return { scenario, machine, figures: rounded, targets };
}

/** A table for people. */
export function table({ scenario, machine, figures, targets }: Result): string {
	const lines = Object.entries(figures).map(([name, value]) => `  ${name.padEnd(28)} ${value}`);
	const aims = targets.map(
		({ metric, value, op, target: aim, met }) =>
			`  ${metric.padEnd(28)} ${value} ${op} ${aim} ${met ? "tercapai" : "belum tercapai"}`,
	);
	return [`${scenario} (${machine})`, ...lines, ...aims].join("\n");
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function round(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}
