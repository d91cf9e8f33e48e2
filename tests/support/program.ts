import { spawn } from "node:child_process";
import path from "node:path";

export type Ended = { code: number | null; stdout: string; stderr: string };
type Options = { env?: Record<string, string>; nodeArgs?: string[] };

/** Runs a program of the checkout to its end. */
export function runProgram(file: string, args: string[] = [], options: Options = {}): Promise<Ended> {
	const { env, nodeArgs = [] } = options;
	const child = spawn(process.execPath, [...nodeArgs, path.resolve(file), ...args], {
		env: { ...process.env, DATABASE_URL: "", HOST: "127.0.0.1", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const said = { stdout: "", stderr: "" };
	child.stdout.on("data", (chunk) => {
		said.stdout += chunk;
	});
	child.stderr.on("data", (chunk) => {
		said.stderr += chunk;
	});
	return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}
